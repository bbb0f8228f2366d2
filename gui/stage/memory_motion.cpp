#include "gui/stage/memory_motion.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr double boxMs = 1400, fadeMs = 350; ///< a box stands, and goes in its last part
constexpr double mostRead = 8;               ///< more in half a second are counted

const Process* attached(const World& after, const World& before, ProcessId id) {
    const Process* process = after.process(id);
    return process && !process->attachments.empty() ? process : before.process(id);
}

} // namespace

void MemoryMotion::take(const Frame& frame) {
    const bool follows = world_ && frame.position == position_ + frame.fresh.size() + frame.skipped;
    position_ = frame.position;
    const auto before = std::exchange(world_, frame.world);
    if (!follows) return snap();
    const auto seen = static_cast<double>(frame.fresh.size());
    const double times = seen > 0 ? (seen + static_cast<double>(frame.skipped)) / seen : 1.0;
    std::map<ProcessId, const ResolvedCall*> entered;
    for (const Event& event : frame.fresh) {
        if (const auto* call = std::get_if<event::Entered>(&event.body))
            entered[event.process] = &call->call;
        const auto* returned = std::get_if<event::Returned>(&event.body);
        if (!returned || returned->error != 0 || returned->refused) continue;
        const Process* process = attached(*frame.world, *before, event.process);
        if (!process) continue;
        const Process* then = before->process(event.process);
        const ResolvedCall* call = entered[event.process];
        if (!call && then && then->current) call = &then->current->call;
        if (!call || call->id != returned->call) continue;
        if (auto deed = memoryDeed(*process, *call, returned->result))
            note(std::move(*deed), frame.nowNs, times);
    }
}

void MemoryMotion::note(MemoryDeed deed, std::int64_t nowNs, double times) {
    Shown& shown = boxes_[{deed.process, deed.attachment}];
    shown.rate.add(nowNs, times);
    shown.deed = std::move(deed);
    shown.until = clock_.now() + boxMs;
}

void MemoryMotion::advance() {
    std::erase_if(boxes_, [this](const auto& each) { return clock_.now() >= each.second.until; });
}

std::vector<MemoryMotion::Box> MemoryMotion::boxes(const World& world) const {
    std::vector<Box> to;
    for (const Process& process : world.processes)
        if (process.current)
            if (auto deed = memoryDeed(process, process.current->call))
                to.push_back({std::move(*deed), 0, 1});
    for (const auto& [line, shown] : boxes_) {
        if (std::ranges::any_of(to, [&](const Box& each) {
                return Line(each.deed.process, each.deed.attachment) == line;
            }))
            continue;
        const double left = (shown.until - clock_.now()) / fadeMs;
        to.push_back({shown.deed, shown.rate.calls() > mostRead ? shown.rate.perSecond() : 0.0,
                      clock_.instant() ? 1.0 : std::clamp(left, 0.0, 1.0)});
    }
    return to;
}

} // namespace ipclab
