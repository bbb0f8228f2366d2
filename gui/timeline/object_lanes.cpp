#include "gui/timeline/object_lanes.h"

#include <QCoreApplication>
#include <algorithm>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Timeline)
};

/// Of each pair of the older half, the higher value stays: peaks are what one looks for.
void thin(std::vector<ObjectStep>& steps) {
    if (steps.size() <= mostBlocks) return;
    std::vector<ObjectStep> kept;
    kept.reserve(mostBlocks);
    const std::size_t half = steps.size() / 2;
    for (std::size_t i = 0; i < half; i += 2) {
        ObjectStep step = steps[i];
        if (i + 1 < half) step.value = std::max(step.value, steps[i + 1].value);
        kept.push_back(step);
    }
    kept.insert(kept.end(), steps.begin() + static_cast<std::ptrdiff_t>(half), steps.end());
    steps = std::move(kept);
}

void thin(std::vector<WriteMark>& marks) {
    if (marks.size() <= mostBlocks) return;
    std::vector<WriteMark> kept;
    kept.reserve(mostBlocks);
    const std::size_t half = marks.size() / 2;
    for (std::size_t i = 0; i < half; ++i) {
        if (!kept.empty() && kept.back().process == marks[i].process)
            kept.back().endNs = std::max(kept.back().endNs, marks[i].endNs);
        else
            kept.push_back(marks[i]);
    }
    kept.insert(kept.end(), marks.begin() + static_cast<std::ptrdiff_t>(half), marks.end());
    marks = std::move(kept);
}

void step(ObjectLane& lane, std::uint64_t value, std::int64_t timeNs) {
    if (lane.steps.back().value == value) return;
    lane.most = std::max(lane.most, value);
    lane.steps.push_back({timeNs, value});
    thin(lane.steps);
}

/// When the call began that wrote at this time.
std::int64_t begunNs(const World& world, const SegmentWrite& write) {
    const Process* process = world.process(write.process);
    if (!process || !process->last || process->last->returnedNs != write.atNs) return write.atNs;
    return process->last->enteredNs;
}

} // namespace

QString objectName(const ObjectLane& lane) {
    switch (lane.kind) {
    case event::ObjectKind::Queue:
        return Words::tr("queue %1").arg(lane.object);
    case event::ObjectKind::Segment:
        return Words::tr("segment %1").arg(lane.object);
    case event::ObjectKind::Pipe:
        break;
    }
    return lane.path.isEmpty() ? Words::tr("pipe %1").arg(lane.number)
                               : Words::tr("FIFO %1").arg(lane.path);
}

std::size_t ObjectLanes::place(event::ObjectKind kind, std::int64_t object) const {
    const auto found = std::ranges::find_if(lanes_, [&](const ObjectLane& lane) {
        return lane.kind == kind && static_cast<std::int64_t>(lane.object) == object;
    });
    return static_cast<std::size_t>(found - lanes_.begin());
}

ObjectLane& ObjectLanes::laneOf(event::ObjectKind kind, std::uint64_t object,
                                std::int64_t createdNs) {
    const std::size_t known = place(kind, static_cast<std::int64_t>(object));
    if (known < lanes_.size()) return lanes_[known];
    ObjectLane& lane = lanes_.emplace_back();
    lane.kind = kind;
    lane.object = object;
    lane.createdNs = createdNs;
    lane.steps.push_back({createdNs, 0});
    if (kind == event::ObjectKind::Pipe) lane.number = ++pipes_;
    return lane;
}

void ObjectLanes::measure(const World& world) {
    // The newest with an id counts: the world keeps the removed ones, too.
    for (const Queue& queue : world.queues) {
        ObjectLane& lane =
            laneOf(event::ObjectKind::Queue, static_cast<std::uint64_t>(queue.stat.id),
                   queue.createdNs != 0 ? queue.createdNs : world.timeNs);
        lane.goneNs = queue.removedNs;
        step(lane, queue.removed ? 0 : queue.stat.qnum, world.timeNs);
    }
    measurePipes(world);
    measureSegments(world);
}

void ObjectLanes::measurePipes(const World& world) {
    for (const Pipe& pipe : world.pipes) {
        ObjectLane& lane = laneOf(event::ObjectKind::Pipe, pipe.serial,
                                  pipe.createdNs != 0 ? pipe.createdNs : world.timeNs);
        lane.path = QString::fromStdString(pipe.path);
        lane.goneNs = pipe.gone ? pipe.goneNs : 0; // a FIFO comes back when it is opened again
        step(lane, pipe.gone ? 0 : pipe.unread(), world.timeNs);
    }
}

void ObjectLanes::measureSegments(const World& world) {
    for (const Segment& segment : world.segments) {
        ObjectLane& lane =
            laneOf(event::ObjectKind::Segment, static_cast<std::uint64_t>(segment.stat.id),
                   segment.createdNs != 0 ? segment.createdNs : world.timeNs);
        lane.goneNs = segment.removed ? segment.removedNs : 0;
        if (segment.writes.empty()) continue;
        const SegmentWrite& newest = segment.writes.back();
        const bool known = !lane.writes.empty() && lane.writes.back().process == newest.process &&
                           lane.writes.back().endNs >= newest.atNs;
        if (known) continue;
        lane.writes.push_back({newest.process, begunNs(world, newest), newest.atNs});
        thin(lane.writes);
    }
}

} // namespace ipclab
