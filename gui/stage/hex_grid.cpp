#include "gui/stage/hex_grid.h"

#include "engine/world/segment.h"

#include <algorithm>

namespace ipclab {
namespace {

/// Digits that the largest offset takes, at least three.
int offsetDigits(std::uint64_t bytes) {
    int digits = 3;
    while (digits < 16 && bytes > 0 && (bytes - 1) >> (4 * digits) != 0)
        ++digits;
    return digits;
}

std::uint64_t lastRow(const Segment& segment, const HexGrid& grid) {
    const auto columns = static_cast<std::uint64_t>(grid.columns);
    const std::uint64_t rows = (mappedBytes(segment) + columns - 1) / columns;
    const auto seen = static_cast<std::uint64_t>(grid.rows);
    return rows > seen ? (rows - seen) * columns : 0;
}

} // namespace

std::uint64_t mappedBytes(const Segment& segment) {
    const std::uint64_t pages = (segment.stat.segsz + segmentPageBytes - 1) / segmentPageBytes;
    return std::max<std::uint64_t>(1, pages) * segmentPageBytes;
}

int hexRowHeight(const Metrics& metrics) {
    return metrics.mono.height + metrics.px(5);
}

HexGrid hexGrid(const Metrics& metrics, const QRect& room, std::uint64_t bytes) {
    HexGrid to;
    to.digit = metrics.mono.width(QStringLiteral("0"));
    to.rowHeight = hexRowHeight(metrics);
    to.offsetDigits = offsetDigits(bytes);
    to.whoWidth = 3 * to.digit;
    const int between = metrics.px(14);
    const int offset = (to.offsetDigits + 2) * to.digit + between;
    const auto bytesRoom = [&](int columns) { // for the cells alone
        return room.width() - offset - columns * to.digit - 2 * between - to.whoWidth;
    };
    const int least = 2 * to.digit + metrics.px(6), most = 2 * to.digit + metrics.px(12);
    for (const int columns : {16, 8, 4, 2}) {
        to.columns = columns;
        to.cell = std::clamp(bytesRoom(columns) / columns, least, most);
        if (columns * least <= bytesRoom(columns)) break;
    }
    const auto columns = static_cast<std::uint64_t>(to.columns);
    const std::uint64_t needed = std::max<std::uint64_t>(1, (bytes + columns - 1) / columns);
    const auto rows = static_cast<std::uint64_t>(std::max(1, room.height() / to.rowHeight));
    to.rows = static_cast<int>(std::min(rows, needed));
    to.area = {room.x(), room.y(), room.width(), to.rows * to.rowHeight};
    to.hexLeft = room.x() + offset;
    to.textLeft = to.hexLeft + to.columns * to.cell + between;
    to.whoLeft = to.textLeft + to.columns * to.digit + between;
    return to;
}

QRect HexGrid::offsetRect(int row) const {
    return {area.x(), area.y() + row * rowHeight, hexLeft - area.x(), rowHeight};
}

QRect HexGrid::byteRect(int row, int column) const {
    return {hexLeft + column * cell, area.y() + row * rowHeight, cell - 2, rowHeight - 2};
}

QRect HexGrid::charRect(int row, int column) const {
    return {textLeft + column * digit, area.y() + row * rowHeight, digit, rowHeight - 2};
}

QRect HexGrid::whoRect(int row) const {
    return {whoLeft, area.y() + row * rowHeight, whoWidth, rowHeight - 2};
}

std::optional<std::uint64_t> HexGrid::byteAt(QPoint at) const {
    if (rows == 0 || !area.contains(at)) return {};
    const int row = (at.y() - area.y()) / rowHeight;
    int column = -1;
    if (at.x() >= hexLeft && at.x() < hexLeft + columns * cell)
        column = (at.x() - hexLeft) / cell;
    else if (at.x() >= textLeft && at.x() < textLeft + columns * digit)
        column = (at.x() - textLeft) / digit;
    if (column < 0) return {};
    return static_cast<std::uint64_t>(row * columns + column);
}

std::uint64_t HexView::first(const Segment& segment, const HexGrid& grid) const {
    const auto columns = static_cast<std::uint64_t>(grid.columns);
    const std::uint64_t most = lastRow(segment, grid);
    const std::uint64_t stood = std::min(first_ / columns * columns, most);
    if (byUser_ || segment.writes.empty() || grid.rows == 0) return stood;
    // The first bytes of a segment stay in sight as long as the last write is in sight with them.
    const std::uint64_t row = segment.writes.back().offset / columns * columns;
    const std::uint64_t reach = static_cast<std::uint64_t>(grid.rows - 1) * columns;
    if (row <= reach) return 0;
    if (row >= stood && row <= stood + reach) return stood;
    return std::min(row > reach / 2 ? row - reach / 2 / columns * columns : 0, most);
}

void HexView::scrollTo(const Segment& segment, const HexGrid& grid, std::int64_t offset) {
    const auto columns = static_cast<std::uint64_t>(grid.columns);
    const auto wanted = static_cast<std::uint64_t>(std::max<std::int64_t>(0, offset));
    first_ = std::min(wanted / columns * columns, lastRow(segment, grid));
    byUser_ = true;
}

void HexView::settle(const Segment& segment, const HexGrid& grid) {
    first_ = first(segment, grid);
}

} // namespace ipclab
