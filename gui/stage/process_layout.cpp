#include "gui/stage/layout_parts.h"
#include "gui/stage/words.h"

namespace ipclab::parts {

int narrowestProcess(const Metrics& metrics, Density density) {
    switch (density) {
    case Density::Full:
        return metrics.px(215);
    case Density::Compact:
        return metrics.px(150);
    case Density::Tiny:
        return metrics.px(122);
    }
    return 0;
}

namespace {

struct Rows {
    int pad, head, gap, buffers;
};

Rows rowsOf(const Metrics& metrics, Density density, int lines) {
    const int bufferRow = metrics.mono.height + metrics.px(3);
    return {metrics.px(density == Density::Full ? 10 : 6),
            std::max(metrics.title.height, metrics.px(20)), metrics.px(6),
            lines * bufferRow + metrics.px(8)};
}

} // namespace

int processHeight(const Metrics& metrics, Density density, int lines) {
    const Rows rows = rowsOf(metrics, density, lines);
    int height = 2 * rows.pad + rows.head;
    if (density == Density::Tiny) return height;
    height += metrics.small.height + metrics.px(2) + rows.gap + metrics.mono.height;
    if (density == Density::Full) height += rows.buffers + rows.gap;
    return height;
}

ProcessPlace placeProcess(const Metrics& metrics, const Process& process, const QRect& card,
                          Density density, int lines, std::int64_t nowNs) {
    const Rows rows = rowsOf(metrics, density, lines);
    const int pad = metrics.px(density == Density::Full ? 12 : 8);
    const int left = card.x() + pad;
    const int width = card.width() - 2 * pad;
    int y = card.y() + rows.pad;
    ProcessPlace to;
    to.id = process.id;
    to.density = density;
    to.card = card;
    to.lines = lines;
    const int square = metrics.px(18);
    to.letter = {left, y + (rows.head - square) / 2, square, square};
    const int pill = words::pillWidth(metrics, process, nowNs);
    const int pillHeight = metrics.smallStrong.height + metrics.px(4);
    const int titleLeft = to.letter.right() + metrics.px(8);
    // The state is never elided before the label is.
    const int pillRoom = std::min(pill, left + width - titleLeft);
    to.pill = {left + width - pillRoom, y + (rows.head - pillHeight) / 2, pillRoom, pillHeight};
    to.title = {titleLeft, y, std::max(0, to.pill.left() - metrics.px(6) - titleLeft), rows.head};
    to.port = {card.center().x(), card.bottom() + 1};
    if (density == Density::Tiny) return to;
    y += rows.head + metrics.px(2);
    const int kill = process.alive() ? words::killWidth(metrics) : 0;
    to.under = {left, y, width - kill - metrics.px(4), metrics.small.height};
    if (kill > 0)
        to.kill = {left + width - kill, y - metrics.px(1), kill,
                   metrics.small.height + metrics.px(2)};
    y += metrics.small.height + rows.gap;
    if (density == Density::Full) {
        to.buffers = {left, y, width, rows.buffers};
        y += rows.buffers + rows.gap;
    }
    to.call = {left, y, width, metrics.mono.height};
    return to;
}

} // namespace ipclab::parts
