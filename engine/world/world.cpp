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
    void operator()(const event::Notice& body) const { world.notices.push_back(body.text); }
    void operator()(const event::Stopped& body) const { seeStop(world, event.process, body); }
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

const Queue* World::queue(std::int32_t id) const {
    return liveQueue(const_cast<World&>(*this), id);
}

void applyTo(World& world, const Event& event) {
    if (world.events == 0) world.startNs = event.timeNs;
    ++world.events;
    world.seq = event.seq;
    world.timeNs = std::max(world.timeNs, event.timeNs);
    std::visit(Step{world, event}, event.body);
}

World apply(World world, const Event& event) {
    applyTo(world, event);
    return world;
}

} // namespace ipclab
