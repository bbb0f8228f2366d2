#include "gui/app/status_line.h"

#include "gui/app/mechanism.h"
#include "gui/words/words.h"

#include <QEvent>

#include <algorithm>
#include <sys/utsname.h>

namespace ipclab {
namespace {

/// "6.18" of "6.18.3-amd64".
[[nodiscard]] QString kernelVersion() {
    utsname name{};
    if (::uname(&name) != 0) return QStringLiteral("Linux");
    return QString::fromUtf8(name.release).section(u'.', 0, 1).section(u'-', 0, 0);
}

} // namespace

StatusLine::StatusLine(QWidget* parent) : QStatusBar(parent) {
    setSizeGripEnabled(false);
    kernel_ = add(new QLabel(this));
    objects_ = add(new QLabel(this));
    events_ = add(new QLabel(this));
    frames_ = add(new QLabel(this));
    notice_ = new ElidedLabel(this);
    add(notice_, 1);
    promise_ = new QLabel(this);
    promise_->setContentsMargins(6, 0, 10, 0);
    addPermanentWidget(promise_);
    kernel_->setText(tr("● kernel %1 · real processes, real system calls").arg(kernelVersion()));
    setPrivate(false);
    connect(this, &QStatusBar::messageChanged, this, &StatusLine::fit);
    sinceFrame_.start();
    setFrame({std::make_shared<World>(), {}, 0, 0, false, 0, 0, 0, {}});
}

QLabel* StatusLine::add(QLabel* label, int stretch) {
    label->setContentsMargins(6, 0, 10, 0);
    addWidget(label, stretch);
    return label;
}

void StatusLine::setText(QLabel* label, const QString& text) {
    if (label->text() == text) return;
    label->setText(text);
    fit();
}

/// What stands in the kernel: the kinds of which there is something, else that there is no queue.
QStringList StatusLine::objectsOf(const World& world) {
    const auto count = [&world](Mechanism mechanism) { return countOf(mechanism, world); };
    QStringList objects;
    if (const int n = count(Mechanism::Pipe)) objects << tr("%n pipe(s)", nullptr, n);
    if (const int n = count(Mechanism::Fifo)) objects << tr("%n FIFO(s)", nullptr, n);
    if (const int n = count(Mechanism::SharedMemory)) objects << tr("%n segment(s)", nullptr, n);
    const int queues = count(Mechanism::MessageQueue);
    if (queues > 0 || objects.isEmpty()) objects.prepend(tr("%n queue(s)", nullptr, queues));
    return objects;
}

void StatusLine::setFrame(const Frame& frame) {
    const World& world = *frame.world;
    const auto alive = std::ranges::count_if(
        world.processes, [](const Process& process) { return process.alive(); });
    setText(objects_, tr("%n process(es)", nullptr, static_cast<int>(alive)) +
                          QStringLiteral(" · ") + objectsOf(world).join(QStringLiteral(" · ")));
    QString events =
        tr("events %1 · lost %2").arg(grouped(frame.total), grouped(frame.statistics.lost));
    if (frame.past)
        events = tr("moment %1 of %2").arg(grouped(frame.position), grouped(frame.total));
    if (frame.statistics.slowed > 0)
        events += tr(" · waits for the lab %1").arg(grouped(frame.statistics.slowed));
    setText(events_, events);
    notice_->setWholeText(world.notices.empty() ? QString() : engineWords(world.notices.back()));
}

void StatusLine::countFrame() {
    constexpr qint64 together = 60, enough = 500;
    const qint64 ms = sinceFrame_.restart();
    if (ms > together) return;
    ++painted_;
    flowingMs_ += ms;
    if (flowingMs_ < enough) return;
    const double seconds = static_cast<double>(flowingMs_) / 1000.0;
    setText(frames_, tr("%1 fps").arg(qRound(painted_ / seconds)));
    painted_ = 0;
    flowingMs_ = 0;
}

QSize StatusLine::minimumSizeHint() const {
    return {0, QStatusBar::minimumSizeHint().height()};
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QStatusBar::resizeEvent(event);
    fit();
}

bool StatusLine::event(QEvent* event) {
    const bool sizes = event->type() == QEvent::LayoutRequest;
    const bool taken = QStatusBar::event(event);
    if (sizes) fit();
    return taken;
}

/// What matters least gives way first, whole: half a word says nothing. A message has the line to
/// itself, but for the promise: the bar hides the rest only if it was seen when the message came.
void StatusLine::fit() {
    const bool isMessage = !currentMessage().isEmpty();
    int room = width() - 24;
    notice_->setVisible(!isMessage);
    for (QLabel* label : {objects_, events_, kernel_, promise_, frames_}) {
        const bool hides = isMessage && label != promise_;
        if (!hides) room -= label->sizeHint().width() + 12;
        label->setVisible(!hides && room >= 0);
    }
}

void StatusLine::setPrivate(bool isPrivate) {
    promise_->setText(isPrivate
                          ? tr("private IPC namespace · objects are removed when the lab closes")
                          : tr("objects are removed when the lab closes"));
}

} // namespace ipclab
