// controls: forms made from the catalogue, the permission grid, and the line that calls are
// typed into.
#pragma once

#include "gui/controls/call_form.h"
#include "gui/controls/code_text.h"
#include "gui/controls/memory_panel.h"
#include "gui/controls/panel_header.h"
#include "gui/controls/repeat_popup.h"
#include "gui/controls/result_box.h"

#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <memory>

class QScrollArea;

namespace ipclab {

/// The right side of the window: one process, one call, every flag clickable, the line of C that
/// the clicks make, what came back and why, and what to try next.
class CallPanel : public QWidget {
    Q_OBJECT
public:
    explicit CallPanel(const Theme& theme, QWidget* parent = nullptr);

    void setUsers(std::vector<UserChoice> users);
    void setFrame(const Frame& frame);
    void setProcess(ProcessId process);
    [[nodiscard]] ProcessId process() const { return process_; }
    void setCall(CallId call);
    /// Fills the form with this line, without making the call.
    void fill(const Statement& statement);
    /// The same, and Enter makes it.
    void propose(const Statement& statement);
    /// Why something could not be done.
    /// With a remedy it stays until the next call or another lab. A call of the form whose queue
    /// has no variable here yet gets one by itself: the msgget that is missing.
    void showRefusal(const QString& why, Remedy remedy = {});
    /// Another lab has been opened: nothing was made or refused in it yet.
    void forgetResult();
    /// The line that "Make the call" gives; nothing while the form is not complete.
    [[nodiscard]] std::optional<Statement> statement() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// Enter in any field makes the call.
    void keyPressEvent(QKeyEvent* event) override;

public slots:
    void makeCall();
    void focusForm();

signals:
    void callRequested(const ipclab::Statement& statement);
    void stopRequested(ipclab::ProcessId process);
    void releaseRequested(ipclab::ProcessId process);
    void withdrawRequested(ipclab::ProcessId process);
    void signalRequested(ipclab::ProcessId process, int signal);
    void renameRequested(ipclab::ProcessId process, const QString& label);
    void processChanged(ipclab::ProcessId process);

private:
    void buildLayout();
    void connectParts();
    void look();
    void showLine();
    void showButtons();
    void showResult();
    void showSuggestions();
    void showMemory();
    void askRepeat();
    void request(const Statement& statement);
    [[nodiscard]] std::optional<Statement> missingGet() const;
    [[nodiscard]] const Process* caller() const;

    // Each is made in its place: to move a widget that is full already has the style sheet applied
    // anew to all that it holds.
    QScrollArea* scroll_;
    QWidget* inner_; ///< all below, scrolled
    PanelHeader* header_;
    CallForm* form_;
    CodeText* line_;
    QPushButton *make_, *repeat_, *takeBack_;
    QLabel* state_;
    RepeatPopup* popup_ = nullptr;  ///< made when it is opened
    MemoryPanel* memory_ = nullptr; ///< made when a process has attached a segment
    QVBoxLayout* memoryPlace_ = nullptr;
    ResultBox* result_;
    QVBoxLayout* suggestions_ = nullptr;

    Frame frame_;
    std::vector<UserChoice> users_;
    ProcessId process_ = 0;
    QTimer lookLater_; ///< many frames, one look: the form follows within a blink
    QString shownResult_, shownSuggestions_;
    bool refused_ = false;
    bool pinned_ = false; ///< a refusal with its remedy stays in sight
    bool asking_ = false; ///< the form has asked for its call at this moment
};

} // namespace ipclab
