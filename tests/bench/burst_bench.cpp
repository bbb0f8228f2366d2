// Two processes send and receive more than a million messages in a burst while the picture goes on:
// is there always a next frame, and does memory stay bounded? bench_burst stage|window.
#include "gui/app/main_window.h"
#include "gui/app/workspace.h"
#include "gui/bridge/lab_bridge.h"
#include "gui/stage/stage.h"
#include "tests/bench/bench_lab.h"
#include "tests/bench/report.h"

#include <QApplication>
#include <QEvent>

#include <fmt/format.h>
#include <sys/resource.h>

namespace {

using namespace ipclab;

constexpr std::uint64_t rounds = 600'000; // so many that the journal outgrows its memory
constexpr double mebi = 1024.0 * 1024.0;

/// Notes when the stage is painted.
class Frames : public QObject {
public:
    explicit Frames(QWidget& stage) { stage.installEventFilter(this); }
    void begin() {
        last_ = {bench::wallNs(), bench::threadCpuNs()};
        count = 0, longestMs = longestCpuMs = 0;
    }
    int count = 0;
    double longestMs = 0;    ///< between two frames
    double longestCpuMs = 0; ///< of this thread between two frames

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Paint) return false;
        const Moment now{bench::wallNs(), bench::threadCpuNs()};
        longestMs = std::max(longestMs, (now.wall - last_.wall) / 1e6);
        longestCpuMs = std::max(longestCpuMs, (now.cpu - last_.cpu) / 1e6);
        last_ = now;
        ++count;
        return false;
    }

private:
    struct Moment {
        double wall = 0, cpu = 0;
    };
    Moment last_;
};

void giveAndWait(LabBridge& bridge, const std::string& line) {
    const auto statement = parseStatement(line);
    const std::uint64_t before = bridge.present()->calls;
    if (!statement || !bridge.give(*statement)) std::exit(2);
    const std::uint64_t wanted =
        before + statement->times * statement->processes.size() * statement->actions.size();
    while (bridge.shown().world->calls < wanted)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

bool report(const std::string& where, const Frames& frames, const LabStatistics& statistics) {
    bool holds = bench::row("burst of 2 400 000 calls, " + where + ": longest gap between frames",
                            frames.longestMs, bench::Bound::AtMost, 50, "ms");
    bench::note("frames drawn", frames.count);
    bench::note("most CPU time of the window's thread between two frames", frames.longestCpuMs,
                "ms");
    holds &= bench::row("events lost", static_cast<double>(statistics.lost + statistics.holes),
                        bench::Bound::AtMost, 0);
    holds &= bench::row("journal in memory", static_cast<double>(statistics.journalBytes) / mebi,
                        bench::Bound::AtMost, 65, "MiB");
    holds &= bench::row("journal spilled to a file without a name",
                        static_cast<double>(statistics.spilledBytes) / mebi, bench::Bound::AtLeast,
                        1, "MiB");
    bench::note("events", static_cast<double>(statistics.events));
    bench::note("times a worker was slowed by the lab", static_cast<double>(statistics.slowed));
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    bench::note("most memory ever (RSS)", static_cast<double>(usage.ru_maxrss) / 1024, "MiB");
    return holds;
}

bool burst(const std::string& where, LabBridge& bridge, Stage& stage) {
    if (!bridge.open({})) return false;
    const int key = bench::unusedKey();
    giveAndWait(bridge, fmt::format("A: q = msgget({}, IPC_CREAT|IPC_EXCL|0600)", key));
    giveAndWait(bridge, fmt::format("B: q = msgget({}, 0)", key));
    Frames frames(stage);
    frames.begin();
    giveAndWait(bridge, fmt::format("A, B: repeat {} {{ msgsnd(q, {{1, \"x\"}}, 1, 0); "
                                    "msgrcv(q, &rbuf, 64, 0, 0) }}",
                                    rounds));
    return report(where, frames, bridge.shown().statistics);
}

bool withStageAlone(Theme& theme) {
    Stage stage(theme);
    stage.resize(1280, 800);
    stage.show();
    LabBridge bridge;
    QObject::connect(&bridge, &LabBridge::frame, &stage, &Stage::setFrame);
    return burst("bridge and stage", bridge, stage);
}

bool withWholeWindow(Theme& theme) {
    Languages languages;
    languages.use(QStringLiteral("en"));
    MainWindow window(theme, languages, Settings{}, false);
    window.resize(1280, 800);
    window.show();
    return burst("whole window", window.bridge(), *window.workspace()->stage());
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme;
    theme.setName(ThemeName::Light);
    theme.applyTo(application);
    const bool whole = argc > 1 && std::string_view(argv[1]) == "window";
    return (whole ? withWholeWindow(theme) : withStageAlone(theme)) ? 0 : 1;
}
