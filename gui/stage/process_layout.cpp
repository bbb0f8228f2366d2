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
    int pad, head, gap, pill, buffers, descriptor, descriptors;
};

Rows rowsOf(const Metrics& metrics, Density density, const CardRows& want) {
    const int bufferRow = metrics.mono.height + metrics.px(3);
    const int descriptor = metrics.mono.height + metrics.px(2);
    const bool table = density == Density::Full && want.form != TableForm::OneLine;
    const int shown = table ? want.descriptors : want.line;
    return {metrics.px(density == Density::Full ? 10 : 6),
            std::max<int>(metrics.title.height, metrics.px(20)),
            metrics.px(6),
            metrics.smallStrong.height + metrics.px(4),
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

/// Of the state's words as many as leave room for what stands beside them, the name or the pid; it
/// is never elided before that is.
int pillWidth(const Metrics& metrics, const World& world, const Process& process, int room,
              const CardRows& want, Density density, std::int64_t nowNs) {
    const std::vector<int> widths = words::pillWidths(metrics, process, nowNs);
    int label = metrics.title.width(words::title(world, process)) + metrics.px(6);
    if (want.stateBelow)
        label = density == Density::Tiny
                    ? 0
                    : metrics.small.width(words::under(world, process).back()) + metrics.px(6);
    const auto fits =
        std::ranges::find_if(widths, [&](int width) { return label + width <= room; });
    return std::min(fits == widths.end() ? widths.back() : *fits, room);
}

int sidePad(const Metrics& metrics, Density density) {
    return metrics.px(density == Density::Full ? 12 : 8);
}

/// "P27": the square is as wide as its letters.
int letterWidth(const Metrics& metrics, const Process& process) {
    return std::max(metrics.px(18),
                    metrics.disc.width(words::text(process.letter)) + metrics.px(6));
}

} // namespace

bool cutsName(const Metrics& metrics, const World& world, const Process& process, int cardWidth,
              Density density) {
    const int room = cardWidth - 2 * sidePad(metrics, density) - letterWidth(metrics, process) -
                     metrics.px(8) - metrics.px(6);
    return metrics.title.width(words::title(world, process)) + words::usualPillWidth(metrics) >
           room;
}

int processHeight(const Metrics& metrics, Density density, const CardRows& want) {
    const Rows rows = rowsOf(metrics, density, want);
    int height = 2 * rows.pad + rows.head;
    if (density == Density::Tiny) return height + (want.stateBelow ? metrics.px(2) + rows.pill : 0);
    height += metrics.small.height + metrics.px(2) + rows.gap + metrics.mono.height;
    height += rows.descriptors;
    if (density == Density::Full) height += rows.buffers + rows.gap;
    return height;
}

ProcessPlace placeProcess(const Metrics& metrics, const World& world, const Process& process,
                          const QRect& card, Density density, const CardRows& want,
                          std::int64_t nowNs) {
    const Rows rows = rowsOf(metrics, density, want);
    const int pad = sidePad(metrics, density);
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
    to.letter = {left, y + (rows.head - square) / 2, letterWidth(metrics, process), square};
    const int titleLeft = to.letter.right() + metrics.px(8);
    const int kill = process.alive() && density != Density::Tiny ? words::killWidth(metrics) : 0;
    const int beside = want.stateBelow && density != Density::Tiny ? left : titleLeft;
    const int pill =
        pillWidth(metrics, world, process, left + width - beside, want, density, nowNs);
    // Name and state share the first row, pid and kill the second; where the state would cut the
    // name, it changes its place with kill.
    const int up = want.stateBelow ? kill : pill, down = want.stateBelow ? pill : kill;
    const QRect first{left + width - up, y, up, rows.head};
    to.title = {titleLeft, y, std::max(0, first.left() - (up > 0 ? metrics.px(6) : 0) - titleLeft),
                rows.head};
    to.port = {card.center().x(), card.bottom() + 1};
    y += rows.head + metrics.px(2);
    const int under = density == Density::Tiny ? rows.pill : int{metrics.small.height};
    const QRect second{left + width - down, y, down, under};
    const auto middle = [](const QRect& room, int height) {
        return QRect(room.x(), room.y() + (room.height() - height) / 2, room.width(), height);
    };
    to.pill = middle(want.stateBelow ? second : first, rows.pill);
    if (density == Density::Tiny) {
        if (want.stateBelow) to.pill.moveLeft(titleLeft);
        return to;
    }
    if (kill > 0)
        to.kill = middle(want.stateBelow ? first : second, metrics.small.height + metrics.px(2));
    to.under = {left, y, width - down - metrics.px(4), under};
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
