#include "gui/stage/director.h"
#include "gui/stage/pipe_ends.h"

#include <algorithm>

namespace ipclab {
namespace {

/// A stream ends so long after its last call (wall time), and sooner where its caller sleeps.
constexpr double streamMs = 700, sleeperMs = 150;

} // namespace

void Director::count(const Frame& frame, double perEvent) {
    for (const Event& event : frame.fresh) {
        const auto* returned = std::get_if<event::Returned>(&event.body);
        if (!returned || returned->result < 0) continue;
        const Process* process = frame.world->process(event.process);
        if (!process || !process->last) continue;
        if (returned->call == CallId::Write || returned->call == CallId::Read) {
            if (const auto pipe = pipeOf(*frame.world, *process, process->last->call.args[0]))
                count(event.process, {ObjectKind::Pipe, *pipe}, returned->call == CallId::Write,
                      perEvent);
            continue;
        }
        if (returned->call != CallId::Msgsnd && returned->call != CallId::Msgrcv) continue;
        for (std::size_t i = frame.world->queues.size(); i-- > 0;)
            if (frame.world->queues[i].stat.id == process->last->call.args[0]) {
                count(event.process, {ObjectKind::Queue, i}, returned->call == CallId::Msgsnd,
                      perEvent);
                break;
            }
    }
}

void Director::count(ProcessId process, ObjectRef object, bool send, double calls) {
    auto found = std::ranges::find_if(streams_, [&](const Stream& stream) {
        return stream.process == process && stream.object == object && stream.send == send;
    });
    if (found == streams_.end()) {
        streams_.push_back({process, object, send, {}, 0, 0});
        found = std::prev(streams_.end());
    }
    found->rate.add(nowNs_, calls);
    found->perSecond = found->rate.perSecond();
    found->until = clock_.wall() + streamMs;
}

void Director::endStreams() {
    std::erase_if(streams_, [this](const Stream& stream) {
        const Process* process = world_ ? world_->process(stream.process) : nullptr;
        // A moment, because two that wait for each other at full speed sleep all the time.
        const bool sleeps = process && process->state == ProcessState::Asleep;
        return clock_.wall() >= stream.until - (sleeps ? streamMs - sleeperMs : 0);
    });
}

} // namespace ipclab
