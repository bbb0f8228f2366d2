#pragma once

#include "gui/bridge/frame.h"
#include "gui/panels/c_highlighter.h"
#include "gui/panels/history.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabBar;

namespace ipclab {

/// The C source tab: for each process the program that makes the calls it has made, with the last
/// one in sight. Who was forked has one with its parent.
class CSource : public QWidget {
    Q_OBJECT
public:
    explicit CSource(const Theme& theme, QWidget* parent = nullptr);

    void setReader(EventReader reader) { reader_ = std::move(reader); }
    void setFrame(const Frame& frame);

    /// The program that is shown.
    [[nodiscard]] QString text() const;
    /// Whether the first line with this part is in sight.
    [[nodiscard]] bool isSeen(const QString& part) const;
    [[nodiscard]] QTabBar* processes() const { return tabs_; }

public slots:
    void copy() const;
    /// Asks for a file and writes the program into it.
    void save();

signals:
    /// The file could not be written: why.
    void trouble(const QString& what);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void applyTheme();
    void collect();
    void listProcesses();
    void showProgram();
    void showLine(int line);
    [[nodiscard]] const Process* chosen() const;

    const Theme& theme_;
    EventReader reader_;
    Histories histories_;
    Frame shown_;
    /// Whose program it is, and where its last line stands in the journal.
    using Place = std::pair<ProcessId, std::optional<std::uint64_t>>;
    Place last_{}; ///< of what is in sight; the view follows it, and stays where it is read else
    QTabBar* tabs_;
    QPushButton *copy_, *save_;
    QPlainTextEdit* text_;
    QLabel* empty_;
    CHighlighter* highlighter_;
};

} // namespace ipclab
