#include "gui/app/workspace.h"

#include "gui/app/sidebar.h"
#include "gui/panels/c_source_view.h"
#include "gui/panels/event_log.h"
#include "gui/panels/kernel_tables.h"
#include "gui/panels/lesson_page.h"
#include "gui/stage/stage.h"
#include "gui/timeline/timeline.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace ipclab {
namespace {

// Logical pixels at scale one.
constexpr int sidebarWidth = 232, panelWidth = 372, narrowPanelWidth = 356, tabsHeight = 216,
              leastTabsHeight = 115;
/// Below this the sidebar gives way; its lessons stand in the toolbar's menu too.
constexpr int sidebarFrom = 900;

} // namespace

Workspace::Workspace(Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), columns_(new QSplitter(Qt::Horizontal, this)),
      rows_(new QSplitter(Qt::Vertical, this)), sidebar_(new Sidebar(this)),
      stage_(new Stage(theme, this)), panel_(new CallPanel(theme, this)), line_(new CallLine(this)),
      tabs_(new QTabWidget(this)), timeline_(new Timeline(theme, this)),
      log_(new EventLog(theme, this)), source_(new CSource(theme, this)),
      tables_(new KernelTables(theme, this)), lesson_(new LessonPage(theme, this)) {
    buildTabs();
    columns_->addWidget(sidebar_);
    columns_->addWidget(buildCentre());
    columns_->addWidget(panel_);
    columns_->setStretchFactor(1, 1);
    columns_->setCollapsible(1, false);
    rows_->addWidget(columns_);
    rows_->addWidget(tabs_);
    rows_->setStretchFactor(0, 1);
    rows_->setCollapsible(0, false);
    for (QSplitter* splitter : {columns_, rows_}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(true);
    }
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(rows_);
    connect(&theme_, &Theme::changed, this, [this] {
        restored_ = false;
        divide();
    });
}

QWidget* Workspace::buildCentre() {
    centre_ = new QWidget(this);
    auto* column = new QVBoxLayout(centre_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(stage_, 1);
    lineRow_ = new QWidget(centre_);
    lineRow_->setProperty("role", "panel");
    lineRow_->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QVBoxLayout(lineRow_);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(line_);
    column->addWidget(lineRow_);
    return centre_;
}

void Workspace::buildTabs() {
    tabs_->addTab(timeline_, tr("Timeline"));
    tabs_->addTab(log_, tr("Event log"));
    tabs_->addTab(source_, tr("C source"));
    tabs_->addTab(tables_, tr("Kernel tables (ipcs)"));
    tabs_->addTab(lesson_, tr("Lesson"));
    tabs_->setDocumentMode(true);
    tabs_->tabBar()->setExpanding(false);
    tabs_->tabBar()->setDrawBase(false);
    tabs_->setAccessibleName(tr("views of what happened"));
    tabs_->setFocusPolicy(Qt::NoFocus); // its bar and its pages take it
    tabs_->tabBar()->setAccessibleName(tabs_->accessibleName());
    tabs_->setMinimumSize(1, 1); // what is wider than the window can be scrolled or gives way
    connect(tabs_, &QTabWidget::currentChanged, this,
            [this] { emit tablesWatched(tabs_->currentWidget() == tables_); });
}

void Workspace::setFrame(const Frame& frame) {
    stage_->setFrame(frame);
    panel_->setFrame(frame);
    line_->setWorld(*frame.world);
    timeline_->setFrame(frame);
    log_->setFrame(frame);
    source_->setFrame(frame);
    tables_->setFrame(frame);
    sidebar_->count(*frame.world);
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

void Workspace::showTab(QWidget* tab) {
    tabs_->setCurrentWidget(tab);
    // A tab that was folded away is wanted back.
    const QList<int> sizes = rows_->sizes();
    if (sizes.size() == 2 && sizes[1] == 0)
        rows_->setSizes({sizes[0] - theme_.px(tabsHeight), theme_.px(tabsHeight)});
}

void Workspace::restore(const QByteArray& columns, const QByteArray& rows) {
    restored_ = columns_->restoreState(columns) && rows_->restoreState(rows);
}

void Workspace::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    divide();
}

void Workspace::divide() {
    if (lecture_) return;
    sidebar_->setVisible(width() >= theme_.px(sidebarFrom));
    if (restored_) return;
    const bool narrow = width() < theme_.px(1200);
    const int left = sidebar_->isVisibleTo(this) ? theme_.px(narrow ? 190 : sidebarWidth) : 0;
    const int right = std::min(theme_.px(narrow ? narrowPanelWidth : panelWidth), width() * 2 / 5);
    columns_->setSizes({left, width() - left - right, right});
    // At a large scale the tabs keep a few lines, and the stage scrolls.
    const int least = std::min(theme_.px(leastTabsHeight), height() / 2);
    const int below = std::max(least, std::min(theme_.px(tabsHeight), height() * 3 / 10));
    rows_->setSizes({height() - below, below});
}

} // namespace ipclab
