#include "gui/app/screenshot.h"

#include "gui/app/workspace.h"
#include "gui/stage/stage.h"

#include <QEventLoop>
#include <QLayout>
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

// As every program of the lab: 1 says that it did not work, 2 that the command line is wrong.
constexpr int drawn = 0, failed = 1, wrongUse = 2;

/// Says what is wrong; the exit status.
int complain(const QString& what, int status) {
    QTextStream(stderr) << "ipclab: " << what << '\n';
    return status;
}

int playTo(MainWindow& window, int step) {
    LessonRun& run = window.run();
    const auto wanted = static_cast<std::size_t>(std::max(0, step));
    if (window.bridge().isRecording()) {
        for (std::size_t i = 1; i < wanted; ++i)
            window.bridge().stepForward();
        return drawn;
    }
    while (run.begun() < wanted && !run.over()) {
        run.step();
        if (!waitUntil([&] { return !run.busy(); }))
            return complain(QStringLiteral("step %1 does not come to an end").arg(run.begun()),
                            failed);
        if (run.failure()) return complain(window.lastTrouble(), failed);
    }
    if (run.begun() < wanted)
        return complain(QStringLiteral("%1: the lesson has %2 steps").arg(wanted).arg(run.begun()),
                        wrongUse);
    return drawn;
}

} // namespace

int drawPicture(MainWindow& window, const StartOptions& options) {
    bool opened = false;
    QObject::connect(&window.scenes(), &Scenes::opened, &window, [&] { opened = true; });
    // No one resizes this window, and where there is no screen there is nobody to tell its least
    // size to: Qt would complain about that with each change.
    window.layout()->setSizeConstraint(QLayout::SetNoConstraint);
    if (options.size.isValid()) window.resize(options.size);
    window.show();
    window.start(options.open);
    const bool free = window.scenes().isFreePlay();
    if (!options.open.isEmpty() && free) return complain(window.lastTrouble(), wrongUse);
    if (!window.bridge().isOpen()) return failed;
    if (free && !waitUntil([&] { return opened; }))
        return complain(QStringLiteral("the opening scene does not come to stand"), failed);
    if (!free)
        if (const int status = playTo(window, options.step); status != drawn) return status;
    QEventLoop settle;
    QTimer::singleShot(settleMs, &settle, &QEventLoop::quit);
    settle.exec();
    window.workspace()->stage()->clock().setManual(true);
    window.workspace()->stage()->clock().advance(motionMs);
    if (!window.grab().save(options.picture))
        return complain(options.picture + QStringLiteral(": cannot be written"), failed);
    return drawn;
}

} // namespace ipclab
