#include "gui/stage/layout_parts.h"
#include "gui/stage/pipe_words.h"

#include <algorithm>

namespace ipclab::parts {

int narrowestProcess(const Metrics& metrics, Density density) {
    switch (density) {
    case Density::Full:
        return metrics.px(215);
    case Density::Compact:
        return metrics.px(138);
    case Density::Tiny:
        return metrics.px(122);
    }
    return 0;
}

namespace {

struct Rows {
    int pad, head, gap, buffers, descriptor, descriptors;
};

Rows rowsOf(const Metrics& metrics, Density density, const CardRows& want) {
    const int bufferRow = metrics.mono.height + metrics.px(3);
    const int descriptor = metrics.mono.height + metrics.px(2);
    const bool table = density == Density::Full && want.form != TableForm::OneLine;
    const int shown = table ? want.descriptors : want.line;
    return {metrics.px(density == Density::Full ? 10 : 6),
            std::max<int>(metrics.title.height, metrics.px(20)),
            metrics.px(6),
            want.buffers * bufferRow + metrics.px(8),
            descriptor,
            shown * descriptor + (shown > 0 ? metrics.px(5) : 0)};
}

/// Number, what it leads to, and the cross at the right.
void placeTable(const Metrics& metrics, const World& world, const Process& process, int height,
                ProcessPlace& to) {
    const auto rows = words::descriptorRows(world, process, to.form);
    int number = 0;
    for (const auto& row : rows)
        number = std::max(number, metrics.mono.width(row.number()));
    const int most = to.descriptors.height() / std::max(1, height);
    for (const auto& row : rows) {
        const auto placed = static_cast<int>(to.table.size());
        if (placed == most) break;
        DescriptorPlace at;
        at.fd = row.fd;
        at.row = {to.descriptors.x(), to.descriptors.y() + placed * height, to.descriptors.width(),
                  height};
        at.number = {at.row.x(), at.row.y(), number + metrics.px(1), height};
        at.what = at.row.adjusted(number + metrics.px(12), 0, -height - metrics.px(2), 0);
        if (row.pipeEnd && !row.closed)
            at.close = {at.row.right() + 1 - height, at.row.y(), height, height};
        to.table.push_back(at);
    }
}

} // namespace

int processHeight(const Metrics& metrics, Density density, const CardRows& want) {
    const Rows rows = rowsOf(metrics, density, want);
    int height = 2 * rows.pad + rows.head;
    if (density == Density::Tiny) return height;
    height += metrics.small.height + metrics.px(2) + rows.gap + metrics.mono.height;
    height += rows.descriptors;
    if (density == Density::Full) height += rows.buffers + rows.gap;
    return height;
}

ProcessPlace placeProcess(const Metrics& metrics, const World& world, const Process& process,
                          const QRect& card, Density density, const CardRows& want,
                          std::int64_t nowNs) {
    const Rows rows = rowsOf(metrics, density, want);
    const int pad = metrics.px(density == Density::Full ? 12 : 8);
    const int left = card.x() + pad;
    const int width = card.width() - 2 * pad;
    int y = card.y() + rows.pad;
    ProcessPlace to;
    to.id = process.id;
    to.density = density;
    to.card = card;
    to.lines = want.buffers;
    to.form = want.form;
    const int square = metrics.px(18);
    // "P27": the square is as wide as its letters.
    const int letters = metrics.disc.width(words::text(process.letter)) + metrics.px(6);
    to.letter = {left, y + (rows.head - square) / 2, std::max(square, letters), square};
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
    if (rows.descriptors > 0) {
        to.descriptors = {left, y - metrics.px(2), width, rows.descriptors};
        if (density == Density::Full && to.form != TableForm::OneLine)
            placeTable(metrics, world, process, rows.descriptor, to);
        y += rows.descriptors;
    }
    if (density == Density::Full) {
        to.buffers = {left, y, width, rows.buffers};
        y += rows.buffers + rows.gap;
    }
    to.call = {left, y, width, metrics.mono.height};
    return to;
}

} // namespace ipclab::parts
