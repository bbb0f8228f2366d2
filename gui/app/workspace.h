#pragma once

#include "gui/bridge/frame.h"
#include "gui/controls/call_line.h"
#include "gui/controls/call_panel.h"
#include "gui/theme/theme.h"

#include <QSplitter>
#include <QTabWidget>
#include <QWidget>

namespace ipclab {

class CSource;
class EventLog;
class KernelTables;
class LessonPage;
class Sidebar;
class Stage;
class Timeline;

/// Everything between the toolbar and the status line: sidebar, stage and call form side by side,
/// the tabs below. Wires nothing but frames and layout.
class Workspace : public QWidget {
    Q_OBJECT
public:
    explicit Workspace(Theme& theme, QWidget* parent = nullptr);

    void setFrame(const Frame& frame);
    /// Only the stage and its sentence; everything else is hidden.
    void setLecture(bool lecture);
    void showTab(QWidget* tab);

    [[nodiscard]] Stage* stage() const { return stage_; }
    [[nodiscard]] Sidebar* sidebar() const { return sidebar_; }
    [[nodiscard]] CallPanel* panel() const { return panel_; }
    [[nodiscard]] CallLine* line() const { return line_; }
    [[nodiscard]] QTabWidget* tabs() const { return tabs_; }
    [[nodiscard]] Timeline* timeline() const { return timeline_; }
    [[nodiscard]] EventLog* log() const { return log_; }
    [[nodiscard]] CSource* source() const { return source_; }
    [[nodiscard]] KernelTables* tables() const { return tables_; }
    [[nodiscard]] LessonPage* lesson() const { return lesson_; }

    [[nodiscard]] QByteArray columns() const { return columns_->saveState(); }
    [[nodiscard]] QByteArray rows() const { return rows_->saveState(); }
    void restore(const QByteArray& columns, const QByteArray& rows);

signals:
    /// The kernel's table is looked at only while its tab is seen.
    void tablesWatched(bool on);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTabs();
    QWidget* buildCentre();
    void divide();

    Theme& theme_;
    QSplitter *columns_, *rows_;
    Sidebar* sidebar_;
    QWidget *centre_ = nullptr, *lineRow_ = nullptr;
    Stage* stage_;
    CallPanel* panel_;
    CallLine* line_;
    QTabWidget* tabs_;
    Timeline* timeline_;
    EventLog* log_;
    CSource* source_;
    KernelTables* tables_;
    LessonPage* lesson_;
    bool lecture_ = false, restored_ = false;
};

} // namespace ipclab
