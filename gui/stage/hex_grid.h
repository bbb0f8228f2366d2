#pragma once

#include "gui/stage/metrics.h"

#include <QRect>

#include <cstdint>
#include <map>
#include <optional>

namespace ipclab {

struct Segment;

/// Where the bytes of a segment stand: an offset, so many bytes as hexadecimal digits, the same as
/// characters, and who wrote in the row. Pure geometry; which rows are seen is HexView's business.
struct HexGrid {
    QRect area;
    int columns = 16; ///< bytes of a row: 16, or less where that is too wide
    int rows = 0;
    int offsetDigits = 3;                   ///< hexadecimal
    int rowHeight = 0, digit = 0, cell = 0; ///< of a byte, with the gap behind it
    int hexLeft = 0, textLeft = 0, whoLeft = 0;
    int whoWidth = 0;

    [[nodiscard]] QRect offsetRect(int row) const;
    [[nodiscard]] QRect byteRect(int row, int column) const;
    [[nodiscard]] QRect charRect(int row, int column) const;
    [[nodiscard]] QRect whoRect(int row) const;
    /// The byte under a point, counted from the first of the first row.
    [[nodiscard]] std::optional<std::uint64_t> byteAt(QPoint at) const;
};

/// As many rows as are allowed and needed.
[[nodiscard]] HexGrid hexGrid(const Metrics& metrics, const QRect& room, std::uint64_t bytes);
[[nodiscard]] int hexRowHeight(const Metrics& metrics);
/// What can be read and written: whole pages, so perhaps more than what was asked for.
[[nodiscard]] std::uint64_t mappedBytes(const Segment& segment);

/// Which part of a segment is seen. It follows what was written last, unless the user has scrolled.
class HexView {
public:
    /// The first byte of the first row, for this many rows.
    [[nodiscard]] std::uint64_t first(const Segment& segment, const HexGrid& grid) const;
    /// Scrolled by the user: from now on it stays where it is put.
    void scrollTo(const Segment& segment, const HexGrid& grid, std::int64_t offset);
    /// Follows the writes again.
    void follow() { byUser_ = false; }
    [[nodiscard]] bool follows() const { return !byUser_; }
    /// Remembers what is seen, so that following moves only when it has to.
    void settle(const Segment& segment, const HexGrid& grid);

private:
    std::uint64_t first_ = 0;
    bool byUser_ = false;
};

/// By index into World::segments.
using HexViews = std::map<std::size_t, HexView>;

} // namespace ipclab
