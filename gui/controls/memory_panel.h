#pragma once

#include "engine/call/call.h"
#include "engine/world/world.h"
#include "gui/controls/code_text.h"
#include "gui/controls/memory_lines.h"
#include "gui/controls/segments.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>

#include <memory>

namespace ipclab {

class FormRows;

/// Writes into a segment that the process has attached, and reads it back: the same lines that can
/// be typed, with an offset and a value to click. It hides while nothing is attached.
class MemoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit MemoryPanel(QWidget* parent = nullptr);

    void look(std::shared_ptr<const World> world, ProcessId process);
    [[nodiscard]] MemoryWish wish() const;
    /// The line that "Write" gives; nothing while the value is none.
    [[nodiscard]] std::optional<Statement> writing(bool together) const;
    [[nodiscard]] std::optional<Statement> reading() const;

signals:
    void callRequested(const ipclab::Statement& statement);

protected:
    /// Enter in a field writes.
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void refresh();
    void kindChanged();
    void ask(const std::optional<Statement>& statement);
    [[nodiscard]] const Process* caller() const;
    [[nodiscard]] const Attachment* attachment() const;
    /// Another process that can make the same line: its variable points at the same segment.
    [[nodiscard]] const Process* partner() const;
    [[nodiscard]] QString warning() const;

    std::shared_ptr<const World> world_;
    ProcessId process_ = 0;
    QComboBox* pointer_;
    FormRows* rows_ = nullptr;
    QSpinBox *offset_, *times_;
    Segments *kind_, *how_;
    QLineEdit* value_;
    CodeText* line_;
    QLabel* warning_;
    QPushButton *write_, *together_, *read_;
    QString values_[3]; ///< what was entered for each kind
    int shownKind_ = 0;
};

} // namespace ipclab
