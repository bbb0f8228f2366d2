#include "gui/app/screenshot.h"

#include "gui/app/workspace.h"
#include "gui/stage/stage.h"

#include <QEventLoop>
#include <QTextStream>
#include <QTimer>

#include <functional>

namespace ipclab {
namespace {

constexpr int deadlineMs = 20'000;
/// Within the first, every view has looked at the last frame; within the second, motion is over.
constexpr int settleMs = 250, motionMs = 1500;

/// Runs the event loop until `done` holds; false after the deadline.
bool waitUntil(const std::function<bool()>& done) {
    QEventLoop loop;
    QTimer look;
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done()) loop.exit(0);
    });
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&] { loop.exit(1); });
    look.start(10);
    deadline.start(deadlineMs);
    return loop.exec() == 0;
}

bool complain(const QString& what) {
    QTextStream(stderr) << "ipclab: " << what << '\n';
    return false;
}

bool playTo(MainWindow& window, int step) {
    LessonRun& run = window.run();
    const auto wanted = static_cast<std::size_t>(std::max(0, step));
    if (window.bridge().isRecording()) {
        for (std::size_t i = 1; i < wanted; ++i)
            window.bridge().stepForward();
        return true;
    }
    while (run.begun() < wanted && !run.over()) {
        run.step();
        if (!waitUntil([&] { return !run.busy(); }))
            return complain(QStringLiteral("step %1 does not come to an end").arg(run.begun()));
        if (run.failure()) return complain(window.lastTrouble());
    }
    if (run.begun() < wanted)
        return complain(QStringLiteral("the lesson has %1 steps").arg(run.begun()));
    return true;
}

} // namespace

int drawPicture(MainWindow& window, const StartOptions& options) {
    bool opened = false;
    QObject::connect(&window.scenes(), &Scenes::opened, &window, [&] { opened = true; });
    if (options.size.isValid()) window.resize(options.size);
    window.show();
    window.start(options.open);
    const bool free = window.scenes().isFreePlay();
    if (!options.open.isEmpty() && free) return complain(window.lastTrouble()) ? 0 : 2;
    if (!window.bridge().isOpen()) return 1;
    if (free && !waitUntil([&] { return opened; }))
        return complain(QStringLiteral("the opening scene does not come to stand")) ? 0 : 1;
    if (!free && !playTo(window, options.step)) return 1;
    QEventLoop settle;
    QTimer::singleShot(settleMs, &settle, &QEventLoop::quit);
    settle.exec();
    window.workspace()->stage()->clock().setManual(true);
    window.workspace()->stage()->clock().advance(motionMs);
    if (!window.grab().save(options.picture))
        return complain(options.picture + QStringLiteral(": cannot be written")) ? 0 : 1;
    return 0;
}

} // namespace ipclab
