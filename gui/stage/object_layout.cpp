#include "gui/stage/layout_parts.h"

#include <algorithm>

namespace ipclab {
namespace {

template <class Place> const ObjectPlace& add(std::vector<Place>& to, Place place) {
    to.push_back(std::move(place));
    return to.back();
}

template <class Place> const Place* withIndex(const std::vector<Place>& places, std::size_t index) {
    const auto found = std::ranges::find(places, index, &ObjectPlace::index);
    return found == places.end() ? nullptr : &*found;
}

} // namespace

const ObjectPlace& parts::placeObject(StageLayout& to, const Metrics& metrics, const World& world,
                                      ShownObject shown, QPoint at, int width, Density density,
                                      int extra) {
    to.objects.push_back(shown);
    if (shown.object.kind == ObjectKind::Segment)
        return add(to.segments, placeSegment(metrics, world, shown, at, width, density, extra));
    if (shown.object.kind == ObjectKind::Pipe)
        return add(to.pipes, placePipe(metrics, world, shown, at, width, density, extra));
    return add(to.queues, placeQueue(metrics, world, shown, at, width, density, extra));
}

const QueuePlace* StageLayout::queue(std::size_t index) const {
    return withIndex(queues, index);
}

const SegmentPlace* StageLayout::segment(std::size_t index) const {
    return withIndex(segments, index);
}

const PipePlace* StageLayout::pipe(std::size_t index) const {
    return withIndex(pipes, index);
}

const PipeWire* StageLayout::wire(ProcessId process, std::size_t pipe, bool write) const {
    const auto found = std::ranges::find_if(wires, [&](const PipeWire& each) {
        return each.process == process && each.pipe == pipe && each.write == write;
    });
    return found == wires.end() ? nullptr : &*found;
}

const ObjectPlace* StageLayout::object(ObjectRef ref) const {
    switch (ref.kind) {
    case ObjectKind::Queue:
        return queue(ref.index);
    case ObjectKind::Segment:
        return segment(ref.index);
    case ObjectKind::Pipe:
        return pipe(ref.index);
    }
    return nullptr;
}

} // namespace ipclab
