#include "gui/stage/byte_tint.h"
#include "gui/stage/segment_items.h"
#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"

#include <algorithm>
#include <array>

namespace ipclab {
namespace {

/// The tints of one writer at every level, mixed once a frame.
using Shades = std::array<ByteTint, tintLevels>;

class BytePainter {
public:
    BytePainter(Ink& ink, HexAtlas& atlas, const Segment& segment, const HexGrid& grid,
                std::uint64_t first, std::int64_t nowNs)
        : ink_(ink), atlas_(atlas), segment_(segment), grid_(grid), first_(first), nowNs_(nowNs) {
        const Palette& p = ink.palette();
        for (const SegmentWriter& writer : segment.writers) {
            shades_.emplace_back();
            for (int level = 0; level < tintLevels; ++level)
                shades_.back()[static_cast<std::size_t>(level)] =
                    byteTint(p, writer.process, level);
        }
        const std::uint64_t end = first + static_cast<std::uint64_t>(grid.rows * grid.columns);
        for (const SegmentWrite& write : segment.writes)
            if (nowNs - write.atNs < tintFadesNs && write.offset < end &&
                write.offset + write.length > first)
                fresh_.push_back(&write);
    }

    void row(const World& world, int row) {
        const std::uint64_t start = first_ + static_cast<std::uint64_t>(row * grid_.columns);
        if (start >= mappedBytes(segment_)) return;
        const SegmentPage* held = segment_.pages.find(start / segmentPageBytes);
        const auto within = static_cast<std::size_t>(start % segmentPageBytes);
        if (within == 0 && start > 0) boundary(row);
        std::vector<std::uint8_t> seen;
        for (int column = 0; column < grid_.columns; ++column) {
            const std::size_t at = within + static_cast<std::size_t>(column);
            const auto value = static_cast<unsigned char>(held ? held->bytes[at] : 0);
            const std::uint8_t writer = held ? held->writer[at] : 0;
            byte(row, column, start + static_cast<std::uint64_t>(column), value, writer);
            if (writer != 0 && std::ranges::find(seen, writer) == seen.end())
                seen.push_back(writer);
        }
        who(world, row, seen);
    }

    /// What was written last stands out, until something else is.
    void outline(const Segment& segment) {
        if (segment.writes.empty()) return;
        const SegmentWrite& last = segment.writes.back();
        const Palette& p = ink_.palette();
        const QColor colour = last.process == 0 ? p.outside : p.process(last.process - firstWorker);
        const bool now = nowNs_ - last.atNs < tintFadesNs;
        for (int row = 0; row < grid_.rows; ++row) {
            const std::uint64_t start = first_ + static_cast<std::uint64_t>(row * grid_.columns);
            const std::uint64_t end = start + static_cast<std::uint64_t>(grid_.columns);
            const std::uint64_t from = std::max(start, last.offset);
            const std::uint64_t to = std::min(end, last.offset + last.length);
            if (from >= to) continue;
            const QRect box = grid_.byteRect(row, static_cast<int>(from - start))
                                  .united(grid_.byteRect(row, static_cast<int>(to - start - 1)));
            if (now)
                ink_.box(box.adjusted(-2, -2, 2, 2), ink_.px(4), {}, mixed(p.card, colour, 0.45),
                         std::max(2.0, ink_.px(2) * 1.0));
            ink_.box(box, ink_.px(3), {}, colour, std::max(1.0, ink_.metrics().factor * 1.5));
        }
    }

private:
    int levelOf(std::uint64_t offset, std::uint8_t writer) const {
        for (auto write = fresh_.rbegin(); write != fresh_.rend(); ++write)
            if (offset >= (*write)->offset && offset - (*write)->offset < (*write)->length &&
                segment_.writers[writer - 1U].process == (*write)->process)
                return tintLevel(nowNs_ - (*write)->atNs);
        return tintLevels - 1;
    }

    void byte(int row, int column, std::uint64_t offset, unsigned char value, std::uint8_t writer) {
        const QRect cell = grid_.byteRect(row, column);
        const Palette& p = ink_.palette();
        QColor ink = value == 0 ? p.faintText : p.text;
        QColor plain = value == 0 ? p.faintText : p.text;
        if (writer != 0 && writer <= shades_.size()) {
            const ByteTint& tint =
                shades_[writer - 1U][static_cast<std::size_t>(levelOf(offset, writer))];
            ink_.painter().fillRect(cell, tint.ground);
            ink = tint.ink;
            plain = p.text;
        } else if (offset >= segment_.stat.segsz) {
            // Behind what was asked for, but memory all the same: pages are whole.
            ink_.painter().fillRect(cell, mixed(p.card, p.boundary, 0.14));
        }
        const int y = cell.y() + (cell.height() - atlas_.height()) / 2;
        atlas_.hex(ink_.painter(), {cell.x() + (cell.width() - 2 * grid_.digit) / 2, y}, value,
                   ink);
        atlas_.character(ink_.painter(), {grid_.charRect(row, column).x(), y}, value, plain);
    }

