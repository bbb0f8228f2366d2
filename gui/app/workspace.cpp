#include "gui/app/workspace.h"

#include "gui/app/sidebar.h"
#include "gui/panels/c_source_view.h"
#include "gui/panels/event_log.h"
#include "gui/panels/kernel_tables.h"
#include "gui/panels/lesson_page.h"
#include "gui/stage/stage.h"
#include "gui/timeline/timeline.h"

#include <QResizeEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ipclab {
namespace {

// Logical pixels at scale one.
constexpr int sidebarWidth = 232, panelWidth = 372, narrowPanelWidth = 356, leastPanelWidth = 190,
              tabsHeight = 216, readingHeight = 270, leastTabsHeight = 115;
/// Below this the sidebar gives way; its lessons stand in the toolbar's menu too.
constexpr int sidebarFrom = 900;

/// In the order of the tabs.
enum Tab { TimelineTab, LogTab, SourceTab, TablesTab, LessonTab };

/// The parent of all pages, which the tabs keep to themselves.
QStackedWidget* pagesOf(const QTabWidget& tabs) {
    return tabs.findChild<QStackedWidget*>();
}

/// Its handles are set while it is empty: it measures all that it holds at each change.
QSplitter* splitter(Qt::Orientation orientation, QWidget* parent) {
    auto* made = new QSplitter(orientation, parent);
    made->setHandleWidth(1);
    made->setChildrenCollapsible(true);
    return made;
}

} // namespace

/// Puts the view into the page that keeps its place.
template <class View> View* Workspace::makeView(int tab) {
    auto* view = new View(theme_, tabs_->widget(tab));
    auto* whole = new QVBoxLayout(tabs_->widget(tab));
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(view);
    return view;
}

Workspace::Workspace(Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), rows_(splitter(Qt::Vertical, this)),
      columns_(splitter(Qt::Horizontal, rows_)), sidebar_(new Sidebar(columns_)),
      centre_(new QWidget(columns_)), lineRow_(new QWidget(centre_)),
      stage_(new Stage(theme, centre_)), panel_(new CallPanel(theme, columns_)),
      line_(new CallLine(lineRow_)), tabs_(new QTabWidget(rows_)),
      timeline_(new Timeline(theme, pagesOf(*tabs_))) {
    buildTabs();
    buildCentre();
    columns_->setStretchFactor(1, 1);
    columns_->setCollapsible(1, false);
    rows_->setStretchFactor(0, 1);
    rows_->setCollapsible(0, false);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(rows_);
    for (const QSplitter* each : {rows_, columns_})
        connect(each, &QSplitter::splitterMoved, this, [this] { divided_ = true; });
    connect(&theme_, &Theme::changed, this, [this] {
        divided_ = false;
        divide();
    });
}

void Workspace::buildCentre() {
    auto* column = new QVBoxLayout(centre_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(stage_, 1);
    lineRow_->setProperty("role", "panel");
    lineRow_->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QVBoxLayout(lineRow_);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(line_);
    column->addWidget(lineRow_);
}

void Workspace::buildTabs() {
    tabs_->addTab(timeline_, tr("Timeline"));
    for (const QString& title :
         {tr("Event log"), tr("C source"), tr("Kernel tables (ipcs)"), tr("Lesson")})
        tabs_->addTab(new QWidget(pagesOf(*tabs_)), title);
    tabs_->setDocumentMode(true);
    tabs_->tabBar()->setExpanding(false);
    tabs_->tabBar()->setDrawBase(false);
    tabs_->setAccessibleName(tr("views of what happened"));
    tabs_->setFocusPolicy(Qt::NoFocus); // its bar and its pages take it
    tabs_->tabBar()->setAccessibleName(tabs_->accessibleName());
    tabs_->setMinimumSize(1, 1); // what is wider than the window can be scrolled or gives way
    connect(tabs_, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab != TimelineTab) makeViews();
        emit tablesWatched(tab == TablesTab);
    });
}

void Workspace::makeViews() {
    if (hasViews()) return;
    log_ = makeView<EventLog>(LogTab);
    source_ = makeView<CSource>(SourceTab);
    tables_ = makeView<KernelTables>(TablesTab);
    lesson_ = makeView<LessonPage>(LessonTab);
    emit viewsMade();
}

void Workspace::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (!hasViews()) QTimer::singleShot(0, this, &Workspace::makeViews);
}

void Workspace::setFrame(const Frame& frame) {
    stage_->setFrame(frame);
    panel_->setFrame(frame);
    line_->setWorld(*frame.world);
    timeline_->setFrame(frame);
    sidebar_->count(*frame.world);
    if (!hasViews()) return;
    log_->setFrame(frame);
    source_->setFrame(frame);
    tables_->setFrame(frame);
}

void Workspace::setLecture(bool lecture) {
    lecture_ = lecture;
    for (QWidget* widget : {static_cast<QWidget*>(sidebar_), static_cast<QWidget*>(panel_),
                            static_cast<QWidget*>(tabs_), lineRow_})
        widget->setVisible(!lecture);
    stage_->setLecture(lecture);
    if (!lecture) divide();
    if (lecture) stage_->setFocus();
}

void Workspace::setReading(bool reading) {
    if (reading == reading_) return;
    reading_ = reading;
    divide();
}

void Workspace::showTab(QWidget* view) {
    const bool isPage = tabs_->indexOf(view) >= 0;
    tabs_->setCurrentWidget(isPage ? view : view->parentWidget());
    // A tab that was folded away is wanted back.
    const QList<int> sizes = rows_->sizes();
    if (sizes.size() == 2 && sizes[1] == 0)
        rows_->setSizes({sizes[0] - theme_.px(tabsHeight), theme_.px(tabsHeight)});
}

void Workspace::restore(const QByteArray& columns, const QByteArray& rows) {
    divided_ = columns_->restoreState(columns) && rows_->restoreState(rows);
}

void Workspace::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    divide();
}

void Workspace::divide() {
    if (lecture_) return;
    sidebar_->setVisible(width() >= theme_.px(sidebarFrom));
    if (divided_) return;
    const bool narrow = width() < theme_.px(1200);
    const int left = sidebar_->isVisibleTo(this) ? theme_.px(narrow ? 190 : sidebarWidth) : 0;
    // A form at three times its size needs half the window for its longest flag.
    const int share =
        std::max(width() * 2 / 5, std::min(theme_.px(leastPanelWidth), width() * 11 / 20));
    const int right = std::min(theme_.px(narrow ? narrowPanelWidth : panelWidth), share);
    columns_->setSizes({left, width() - left - right, right});
    // At a large scale the tabs keep a few lines, and the stage scrolls.
    const int least = std::min(theme_.px(leastTabsHeight), height() / 2);
    const int wanted = theme_.px(reading_ ? readingHeight : tabsHeight);
    const int below = std::max(least, std::min(wanted, height() * 3 / 10));
    rows_->setSizes({height() - below, below});
}

} // namespace ipclab
