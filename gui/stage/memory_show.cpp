#include "gui/stage/memory_show.h"

#include "gui/stage/segment_items.h"
#include "gui/stage/segment_words.h"

#include <algorithm>

namespace ipclab {
namespace {

const Segment& segmentOf(const World& world, const SegmentPlace& place) {
    return world.segments[place.index];
}

bool live(const World& world, const SegmentPlace& place) {
    return !place.slim && !segmentOf(world, place).removed;
}

} // namespace

void MemoryShow::settle(const World& world, const StageLayout& layout) {
    std::erase_if(views_, [&](const auto& each) { return each.first >= world.segments.size(); });
    for (const SegmentPlace& place : layout.segments)
        if (live(world, place)) views_[place.index].settle(segmentOf(world, place), place.grid);
}

bool MemoryShow::fading(const World& world, const StageLayout& layout, std::int64_t nowNs) const {
    return std::ranges::any_of(layout.segments, [&](const SegmentPlace& place) {
        return live(world, place) && fades(segmentOf(world, place), nowNs);
    });
}

HexView MemoryShow::viewOf(const SegmentPlace& place) const {
    const auto found = views_.find(place.index);
    return found == views_.end() ? HexView() : found->second;
}

void MemoryShow::paint(Ink& ink, const World& world, const StageLayout& layout,
                       std::int64_t nowNs) {
    for (const SegmentPlace& place : layout.segments)
        paintSegmentBytes(ink, atlas_, world, place, viewOf(place), nowNs);
    paintMemoryBoxes(ink, world, layout, boxes(world));
}

std::uint64_t MemoryShow::firstSeen(const World& world, const SegmentPlace& place) const {
    return viewOf(place).first(segmentOf(world, place), place.grid);
}

void MemoryShow::scrollTo(const World& world, const SegmentPlace& place, std::int64_t offset) {
    views_[place.index].scrollTo(segmentOf(world, place), place.grid, offset);
}

void MemoryShow::scrollRows(const World& world, const SegmentPlace& place, std::int64_t rows) {
    scrollTo(world, place,
             static_cast<std::int64_t>(firstSeen(world, place)) + rows * place.grid.columns);
}

void MemoryShow::follow(const SegmentPlace& place) {
    views_[place.index].follow();
}

bool MemoryShow::key(const World& world, const SegmentPlace& place, int key) {
    switch (key) {
    case Qt::Key_Up:
        scrollRows(world, place, -1);
        return true;
    case Qt::Key_Down:
        scrollRows(world, place, 1);
        return true;
    case Qt::Key_PageUp:
        scrollRows(world, place, -place.grid.rows);
        return true;
    case Qt::Key_PageDown:
        scrollRows(world, place, place.grid.rows);
        return true;
    case Qt::Key_Home:
        scrollTo(world, place, 0);
        return true;
    case Qt::Key_End:
        scrollTo(world, place, static_cast<std::int64_t>(mappedBytes(segmentOf(world, place))));
        return true;
    case Qt::Key_Escape:
        follow(place);
        return true;
    default:
        return false;
    }
}

bool MemoryShow::press(const World& world, const StageLayout& layout, QPoint at) {
    for (const SegmentPlace& place : layout.segments) {
        if (!live(world, place) || place.strip.isNull() ||
            !place.strip.adjusted(0, -4, 0, 4).contains(at))
            continue;
        const std::uint64_t page = pageAt(segmentOf(world, place), place.strip, at.x());
        scrollTo(world, place, static_cast<std::int64_t>(page * segmentPageBytes));
        return true;
    }
    return false;
}

bool MemoryShow::wheel(const World& world, const StageLayout& layout, QPoint at, int rows) {
    for (const SegmentPlace& place : layout.segments) {
        if (!live(world, place) || !place.grid.area.contains(at)) continue;
        const auto seen = static_cast<std::uint64_t>(place.grid.rows * place.grid.columns);
        if (seen >= mappedBytes(segmentOf(world, place))) return false;
        scrollRows(world, place, rows);
        return true;
    }
    return false;
}

QString MemoryShow::tipAt(const World& world, const StageLayout& layout, QPoint at,
                          std::int64_t nowNs) const {
    for (const SegmentPlace& place : layout.segments) {
        if (!live(world, place) || !place.card.contains(at)) continue;
        if (place.page.contains(at)) return words::copiesTip();
        const auto byte = place.grid.byteAt(at);
        if (!byte) return {};
        return words::byteTip(world, segmentOf(world, place), firstSeen(world, place) + *byte,
                              nowNs);
    }
    return {};
}

} // namespace ipclab
