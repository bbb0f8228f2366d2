// What a frame of the stage costs with many messages: against one copy of its background, and in
// milliseconds on a screen. bench_stage offscreen|screen.
#include "gui/stage/stage.h"
#include "tests/bench/report.h"
#include "tests/gui/stage/scene.h"

#include <QApplication>
#include <QTest>

#include <fmt/format.h>

namespace ipclab {
namespace {

Scene crowded(int messages) {
    Scene scene;
    scene.start("A", "sender", "alice");
    scene.start("B", "receiver", "bob");
    scene.call("A: q = msgget(1234, IPC_CREAT|0600)", 3);
    for (int i = 0; i < messages; ++i)
        scene.call("A: msgsnd(q, {" + std::to_string(i % 9 + 1) + ", \"text\"}, 4, 0)", 0);
    return scene;
}

/// Milliseconds of this thread's CPU time.
template <class Action> double cpuMs(Action action) {
    const double before = bench::threadCpuNs();
    action();
    return (bench::threadCpuNs() - before) / 1e6;
}

struct Staged {
    Staged(QSize size, double scale, int messages) : scene(crowded(messages)) {
        theme.setScale(scale);
        stage.resize(size);
        stage.clock().setManual(true);
        stage.setFrame(scene.frame());
    }
    std::size_t drawnOneByOne() { return stage.layoutNow().queues.front().lane.tokens.size(); }
    Theme theme;
    Stage stage{theme};
    Scene scene;
};

/// The scale is what lets so many messages be drawn one by one at this size.
bool againstBackground(QSize size, double scale) {
    constexpr int tokens = 500;
    Staged staged(size, scale, tokens);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    const auto paint = [&] { staged.stage.render(&image, {}, {}, QWidget::RenderFlags{}); };
    paint(); // renders background and sprites once
    const QPixmap background = QPixmap::fromImage(image);
    const double blit = bench::medianOf(
        41, [&] { return cpuMs([&] { QPainter(&image).drawPixmap(0, 0, background); }); });
    const double frame = bench::medianOf(41, [&] { return cpuMs(paint); });
    const std::string where = fmt::format("{}x{}", size.width(), size.height());
    const bool holds = bench::row("stage: frame with 500 tokens / blit of the background, " + where,
                                  frame / blit, bench::Bound::AtMost, 12);
    const auto drawn = static_cast<double>(staged.drawnOneByOne());
    const bool enough =
        bench::row("tokens drawn one by one in it", drawn, bench::Bound::AtLeast, tokens);
    bench::note("such a frame", frame, "ms");
    return holds && enough;
}

/// A queue as full as msg_qbytes lets it be, and each frame brings a new world.
bool fullQueue() {
    constexpr int messages = 16'000;
    constexpr double displayFrameMs = 16;
    Staged staged({1280, 800}, 1.0, messages);
    QImage image(staged.stage.size(), QImage::Format_ARGB32_Premultiplied);
    const double frame = bench::medianOf(21, [&] {
        staged.scene.call("A: msgsnd(q, {1, \"text\"}, 4, 0)", 0);
        const Frame next = staged.scene.frame();
        return cpuMs([&] {
            staged.stage.setFrame(next);
            staged.stage.render(&image, {}, {}, QWidget::RenderFlags{});
        });
    });
    return bench::row("stage: new world and frame with 16 000 messages, 1280x800", frame,
                      bench::Bound::AtMost, displayFrameMs, "ms");
}

/// A segment of 64 MiB of which every page was written, and each frame brings one more write.
bool fullSegment() {
    constexpr std::int64_t address = 0x7f0000000000, bytes = std::int64_t{64} << 20;
    constexpr double displayFrameMs = 16;
    Theme theme;
    Scene scene;
    scene.start("A", "writer", "alice");
    scene.call("A: s = shmget(1234, 67108864, IPC_CREAT|0600)", 3);
    scene.attach("A: p = shmat(s, NULL, 0)", address, bytes);
    scene.call("A: memset(p, 'x', 67108864)", address);
    if (scene.world().segments.front().pages.size() != std::uint64_t{bytes} / segmentPageBytes)
        return bench::unmeasured("stage: segment of 64 MiB", "its pages are not there");
    Stage stage(theme);
    stage.resize({1280, 800});
    stage.clock().setManual(true);
    stage.setFrame(scene.frame());
    QImage image(stage.size(), QImage::Format_ARGB32_Premultiplied);
    const double frame = bench::medianOf(21, [&] {
        scene.call("A: strcpy(p + 40000000, \"text\")", address);
        const Frame next = scene.frame();
        return cpuMs([&] {
            stage.setFrame(next);
            stage.render(&image, {}, {}, QWidget::RenderFlags{});
        });
    });
    return bench::row("stage: new world and frame with a full segment of 64 MiB, 1280x800", frame,
                      bench::Bound::AtMost, displayFrameMs, "ms");
}

/// Painting and handing the picture to the X server, 1920x1080.
bool onScreen(int messages, double scale, double budgetMs) {
    Staged staged({1920, 1080}, scale, messages);
    staged.stage.show();
    if (!QTest::qWaitForWindowExposed(&staged.stage))
        return bench::unmeasured("stage: frame at 1920x1080", "the window did not appear");
    staged.stage.repaint();
    const double frame =
        bench::medianOf(41, [&] { return cpuMs([&] { staged.stage.repaint(); }); });
    const double wall = bench::medianOf(41, [&] {
        const double before = bench::wallNs();
        staged.stage.repaint();
        return (bench::wallNs() - before) / 1e6;
    });
    const bool holds =
        bench::row(fmt::format("stage: frame at 1920x1080 under Xvfb, {} messages (CPU)", messages),
                   frame, bench::Bound::AtMost, budgetMs, "ms");
    bench::note("wall time, whatever else the machine does", wall, "ms");
    bench::note("tokens drawn one by one in it", static_cast<double>(staged.drawnOneByOne()));
    return holds;
}

} // namespace
} // namespace ipclab

int main(int argc, char** argv) {
    const bool screen = argc > 1 && std::string_view(argv[1]) == "screen";
    qputenv("QT_QPA_PLATFORM", screen ? "xcb" : "offscreen");
    QApplication application(argc, argv);
    bool holds = true;
    if (screen) {
        holds &= ipclab::onScreen(500, 1.0, 4);
        holds &= ipclab::onScreen(5000, 0.7, 16);
    } else {
        holds &= ipclab::againstBackground({1280, 800}, 0.7);
        holds &= ipclab::againstBackground({1920, 1080}, 1.0);
        holds &= ipclab::fullQueue();
        holds &= ipclab::fullSegment();
    }
    return holds ? 0 : 1;
}
