#include "engine/world/world.h"

#include "engine/world/queues.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// One overload per kind of event.
struct Step {
    World& world;
    const Event& event;

    void operator()(const event::ProcessStarted& body) const { startProcess(world, event, body); }
    void operator()(const event::ProcessEnded& body) const {
        endProcess(world, event.process, body);
    }
    void operator()(const event::Renamed& body) const {
        if (Process* process = findProcess(world, event.process)) process->label = body.label;
    }
    void operator()(const event::Given& body) const { giveLine(world, event.process, body); }
    void operator()(const event::Withdrawn& body) const {
        withdrawLine(world, event.process, body);
    }
    void operator()(const event::Entered& body) const { enterCall(world, event.process, body); }
    void operator()(const event::SleepSeen& body) const { fallAsleep(world, event.process, body); }
    void operator()(const event::Returned& body) const { returnCall(world, event.process, body); }
    void operator()(const event::Assigned& body) const { assign(world, event.process, body); }
    void operator()(const event::QueueSeen& body) const { seeQueue(world, body); }
    void operator()(const event::Quiet& body) const {
        world.quiet = std::max(world.quiet, body.request);
        endStoppedRepeats(world);
    }
    void operator()(const event::TableSeen& body) const { world.kernelTable = body.text; }
    void operator()(const event::OutsideChange& body) const { noteOutsideChange(world, body); }
    void operator()(const event::Hole&) const { ++world.holes; }
    void operator()(const event::Notice& body) const { takeNotice(world, event.process, body); }
    void operator()(const event::Stopped& body) const { seeStop(world, event.process, body); }
    void operator()(const event::DescriptorsSeen& body) const {
        seeDescriptors(world, event.process, body);
    }
    void operator()(const event::PipeSeen& body) const { seePipe(world, body); }
    void operator()(const event::SegmentSeen& body) const { seeSegment(world, body); }
};

} // namespace

const Process* World::process(ProcessId id) const {
    return findProcess(const_cast<World&>(*this), id);
}

const Process* World::process(std::string_view letter) const {
    // The newest of a letter: it may be used again after its process has ended.
    for (auto found = processes.rbegin(); found != processes.rend(); ++found)
        if (found->letter == letter) return &*found;
    return nullptr;
}

const std::string* World::whyNotStarted(ProcessId id) const {
    const auto found = std::ranges::find(notStarted, id, &NotStarted::id);
    return found == notStarted.end() ? nullptr : &found->why;
}

const Queue* World::queue(std::int32_t id) const {
    return liveQueue(const_cast<World&>(*this), id);
}

const Segment* World::segment(std::int32_t id) const {
    for (auto found = segments.rbegin(); found != segments.rend(); ++found)
        if (found->stat.id == id && !found->removed) return &*found;
    return nullptr;
}

const Pipe* World::pipe(std::uint64_t serial) const {
    const auto found = std::ranges::find(pipes, serial, &Pipe::serial);
    return found == pipes.end() ? nullptr : &*found;
}

const OpenFile* World::file(std::uint64_t serial) const {
    const auto found = std::ranges::find(files, serial, &OpenFile::serial);
    return found == files.end() ? nullptr : &*found;
}

void applyTo(World& world, const Event& event) {
    if (world.events == 0) world.startNs = event.timeNs;
    ++world.events;
    world.seq = event.seq;
    world.timeNs = std::max(world.timeNs, event.timeNs);
    std::visit(Step{world, event}, event.body);
}

std::vector<event::OutsideChange> differences(const World& world, const Event& event) {
    if (const auto* seen = std::get_if<event::QueueSeen>(&event.body))
        return differences(world, *seen);
    if (const auto* seen = std::get_if<event::PipeSeen>(&event.body))
        return differences(world, *seen);
    if (const auto* seen = std::get_if<event::SegmentSeen>(&event.body))
        return differences(world, *seen);
    return {};
}

World apply(World world, const Event& event) {
    applyTo(world, event);
    return world;
}

} // namespace ipclab
