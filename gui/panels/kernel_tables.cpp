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

std::size_t objectsOf(const World& world) {
    return world.queues.size() + world.segments.size();
}

QString hexadecimal(std::int32_t key) {
    return QStringLiteral("0x%1").arg(static_cast<std::uint32_t>(key), 8, 16, QLatin1Char('0'));
}

QString nameOf(const Process* creator, const QString& otherwise) {
    return creator ? QString::fromStdString(creator->letter) : otherwise;
}

} // namespace

KernelTables::KernelTables(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), title_(new QLabel(this)),
      queuesButton_(new QPushButton(tr("Message queues"), this)),
      segmentsButton_(new QPushButton(tr("Shared memory"), this)),
      verbatimButton_(new QPushButton(tr("Verbatim"), this)), table_(new QTableWidget(this)),
      text_(new QPlainTextEdit(this)), empty_(new QLabel(this)) {
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->addWidget(queuesButton_);
    bar->addWidget(segmentsButton_);
    bar->addWidget(title_, 1);
    bar->addWidget(verbatimButton_);
    column->addLayout(bar);
    column->addWidget(table_, 1);
    column->addWidget(text_, 1);
    column->addWidget(empty_, 1);
    for (QPushButton* button : {queuesButton_, segmentsButton_}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setProperty("role", QStringLiteral("flat"));
    }
    queuesButton_->setChecked(true);
    connect(queuesButton_, &QPushButton::clicked, this, [this] { showTable(Table::Queues); });
    connect(segmentsButton_, &QPushButton::clicked, this, [this] { showTable(Table::Segments); });
    title_->setProperty("role", QStringLiteral("muted"));
    title_->setWordWrap(true);
    verbatimButton_->setCheckable(true);
    verbatimButton_->setToolTip(tr("Show the file as the kernel wrote it"));
    verbatimButton_->setProperty("role", QStringLiteral("flat"));
    connect(verbatimButton_, &QPushButton::toggled, this, &KernelTables::setVerbatim);
    text_->setReadOnly(true);
    // In a low window a line of them is seen, rather than half of what stands above.
    text_->setMinimumHeight(1);
    table_->setMinimumHeight(1);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setAccessibleName(tr("/proc/sysvipc/msg and /proc/sysvipc/shm, verbatim"));
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("role", QStringLiteral("muted"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setItemDelegate(new CellDelegate(theme_, table_));
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table_->horizontalHeader()->setHighlightSections(false);
    connect(&theme_, &Theme::changed, this, &KernelTables::applyTheme);
    setColumns();
    applyTheme();
    showState();
}

void KernelTables::showTable(Table table) {
    shown_ = table;
    (table == Table::Queues ? queuesButton_ : segmentsButton_)->setChecked(true);
    setColumns();
    applyTheme();
}

void KernelTables::setColumns() {
    const bool queues = shown_ == Table::Queues;
    const QStringList names = queues ? QStringList{tr("made by"),
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
                                                   tr("changed")}
                                     : QStringList{tr("made by"),
                                                   QStringLiteral("key"),
                                                   QStringLiteral("shmid"),
                                                   QStringLiteral("owner"),
                                                   QStringLiteral("perms"),
                                                   QStringLiteral("bytes"),
                                                   QStringLiteral("nattch"),
                                                   QStringLiteral("cpid"),
                                                   QStringLiteral("lpid"),
                                                   tr("last attached"),
                                                   tr("last detached"),
                                                   tr("changed"),
                                                   QStringLiteral("rss"),
                                                   QStringLiteral("status")};
    table_->setColumnCount(static_cast<int>(names.size()));
    table_->setHorizontalHeaderLabels(names);
    table_->setAccessibleName(queues ? tr("Kernel table of message queues")
                                     : tr("Kernel table of shared memory segments"));
    title_->setText(queues ? tr("as <code>ipcs -q</code> lists them from /proc/sysvipc/msg")
                           : tr("as <code>ipcs -m</code> lists them from /proc/sysvipc/shm"));
}

void KernelTables::applyTheme() {
    auto* bar = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    bar->setContentsMargins(theme_.px(12), theme_.px(4), theme_.px(8), theme_.px(4));
    table_->verticalHeader()->setDefaultSectionSize(theme_.px(24));
    table_->setFont(theme_.mono(9));
    table_->horizontalHeader()->setFont(theme_.font(9, QFont::DemiBold));
    text_->setFont(theme_.mono(9));
    const int widths[] = {130, 110, 80, 90, 70, 100, 90, 80, 80, 110, 110, 90, 80, 80};
    for (int column = 0; column < table_->columnCount(); ++column) {
        table_->setColumnWidth(column, theme_.px(widths[column]));
    }
    filled_ = false;
    if (world_) fill();
}

void KernelTables::setFrame(const Frame& frame) {
    if (!frame.world) return;
    const bool same = filled_ && frame.world->kernelTable == shownTable_ &&
                      objectsOf(*frame.world) == shownObjects_;
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

void KernelTables::fillQueue(int row, const KernelRow& entry) {
    const Queue* queue = world_->queue(entry.msqid);
    const Process* creator = queue ? world_->process(queue->creator) : nullptr;
    fillCells(row, creator,
              {nameOf(creator, tr("not this lab's")), hexadecimal(entry.key),
               QString::number(entry.msqid), owner(entry.uid), QString::number(entry.mode, 8),
               QString::number(entry.usedBytes), QString::number(entry.messages),
               QString::number(entry.lspid), QString::number(entry.lrpid), moment(entry.sent),
               moment(entry.received), moment(entry.changed)},
              entry.key);
}

void KernelTables::fillSegment(int row, const SegmentRow& entry) {
    const Segment* segment = world_->segment(entry.shmid);
    const Process* creator = segment ? world_->process(segment->creator) : nullptr;
    fillCells(row, creator,
              {nameOf(creator, tr("not this lab's")), hexadecimal(entry.key),
               QString::number(entry.shmid), owner(entry.uid), QString::number(entry.mode, 8),
               QString::number(entry.bytes), QString::number(entry.attached),
               QString::number(entry.cpid), QString::number(entry.lpid), moment(entry.attachedAt),
               moment(entry.detachedAt), moment(entry.changed), QString::number(entry.rss),
               entry.dest ? QStringLiteral("dest") : QString()},
              entry.key);
}

void KernelTables::fillCells(int row, const Process* creator, const QStringList& cells,
                             std::int32_t key) {
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
    table_->item(row, 1)->setToolTip(QString::number(key));
}

void KernelTables::fill() {
    shownTable_ = world_->kernelTable;
    shownObjects_ = objectsOf(*world_);
    filled_ = true;
    const auto put = [this](const auto& rows, auto fillRow) {
        table_->setRowCount(static_cast<int>(rows.size()));
        for (std::size_t row = 0; row < rows.size(); ++row)
            fillRow(static_cast<int>(row), rows[row]);
    };
    if (shown_ == Table::Queues)
        put(readKernelTable(shownTable_),
            [this](int row, const auto& entry) { fillQueue(row, entry); });
    else
        put(readSegmentRows(shownTable_),
            [this](int row, const auto& entry) { fillSegment(row, entry); });
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
    empty_->setText(known && shown_ == Table::Segments
                        ? tr("The kernel knows no shared memory segment here. Make one with shmget "
                             "and IPC_CREAT, and it appears.")
                    : known ? tr("The kernel knows no message queue here. Make one with msgget and "
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