    /// The letters of those whose bytes stand in this row: colour is not the only sign.
    void who(const World& world, int row, const std::vector<std::uint8_t>& writers) {
        std::vector<Ink::Piece> pieces;
        const Palette& p = ink_.palette();
        for (const std::uint8_t index : writers) {
            if (index > segment_.writers.size()) continue;
            const ProcessId process = segment_.writers[index - 1U].process;
            pieces.push_back({words::writerMark(world, process), &ink_.metrics().monoStrong,
                              process == 0 ? p.outside : p.processInk(process - firstWorker)});
        }
        if (!pieces.empty()) ink_.pieces(grid_.whoRect(row), pieces);
    }

    void boundary(int row) {
        const QRect line = grid_.offsetRect(row);
        ink_.painter().fillRect(
            QRect(line.x(), line.y() - 2, grid_.whoLeft - line.x(), std::max(1, ink_.px(1))),
            ink_.palette().boundary);
    }

    Ink& ink_;
    HexAtlas& atlas_;
    const Segment& segment_;
    const HexGrid& grid_;
    std::uint64_t first_;
    std::int64_t nowNs_;
    std::vector<Shades> shades_;
    std::vector<const SegmentWrite*> fresh_;
};

void legend(Ink& ink, const World& world, const Segment& segment, const SegmentPlace& place,
            std::int64_t nowNs) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    std::vector<SegmentWriter> writers = segment.writers;
    std::ranges::sort(writers, std::ranges::greater{}, &SegmentWriter::lastNs);
    const QString title =
        writers.empty() ? StageTr::tr("nobody has written yet") : StageTr::tr("Last writer");
    ink.text(place.legend, title, m.small, p.mutedText);
    QRect room = place.legend;
    room.setLeft(room.left() + m.small.width(title) + ink.px(12));
    const int side = std::min(room.height(), ink.px(15));
    for (const SegmentWriter& writer : writers) {
        const QString letters = words::writerMark(world, writer.process);
        const int square = std::max(side, m.smallStrong.width(letters) + ink.px(4));
        const QString text = words::ago(writer.lastNs, nowNs);
        // With the same room for each digit, so that nothing jumps while it counts.
        QString digits = text;
        for (QChar& each : digits)
            if (each.isDigit()) each = '0';
        const int age = std::max(m.small.width(digits), m.small.width(text)) + 2;
        const int width = square + ink.px(5) + age + ink.px(14);
        if (width - ink.px(14) > room.width()) break;
        const ByteTint tint = byteTint(p, writer.process, 0);
        const QRect mark(room.x(), room.center().y() - side / 2 + 1, square, side);
        ink.box(mark, ink.px(3), tint.ground, {});
        ink.text(mark, letters, m.smallStrong, tint.ink, Qt::AlignCenter);
        ink.text({mark.right() + ink.px(5), room.y(), age, room.height()}, text, m.small, p.text);
        room.setLeft(room.left() + width);
    }
}

QString offsetText(std::uint64_t offset, const HexGrid& grid) {
    return QStringLiteral("0x%1").arg(offset, grid.offsetDigits, 16, QLatin1Char('0'));
}

} // namespace

void paintSegmentBytes(Ink& ink, HexAtlas& atlas, const World& world, const SegmentPlace& place,
                       const HexView& view, std::int64_t nowNs) {
    const Segment& segment = world.segments[place.index];
    if (place.slim || segment.removed || place.grid.rows == 0) return;
    ink.setCard(place.card);
    const HexGrid& grid = place.grid;
    const std::uint64_t first = view.first(segment, grid);
    const QPaintDevice* device = ink.painter().device();
    atlas.prepare(ink.metrics().mono, device->devicePixelRatioF());
    BytePainter painter(ink, atlas, segment, grid, first, nowNs);
    for (int row = 0; row < grid.rows; ++row) {
        const std::uint64_t start = first + static_cast<std::uint64_t>(row * grid.columns);
        ink.text(grid.offsetRect(row).adjusted(0, 0, 0, -2), offsetText(start, grid),
                 ink.metrics().mono, ink.palette().faintText);
        painter.row(world, row);
    }
    painter.outline(segment);
    legend(ink, world, segment, place, nowNs);
    ink.oneOf(place.page, words::pageTexts(world, segment, first / segmentPageBytes),
              ink.metrics().mono, ink.palette().mutedText, Qt::AlignRight | Qt::AlignVCenter);
    paintSeenPart(ink, segment, place, first);
}

} // namespace ipclab
