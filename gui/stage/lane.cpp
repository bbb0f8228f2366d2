#include "gui/stage/layout.h"
#include "gui/stage/token.h"

#include <algorithm>
#include <array>

namespace ipclab {
namespace {

struct Grid {
    QSize token;
    int gap = 0, columns = 1, rows = 1;
    [[nodiscard]] std::size_t cells() const { return static_cast<std::size_t>(columns * rows); }
    [[nodiscard]] QRect cell(const QRect& area, std::size_t place, std::size_t span = 1) const {
        const int column = static_cast<int>(place) % columns;
        const int row = static_cast<int>(place) / columns;
        const int width = token.width() + static_cast<int>(span - 1) * (token.width() + gap);
        return {area.x() + column * (token.width() + gap), area.y() + row * (token.height() + gap),
                width, token.height()};
    }
    [[nodiscard]] int height() const { return rows * token.height() + (rows - 1) * gap; }
};

Grid gridOf(TokenSize size, const QRect& area, const Metrics& metrics) {
    Grid grid{tokenSize(size, metrics), metrics.px(size == TokenSize::Large ? 9 : 5)};
    grid.columns = std::max(1, (area.width() + grid.gap) / (grid.token.width() + grid.gap));
    grid.rows = std::max(1, (area.height() + grid.gap) / (grid.token.height() + grid.gap));
    return grid;
}

/// Each token as wide as what it says, no higher than all are at their least or than `high`; false
/// where they need more.
bool placeWhole(Lane& lane, const World& world, const Queue& queue, const Grid& grid,
                const Metrics& metrics, int high, bool text) {
    const int rows = static_cast<int>(queue.messages.size()) / grid.columns + 1;
    QPoint at;
    const auto next = [&](int width) {
        if (at.x() > 0 && at.x() + width > lane.area.width())
            at = {0, at.y() + grid.token.height() + grid.gap};
        const QRect to(lane.area.topLeft() + at, QSize(width, grid.token.height()));
        at.rx() += width + grid.gap;
        return to;
    };
    std::vector<TokenPlace> tokens;
    for (std::size_t i = 0; i < queue.messages.size(); ++i) {
        const int wanted = wholeToken(world, queue.messages[i], lane.size, metrics, text).width();
        if (wanted > lane.area.width()) return false;
        tokens.push_back({i, queue.messages[i].serial, next(wanted)});
    }
    const QRect tail = next(grid.token.width());
    const int height = tail.bottom() + 1 - lane.area.y();
    if (height > std::max(high, rows * grid.token.height() + (rows - 1) * grid.gap)) return false;
    lane.tokens = std::move(tokens);
    lane.tail = tail;
    lane.height = height;
    return true;
}

void placeAll(Lane& lane, const Queue& queue, Grid grid) {
    const std::size_t count = queue.messages.size();
    for (std::size_t i = 0; i < count; ++i)
        lane.tokens.push_back({i, queue.messages[i].serial, grid.cell(lane.area, i)});
    lane.tail = grid.cell(lane.area, count);
    grid.rows = static_cast<int>(count) / grid.columns + 1;
    lane.height = grid.height();
}

/// The first messages, one stack for the middle, the last messages, and the free place.
void placeWithStack(Lane& lane, const Queue& queue, Grid grid) {
    const std::size_t count = queue.messages.size();
    if (lane.size == TokenSize::Large) grid.rows = std::min(grid.rows, 2);
    const std::size_t span = grid.columns >= 5 ? 2 : 1;
    const std::size_t cells = grid.cells();
    const std::size_t shown = cells > span + 1 ? cells - span - 1 : 0;
    std::size_t first = (shown + 1) / 2;
    // A stack two places wide must not be broken over two rows.
    const std::size_t columns = static_cast<std::size_t>(grid.columns);
    if (span == 2 && first % columns == columns - 1) --first;
    const std::size_t last = shown - std::min(shown, first);
    for (std::size_t i = 0; i < first; ++i)
        lane.tokens.push_back({i, queue.messages[i].serial, grid.cell(lane.area, i)});
    lane.stack = grid.cell(lane.area, first, span);
    lane.stackFirst = first;
    lane.stackCount = count - first - last;
    for (std::size_t i = 0; i < last; ++i) {
        const std::size_t index = count - last + i;
        lane.tokens.push_back(
            {index, queue.messages[index].serial, grid.cell(lane.area, first + span + i)});
    }
    if (first + span + last < cells) lane.tail = grid.cell(lane.area, first + span + last);
    lane.height = grid.height();
}

} // namespace

QSize tokenSize(TokenSize size, const Metrics& metrics) {
    switch (size) {
    case TokenSize::Large:
        return {metrics.px(92), metrics.px(62)};
    case TokenSize::Small:
        return {metrics.px(88), metrics.px(28)};
    case TokenSize::Mini:
        return {metrics.px(36), metrics.px(20)};
    }
    return {};
}

Lane layOutLane(const World& world, const Queue& queue, const QRect& area, const Metrics& metrics,
                TokenSize largest) {
    Lane lane;
    lane.area = area;
    std::array<Grid, 3> grids;
    for (int size = static_cast<int>(largest); size <= static_cast<int>(TokenSize::Mini); ++size) {
        lane.size = static_cast<TokenSize>(size);
        grids[static_cast<std::size_t>(size)] = gridOf(lane.size, area, metrics);
        const Grid& grid = grids[static_cast<std::size_t>(size)];
        if (queue.messages.size() + 1 > grid.cells()) continue;
        // Room that a large message would take is there anyway.
        const int high = tokenSize(largest, metrics).height();
        if (!placeWhole(lane, world, queue, grid, metrics, high, true) &&
            !placeWhole(lane, world, queue, grid, metrics, high, false))
            placeAll(lane, queue, grid);
        return lane;
    }
    lane.size = largest;
    while (lane.size != TokenSize::Mini && grids[static_cast<std::size_t>(lane.size)].cells() < 5)
        lane.size = static_cast<TokenSize>(static_cast<int>(lane.size) + 1);
    placeWithStack(lane, queue, grids[static_cast<std::size_t>(lane.size)]);
    return lane;
}

} // namespace ipclab
