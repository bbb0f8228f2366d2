#include "gui/panels/event_log.h"

#include "gui/panels/cell_delegate.h"
#include "gui/theme/elided.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace ipclab {

EventLog::EventLog(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), model_(new LogModel(theme, this)),
      table_(new QTableView(this)), empty_(new QLabel(this)) {
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFilters());
    column->addWidget(empty_, 1);
    column->addWidget(table_, 1);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("role", QStringLiteral("muted"));
    makeTable();
    connect(&theme_, &Theme::changed, this, &EventLog::applyTheme);
    applyTheme();
    showState();
}

QWidget* EventLog::makeFilters() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    text_ = new QLineEdit(bar);
    text_->setPlaceholderText(tr("Filter: text of a call, result or remark"));
    text_->setToolTip(text_->placeholderText());
    text_->setAccessibleName(tr("Filter the log by text"));
    text_->setClearButtonEnabled(true);
    process_ = new ElidedComboBox(bar);
    process_->setAccessibleName(tr("Filter the log by process"));
    process_->addItem(tr("All processes"), 0);
    only_ = new ElidedComboBox(bar);
    only_->setAccessibleName(tr("Filter the log by kind"));
    only_->addItems({tr("Everything"), tr("Errors only"), tr("Asleep"), tr("From outside")});
    earlier_ = new QPushButton(tr("Look further back"), bar);
    earlier_->setProperty("role", QStringLiteral("flat"));
    row->addWidget(text_, 1);
    for (QComboBox* list : {process_, only_})
        list->setMinimumContentsLength(4);
    row->addWidget(process_);
    row->addWidget(only_);
    row->addWidget(earlier_);
    connect(text_, &QLineEdit::textChanged, this, &EventLog::applyFilter);
    connect(process_, &QComboBox::currentIndexChanged, this, &EventLog::applyFilter);
    connect(only_, &QComboBox::currentIndexChanged, this, &EventLog::applyFilter);
    connect(earlier_, &QPushButton::clicked, model_, &LogModel::showEarlier);
    return bar;
}

void EventLog::makeTable() {
    table_->setModel(model_);
    table_->setItemDelegate(new CellDelegate(theme_, table_));
    table_->setAccessibleName(tr("Event log"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setAlternatingRowColors(true);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setStretchLastSection(true);
    const auto go = [this](const QModelIndex& index) {
        emit positionRequested(model_->row(index.row()).index + 1);
    };
    connect(table_, &QTableView::clicked, this, go);
    connect(table_, &QTableView::activated, this, go);
    auto* copyAction = new QAction(tr("Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copyAction, &QAction::triggered, this, &EventLog::copy);
    table_->addAction(copyAction);
    table_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void EventLog::applyTheme() {
    auto* row = static_cast<QHBoxLayout*>(text_->parentWidget()->layout());
    row->setContentsMargins(theme_.px(8), theme_.px(4), theme_.px(8), theme_.px(4));
    row->setSpacing(theme_.px(6));
    table_->verticalHeader()->setDefaultSectionSize(theme_.px(22));
    table_->verticalHeader()->setMinimumSectionSize(theme_.px(10));
    divide();
    table_->viewport()->update();
}

/// The call takes what the others leave; the remark takes the rest on a wide window.
void EventLog::divide() {
    const int widths[] = {64, 96, 84, 0, 170};
    int rest = width() - theme_.px(234); // the table may not be laid out yet
    for (int column = 0; column < LogModel::Remark; ++column) {
        if (column == LogModel::Call) continue;
        table_->setColumnWidth(column, theme_.px(widths[column]));
        rest -= theme_.px(widths[column]);
    }
    table_->setColumnWidth(LogModel::Call, std::clamp(rest, theme_.px(240), theme_.px(560)));
}

void EventLog::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    divide();
}

void EventLog::applyFilter() {
    LogFilter filter;
    filter.text = text_->text().trimmed();
    filter.process = static_cast<ProcessId>(process_->currentData().toUInt());
    filter.only = static_cast<LogFilter::Only>(std::max(0, only_->currentIndex()));
    model_->setFilter(filter);
    atEnd_ = true;
    showState();
}

void EventLog::listProcesses(const World& world) {
    if (world.processes.size() == listed_) return;
    const QVariant chosen = process_->currentData();
    const QSignalBlocker quiet(process_);
    while (process_->count() > 1)
        process_->removeItem(1);
    for (const Process& process : world.processes) {
        const QString name = QString::fromStdString(process.letter + " " + process.label).trimmed();
        process_->addItem(name, uint(process.id));
    }
    process_->setCurrentIndex(std::max(0, process_->findData(chosen)));
    listed_ = world.processes.size();
}

void EventLog::setFrame(const Frame& frame) {
    if (!frame.world) return;
    const QScrollBar* bar = table_->verticalScrollBar();
    if (bar->isVisible()) atEnd_ = bar->value() == bar->maximum();
    const bool wasPast = model_->rowOfMoment() >= 0;
    const int moment = model_->rowOfMoment(), rows = model_->rowCount();
    model_->setFrame(frame);
    if (!frame.past) listProcesses(*frame.world);
    showState();
    if (frame.past && model_->rowOfMoment() != moment && model_->rowOfMoment() >= 0) {
        table_->selectRow(model_->rowOfMoment());
    } else if (wasPast && !frame.past) {
        table_->clearSelection();
        table_->scrollToBottom();
    } else if (atEnd_ && rows != model_->rowCount()) {
        table_->scrollToBottom();
    }
}

void EventLog::showState() {
    const bool filtered =
        !text_->text().isEmpty() || process_->currentIndex() > 0 || only_->currentIndex() > 0;
    const bool nothing = model_->rowCount() == 0;
    table_->setVisible(!nothing);
    empty_->setVisible(nothing);
    earlier_->setVisible(model_->hasEarlier());
    if (!nothing) return;
    empty_->setText(model_->behind() > 0 ? tr("Looking through the journal…")
                    : filtered ? tr("No event fits the filter. Clear it to see all of them.")
                               : tr("No events yet. Make a call: every call of every process is "
                                    "listed here with its result."));
}

QString EventLog::selectedText() const {
    QModelIndexList selected = table_->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    QStringList lines;
    for (const QModelIndex& index : selected)
        lines << model_->text(index.row()).joined();
    return lines.join(QLatin1Char('\n'));
}

void EventLog::copy() const {
    const QString text = selectedText();
    if (!text.isEmpty()) QApplication::clipboard()->setText(text);
}

void EventLog::focusFilter() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

} // namespace ipclab
