#pragma once

#include "engine/world/world.h"
#include "gui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QWidget>

namespace ipclab {

/// Who makes the call, and which: "A sender | msgsnd", with what can be done to the process.
class PanelHeader : public QWidget {
    Q_OBJECT
public:
    explicit PanelHeader(const Theme& theme, QWidget* parent = nullptr);

    /// `absent` is the letter of who will make the call and does not run yet; empty if it does.
    void look(const World& world, ProcessId process, const QString& absent);
    void setCall(CallId call);
    [[nodiscard]] CallId call() const;
    [[nodiscard]] bool offers(CallId call) const;

protected:
    /// Enter and Esc end the renaming; elsewhere Enter makes the call.
    void keyPressEvent(QKeyEvent* event) override;

signals:
    void processChosen(ipclab::ProcessId process);
    void callChosen(ipclab::CallId call);
    void signalRequested(ipclab::ProcessId process, int signal);
    void renameRequested(ipclab::ProcessId process, const QString& label);

private:
    void listCalls();
    void makeMenu();
    void restyle();
    void rename();

    const Theme& theme_;
    QComboBox *who_, *calls_;
    QToolButton* more_;
    QMenu* menu_;
    QPointer<QLineEdit> rename_; ///< while another label is typed
    ProcessId process_ = 0;
    QString label_;
};

} // namespace ipclab
