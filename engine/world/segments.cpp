#include "engine/world/segments.h"

#include <algorithm>

namespace ipclab {

Segment* liveSegment(World& world, std::int64_t id) {
    // The newest of an id: it may be used again after its segment is gone.
    for (auto found = world.segments.rbegin(); found != world.segments.rend(); ++found)
        if (found->stat.id == id && !found->removed) return &*found;
    return nullptr;
}

Segment& addSegment(World& world, std::int32_t id) {
    if (world.segments.size() >= maxObjects) {
        const auto oldest = std::ranges::find(world.segments, true, &Segment::removed);
        if (oldest != world.segments.end()) world.segments.erase(oldest);
    }
    Segment& segment = world.segments.emplace_back();
    segment.stat.id = id;
    segment.createdNs = world.timeNs;
    return segment;
}

Segment& segmentFound(World& world, std::int64_t id) {
    if (Segment* live = liveSegment(world, id)) return *live;
    Segment& segment = addSegment(world, static_cast<std::int32_t>(id));
    segment.contentsKnown = false;
    segment.missing = "not looked at yet";
    return segment;
}

void removeSegment(World& world, Segment& segment) {
    segment.removed = true;
    segment.removedNs = world.timeNs;
    segment.stat.nattch = 0;
    segment.pages.clear();
    segment.uncertain.clear();
    segment.rss = 0;
}

} // namespace ipclab
