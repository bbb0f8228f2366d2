#include "gui/panels/c_source_view.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QTabBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

constexpr qint64 budgetNs = 3'000'000; ///< for reading the journal in one frame
constexpr std::size_t chunk = 2000;

[[nodiscard]] QString programOf(const ProcessHistory& history) {
    return history.done.empty() ? QString() : QString::fromStdString(renderC(history));
}

/// The last line of `text` that `other` does not have: what stands behind it is the same in both.
[[nodiscard]] int lastDifference(const QString& text, const QString& other) {
    const QStringList lines = text.split(u'\n'), others = other.split(u'\n');
    qsizetype before = 0, behind = 0;
    const qsizetype most = std::min(lines.size(), others.size());
    while (before < most && lines[before] == others[before])
        ++before;
    while (behind < most - before &&
           lines[lines.size() - 1 - behind] == others[others.size() - 1 - behind])
        ++behind;
    return static_cast<int>(std::max<qsizetype>(0, lines.size() - 1 - behind));
}

} // namespace

CSource::CSource(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), tabs_(new QTabBar(this)),
      copy_(new QPushButton(tr("Copy"), this)), save_(new QPushButton(tr("Save…"), this)),
      text_(new QPlainTextEdit(this)), empty_(new QLabel(this)),
      highlighter_(new CHighlighter(text_->document(), theme)) {
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    tabs_->setAccessibleName(tr("Process whose program is shown"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    copy_->setAccessibleName(tr("Copy the program"));
    save_->setAccessibleName(tr("Save the program"));
    text_->setReadOnly(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setAccessibleName(tr("C source"));
    text_->setTabChangesFocus(true);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setMinimumHeight(1); // a low window shows a line of it rather than half a button
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("role", QStringLiteral("muted"));
    empty_->setText(tr("No process has made a call yet. Each call becomes a line of a C program "
                       "here, ready to compile."));
    auto* bar = new QHBoxLayout;
    bar->addWidget(tabs_, 1);
    bar->addWidget(copy_);
    bar->addWidget(save_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(text_, 1);
    column->addWidget(empty_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &CSource::showProgram);
    connect(copy_, &QPushButton::clicked, this, &CSource::copy);
    connect(save_, &QPushButton::clicked, this, &CSource::save);
    connect(&theme_, &Theme::changed, this, &CSource::applyTheme);
    applyTheme();
    showProgram();
}

void CSource::applyTheme() {
    auto* bar = static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    bar->setContentsMargins(theme_.px(8), theme_.px(4), theme_.px(8), theme_.px(2));
    bar->setSpacing(theme_.px(6));
    text_->setFont(theme_.mono(9.5));
    highlighter_->applyTheme();
}

void CSource::setFrame(const Frame& frame) {
    if (!frame.world) return;
    if (frame.total < histories_.taken()) histories_ = Histories(); // another lab
    const bool same = frame.total == shown_.total && frame.position == shown_.position &&
                      frame.world->processes.size() == std::size_t(tabs_->count());
    shown_.world = frame.world;
    shown_.total = frame.total;
    shown_.position = frame.position;
    shown_.past = frame.past;
    if (!isVisible() || (same && histories_.taken() >= frame.total)) return;
    collect();
}

void CSource::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (shown_.world) collect();
}

/// Reads on in the journal for as long as a frame may take; the rest follows at the next one.
void CSource::collect() {
    QElapsedTimer timer;
    timer.start();
    while (reader_ && histories_.taken() < shown_.total && timer.nsecsElapsed() < budgetNs) {
        const std::uint64_t from = histories_.taken();
        const std::vector<Event> events = reader_(from, chunk);
        if (events.empty()) break;
        histories_.take(from, events);
    }
    listProcesses();
    showProgram();
}

void CSource::listProcesses() {
    const auto& processes = shown_.world->processes;
    const QSignalBlocker quiet(tabs_);
    while (tabs_->count() > static_cast<int>(processes.size()))
        tabs_->removeTab(tabs_->count() - 1);
    for (std::size_t i = 0; i < processes.size(); ++i) {
        const Process& process = processes[i];
        const QString name = QString::fromStdString(process.letter + " " + process.label).trimmed();
        if (static_cast<int>(i) >= tabs_->count())
            tabs_->addTab(name);
        else if (tabs_->tabText(static_cast<int>(i)) != name)
            tabs_->setTabText(static_cast<int>(i), name);
    }
}

const Process* CSource::chosen() const {
    const int tab = tabs_->currentIndex();
    if (!shown_.world || tab < 0 || tab >= static_cast<int>(shown_.world->processes.size())) {
        return nullptr;
    }
    return &shown_.world->processes[static_cast<std::size_t>(tab)];
}

void CSource::showProgram() {
    QString program, without;
    Place last;
    if (const Process* process = chosen()) {
        const std::uint64_t position = shown_.past ? shown_.position : shown_.total;
        // A child's program is a part of its parent's.
        const ProcessId eldest = histories_.eldestOf(process->id);
        program = programOf(histories_.at(eldest, position));
        last = {process->id, histories_.lastOf(process->id, position)};
        if (last != last_ && last.second)
            without = programOf(histories_.at(eldest, position, last.second));
    }
    text_->setVisible(!program.isEmpty());
    empty_->setVisible(program.isEmpty());
    copy_->setEnabled(!program.isEmpty());
    save_->setEnabled(!program.isEmpty());
    if (program != text_->toPlainText()) {
        const int scrolled = text_->verticalScrollBar()->value();
        text_->setPlainText(program);
        text_->verticalScrollBar()->setValue(scrolled);
    }
    if (last == last_) return;
    last_ = last;
    if (last.second) showLine(lastDifference(program, without));
}

/// As the last line but one that is seen: what leads to it is above, and that the program ends
/// there is to be seen too.
void CSource::showLine(int line) {
    layout()->activate();                           // the text may have been hidden until now
    QScrollBar* lines = text_->verticalScrollBar(); // it counts them
    lines->setValue(line + 2 - lines->pageStep());
    text_->horizontalScrollBar()->setValue(0);
}

bool CSource::isSeen(const QString& part) const {
    const QTextBlock block = text_->document()->find(part).block();
    if (!block.isValid()) return false;
    const QRect line = text_->cursorRect(QTextCursor(block));
    return text_->viewport()->rect().contains(line.center());
}

QString CSource::text() const {
    return text_->toPlainText();
}

void CSource::copy() const {
    QApplication::clipboard()->setText(text());
}

void CSource::save() {
    const Process* process = chosen();
    if (!process) return;
    const ProcessHistory eldest = histories_.at(histories_.eldestOf(process->id), 0);
    const QString proposed = QString::fromStdString(eldest.letter).toLower() + ".c";
    const QString name =
        QFileDialog::getSaveFileName(this, tr("Save the program"), proposed, tr("C source (*.c)"));
    if (name.isEmpty()) return;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text().toUtf8()) < 0 || !file.commit()) {
        emit trouble(tr("%1 could not be written: %2").arg(name, file.errorString()));
    }
}

} // namespace ipclab
