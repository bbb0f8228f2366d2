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
/// the tabs below. Wires nothing but frames and layout. All tabs but the timeline, which is seen
/// first, are made after the first picture, or when they are asked for.
class Workspace : public QWidget {
    Q_OBJECT
public:
    explicit Workspace(Theme& theme, QWidget* parent = nullptr);

    void setFrame(const Frame& frame);
    /// Only the stage and its sentence; everything else is hidden.
    void setLecture(bool lecture);
    /// While a lesson is played its page is read: the views below are higher.
    void setReading(bool reading);
    /// One of the views below.
    void showTab(QWidget* view);

    [[nodiscard]] Stage* stage() const { return stage_; }
    [[nodiscard]] Sidebar* sidebar() const { return sidebar_; }
    [[nodiscard]] CallPanel* panel() const { return panel_; }
    [[nodiscard]] CallLine* line() const { return line_; }
    [[nodiscard]] QTabWidget* tabs() const { return tabs_; }
    [[nodiscard]] Timeline* timeline() const { return timeline_; }
    [[nodiscard]] EventLog* log() { return makeViews(), log_; }
    [[nodiscard]] CSource* source() { return makeViews(), source_; }
    [[nodiscard]] KernelTables* tables() { return makeViews(), tables_; }
    [[nodiscard]] LessonPage* lesson() { return makeViews(), lesson_; }
    [[nodiscard]] bool hasViews() const { return lesson_ != nullptr; }

    [[nodiscard]] QByteArray columns() const { return kept(*columns_); }
    [[nodiscard]] QByteArray rows() const { return kept(*rows_); }
    void restore(const QByteArray& columns, const QByteArray& rows);

signals:
    /// The kernel's table is looked at only while its tab is seen.
    void tablesWatched(bool on);
    /// The tabs made later are there from now on, and know no frame yet.
    void viewsMade();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    template <class View> View* makeView(int tab);
    void makeViews();
    void buildTabs();
    void buildCentre();
    void divide();

    Theme& theme_;
    // Each is made in its place, outer ones first: to move a widget that is full already has the
    // style sheet applied anew to all that it holds. A splitter takes its children in their order.
    QSplitter *rows_, *columns_;
    Sidebar* sidebar_;
    QWidget *centre_, *lineRow_;
    Stage* stage_;
    CallPanel* panel_;
    CallLine* line_;
    QTabWidget* tabs_;
    Timeline* timeline_;
    EventLog* log_ = nullptr; ///< this and the next are made later
    CSource* source_ = nullptr;
    KernelTables* tables_ = nullptr;
    LessonPage* lesson_ = nullptr;
    /// A splitter's state where someone has moved one; else nothing, so that the division goes on
    /// following the window.
    [[nodiscard]] QByteArray kept(const QSplitter& splitter) const {
        return divided_ ? splitter.saveState() : QByteArray();
    }

    bool lecture_ = false, reading_ = false;
    bool divided_ = false; ///< divided by hand, now or in an earlier run
};

} // namespace ipclab
