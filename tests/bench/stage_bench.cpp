// A frame of the stage with 500 tokens against one copy of its background.
#include "gui/stage/stage.h"
#include "tests/bench/report.h"
#include "tests/gui/stage/scene.h"

#include <QApplication>

#include <fmt/format.h>

namespace ipclab {
namespace {

constexpr int tokensWanted = 500;

Scene crowded() {
    Scene scene;
    scene.start("A", "sender", "alice");
    scene.start("B", "receiver", "bob");
    scene.call("A: q = msgget(1234, IPC_CREAT|0600)", 3);
    for (int i = 0; i < tokensWanted; ++i)
        scene.call("A: msgsnd(q, {" + std::to_string(i % 9 + 1) + ", \"text\"}, 4, 0)", 0);
    return scene;
}

/// Milliseconds of CPU for one painting into an image, as the window system would have it done.
double paintMs(Stage& stage, QImage& to) {
    const double before = bench::threadCpuNs();
    stage.render(&to, {}, {}, QWidget::RenderFlags{});
    return (bench::threadCpuNs() - before) / 1e6;
}

double blitMs(const QPixmap& background, QImage& to) {
    const double before = bench::threadCpuNs();
    QPainter painter(&to);
    painter.drawPixmap(0, 0, background);
    painter.end();
    return (bench::threadCpuNs() - before) / 1e6;
}

/// The scale is what lets so many messages be drawn one by one at this size.
bool measure(QSize size, double scale) {
    Theme theme;
    theme.setScale(scale);
    Stage stage(theme);
    stage.clock().setManual(true);
    stage.resize(size);
    Scene scene = crowded();
    stage.setFrame(scene.frame());
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    paintMs(stage, image); // renders background and sprites once
    const std::size_t tokens = stage.layoutNow().queues.front().lane.tokens.size();
    const QPixmap background = QPixmap::fromImage(image);
    const double blit = bench::medianOf(41, [&] { return blitMs(background, image); });
    const double frame = bench::medianOf(41, [&] { return paintMs(stage, image); });
    const double changed = bench::medianOf(21, [&] {
        scene.call("A: q = msgget(1234, 0)", 3);
        const double before = bench::threadCpuNs();
        stage.setFrame(scene.frame());
        return (bench::threadCpuNs() - before) / 1e6 + paintMs(stage, image);
    });
    fmt::print("{}x{}, {} tokens: a frame {:.2f} ms, with a new world {:.2f} ms, the background "
               "alone {:.3f} ms\n",
               size.width(), size.height(), tokens, frame, changed, blit);
    const bool enough = bench::row("stage: tokens drawn one by one", static_cast<double>(tokens),
                                   bench::Bound::AtLeast, tokensWanted);
    return bench::row("stage: a frame with 500 tokens / one background", frame / blit,
                      bench::Bound::AtMost, 12) &&
           enough;
}

} // namespace
} // namespace ipclab

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const bool small = ipclab::measure({1280, 800}, 0.7);
    const bool large = ipclab::measure({1920, 1080}, 1.0);
    return small && large ? 0 : 1;
}
