#include "gui/panels/kernel_tables.h"

#include "gui/panels/cell_delegate.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ipclab {

namespace {

QString moment(std::int64_t seconds) {
    if (seconds == 0) return QStringLiteral("—");
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds).time(),
                              QStringLiteral("HH:mm:ss"));
}

} // namespace

KernelTables::KernelTables(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), title_(new QLabel(this)),
      verbatimButton_(new QPushButton(tr("Verbatim"), this)), table_(new QTableWidget(this)),
      text_(new QPlainTextEdit(this)), empty_(new QLabel(this)) {
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->addWidget(title_, 1);
    bar->addWidget(verbatimButton_);
    column->addLayout(bar);
    column->addWidget(table_, 1);
    column->addWidget(text_, 1);
    column->addWidget(empty_, 1);
    title_->setText(tr("Message queues of this IPC namespace, as <code>ipcs -q</code> lists them "
                       "from /proc/sysvipc/msg"));
    title_->setProperty("role", QStringLiteral("muted"));
    title_->setWordWrap(true);
    verbatimButton_->setCheckable(true);
    verbatimButton_->setToolTip(tr("Show the file as the kernel wrote it"));
    verbatimButton_->setProperty("role", QStringLiteral("flat"));
    connect(verbatimButton_, &QPushButton::toggled, this, &KernelTables::setVerbatim);
    text_->setReadOnly(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setAccessibleName(tr("/proc/sysvipc/msg, verbatim"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("role", QStringLiteral("muted"));
    table_->setAccessibleName(tr("Kernel table of message queues"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setItemDelegate(new CellDelegate(theme_, table_));
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    const QStringList names = {tr("made by"),
                               QStringLiteral("key"),
                               QStringLiteral("msqid"),
                               QStringLiteral("owner"),
                               QStringLiteral("perms"),
                               QStringLiteral("used-bytes"),
                               QStringLiteral("messages"),
                               QStringLiteral("lspid"),
                               QStringLiteral("lrpid"),
                               tr("last sent"),
                               tr("last received"),
                               tr("changed")};
    table_->setColumnCount(static_cast<int>(names.size()));
    table_->setHorizontalHeaderLabels(names);
    connect(&theme_, &Theme::changed, this, &KernelTables::applyTheme);
    applyTheme();
    showState();
}

void KernelTables::applyTheme() {
    auto* bar = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    bar->setContentsMargins(theme_.px(12), theme_.px(4), theme_.px(8), theme_.px(4));
    table_->verticalHeader()->setDefaultSectionSize(theme_.px(24));
    table_->setFont(theme_.mono(9));
    table_->horizontalHeader()->setFont(theme_.font(9, QFont::DemiBold));
    text_->setFont(theme_.mono(9));
    const int widths[] = {130, 110, 80, 90, 70, 100, 90, 80, 80, 90, 110, 90};
    for (int column = 0; column < table_->columnCount(); ++column) {
        table_->setColumnWidth(column, theme_.px(widths[column]));
    }
    filled_ = false;
    if (world_) fill();
}

void KernelTables::setFrame(const Frame& frame) {
    if (!frame.world) return;
    const bool same = filled_ && frame.world->kernelTable == shownTable_ &&
                      frame.world->queues.size() == shownQueues_;
    world_ = frame.world;
    if (same) return;
    filled_ = false;
    if (isVisible()) fill();
}

void KernelTables::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!filled_ && world_) fill();
}

void KernelTables::setVerbatim(bool verbatim) {
    verbatimButton_->setChecked(verbatim);
    showState();
}

QString KernelTables::owner(std::uint32_t uid) const {
    for (const Process& process : world_->processes) {
        if (process.uid == uid) return QString::fromStdString(process.user);
    }
    return QString::number(uid);
}

void KernelTables::fillRow(int row, const KernelRow& entry) {
    const Queue* queue = world_->queue(entry.msqid);
    const Process* creator = queue ? world_->process(queue->creator) : nullptr;
    const auto key = static_cast<std::uint32_t>(entry.key);
    const QString cells[] = {creator ? QString::fromStdString(creator->letter)
                                     : tr("not this lab's"),
                             QStringLiteral("0x%1").arg(key, 8, 16, QLatin1Char('0')),
                             QString::number(entry.msqid),
                             owner(entry.uid),
                             QString::number(entry.mode, 8),
                             QString::number(entry.usedBytes),
                             QString::number(entry.messages),
                             QString::number(entry.lspid),
                             QString::number(entry.lrpid),
                             moment(entry.sent),
                             moment(entry.received),
                             moment(entry.changed)};
    const Palette& palette = theme_.palette();
    for (int column = 0; column < table_->columnCount(); ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setForeground(creator ? palette.text : palette.faintText);
        table_->setItem(row, column, item);
    }
    QTableWidgetItem* first = table_->item(row, 0);
    if (creator) {
        first->setForeground(palette.processInk(colourIndex(creator->id)));
        first->setFont(theme_.mono(9, QFont::Bold));
    }
    table_->item(row, 1)->setToolTip(QString::number(entry.key));
}

void KernelTables::fill() {
    shownTable_ = world_->kernelTable;
    shownQueues_ = world_->queues.size();
    filled_ = true;
    const std::vector<KernelRow> rows = readKernelTable(shownTable_);
    table_->setRowCount(static_cast<int>(rows.size()));
    for (std::size_t row = 0; row < rows.size(); ++row)
        fillRow(static_cast<int>(row), rows[row]);
    text_->setPlainText(QString::fromStdString(shownTable_));
    showState();
}

void KernelTables::showState() {
    const bool verbatim = verbatimButton_->isChecked();
    const bool known = !shownTable_.empty();
    const bool empty = !known || (!verbatim && table_->rowCount() == 0);
    table_->setVisible(!empty && !verbatim);
    text_->setVisible(known && verbatim);
    empty_->setVisible(empty);
    empty_->setText(known ? tr("The kernel knows no message queue here. Make one with msgget and "
                               "IPC_CREAT, and it appears.")
                          : tr("The kernel's table is looked at while this tab is seen and a lab "
                               "is running."));
}

QString KernelTables::asText() const {
    QStringList lines;
    for (int row = 0; row < table_->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table_->columnCount(); ++column) {
            cells << table_->item(row, column)->text();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ipclab
