#include "gui/stage/witness.h"

#include "engine/call/catalogue.h"
#include "engine/world/questions.h"

#include <algorithm>
#include <optional>

namespace ipclab {
namespace {

/// Longer queues are compared no more: their middle is a stack anyway.
constexpr std::size_t mostCompared = 300;

std::size_t liveIndex(const World& world, std::int64_t id) {
    for (std::size_t i = world.queues.size(); i-- > 0;)
        if (!world.queues[i].removed && world.queues[i].stat.id == id) return i;
    return world.queues.size();
}

bool stands(const Queue& queue, std::uint64_t serial) {
    return std::ranges::find(queue.messages, serial, &Message::serial) != queue.messages.end();
}

/// What is known just before a call returns.
struct Before {
    ResolvedCall call;
    std::size_t queue = 0;
    bool slept = false;
    std::optional<Message> chosen; ///< what a receive would take from the queue
    std::vector<InFlight> inFlight;
    std::vector<Message> lost; ///< what stands in the queue when it is about to be removed
    std::vector<words::Buffer> buffers;
};

Deed deed(Deed::Kind kind, ProcessId process, std::size_t queue, Message message = {},
          std::int32_t pid = 0) {
    Deed to;
    to.kind = kind;
    to.process = process;
    to.queue = queue;
    to.message = std::move(message);
    to.pid = pid;
    return to;
}

bool isCopy(const ResolvedCall& call) {
    const Constant* copy = constantNamed("MSG_COPY");
    return call.id == CallId::Msgrcv && copy && call.args[3] & copy->value;
}

Before lookBefore(const World& world, const Process& process) {
    Before before;
    before.call = process.current->call;
    before.queue = liveIndex(world, before.call.args[0]);
    before.slept = process.state == ProcessState::Asleep;
    if (before.call.id == CallId::Kill || before.call.id == CallId::Sigaction ||
        before.call.id == CallId::Msgget)
        before.queue = world.queues.size();
    if (before.queue == world.queues.size()) return before;
    const Queue& queue = world.queues[before.queue];
    before.inFlight = queue.inFlight;
    if (before.call.id == CallId::Msgctl)
        before.lost.assign(queue.messages.begin(),
                           queue.messages.begin() +
                               std::min<std::ptrdiff_t>(mostCompared, std::ssize(queue.messages)));
    if (before.call.id != CallId::Msgrcv) return before;
    before.buffers = words::buffers(process);
    const auto wanted = before.call.args[2];
    if (isCopy(before.call)) {
        if (wanted >= 0 && wanted < std::ssize(queue.messages))
            before.chosen = queue.messages[static_cast<std::size_t>(wanted)];
    } else if (const auto index = wouldTake(queue, wanted, static_cast<int>(before.call.args[3]))) {
        before.chosen = queue.messages[*index];
    }
    return before;
}

void sent(const World& world, const Before& before, ProcessId process, std::vector<Deed>& to) {
    const Queue& queue = world.queues[before.queue];
    const auto mine = std::ranges::find_if(queue.messages.rbegin(), queue.messages.rend(),
                                           [&](const Message& m) { return m.sender == process; });
    if (mine == queue.messages.rend()) return; // handed over: told when the receiver returns
    // An older message of the same sender may stand there while the new one was handed over.
    const auto inFlight = std::ranges::find_if(before.inFlight, [&](const InFlight& each) {
        return each.receiver == 0 && each.message.sender == process;
    });
    if (inFlight != before.inFlight.end() && inFlight->message.serial != mine->serial) return;
    to.push_back(deed(Deed::Kind::Sent, process, before.queue, *mine));
    to.back().slept = before.slept;
}

void received(const World& world, Before& before, const Event& event,
              const event::Returned& returned, std::vector<Deed>& to) {
    const Queue& queue = world.queues[before.queue];
    Deed seen = deed(Deed::Kind::Received, event.process, before.queue);
    seen.buffers = std::move(before.buffers);
    seen.slept = before.slept;
    if (isCopy(before.call)) {
        if (!before.chosen) return;
        seen.kind = Deed::Kind::Copied;
        seen.message = *before.chosen;
    } else if (before.chosen && !stands(queue, before.chosen->serial)) {
        seen.message = *before.chosen;
    } else {
        const auto handed = std::ranges::find_if(before.inFlight, [&](const InFlight& each) {
            return each.message.type == returned.mtype && !each.taken &&
                   std::ranges::none_of(queue.inFlight, [&](const InFlight& now) {
                       return now.message.serial == each.message.serial && !now.taken;
                   });
        });
        if (handed != before.inFlight.end()) {
            seen.kind = Deed::Kind::HandedOver;
            seen.message = handed->message;
        } else {
            seen.message.type = returned.mtype;
            seen.message.text = returned.data;
            seen.message.size = returned.data.size();
        }
    }
    to.push_back(std::move(seen));
}

void removed(ProcessId process, std::size_t queue, std::vector<Message> lost,
             std::vector<Deed>& to) {
    to.push_back(deed(Deed::Kind::Removed, process, queue));
    for (Message& message : lost)
        to.push_back(deed(Deed::Kind::Removed, process, queue, std::move(message)));
}

std::vector<Deed> returns(World& world, const Event& event, const event::Returned& returned) {
    std::vector<Deed> to;
    const Process* process = world.process(event.process);
    if (!process || !process->current) {
        applyTo(world, event);
        return to;
    }
    Before before = lookBefore(world, *process);
    applyTo(world, event);
    if (returned.error != 0 || returned.refused) {
        to.push_back(deed(Deed::Kind::Failed, event.process, before.queue));
        to.back().error = returned.error;
    }
    if (before.queue >= world.queues.size() || returned.result < 0) return to;
    if (before.call.id == CallId::Msgsnd)
        sent(world, before, event.process, to);
    else if (before.call.id == CallId::Msgrcv)
        received(world, before, event, returned, to);
    else if (world.queues[before.queue].removed)
        removed(event.process, before.queue, std::move(before.lost), to);
    return to;
}

std::vector<Deed> looks(World& world, const Event& event, std::int32_t id) {
    const std::size_t index = liveIndex(world, id);
    if (index == world.queues.size() || world.queues[index].messages.size() > mostCompared) {
        applyTo(world, event);
        return {};
    }
    const Queue before = world.queues[index];
    applyTo(world, event);
    const Queue& after = world.queues[index];
    std::vector<Deed> to;
    if (after.removed) {
        removed(outsideSender, index, {before.messages.begin(), before.messages.end()}, to);
        return to;
    }
    // What was there when the queue was first seen did not come just now.
    if (!before.seen || after.messages.size() > mostCompared) return to;
    for (const Message& message : before.messages)
        if (!stands(after, message.serial))
            to.push_back(
                deed(Deed::Kind::TakenOutside, outsideSender, index, message, after.stat.lrpid));
    for (const Message& message : after.messages)
        if (message.sender == outsideSender && !stands(before, message.serial))
            to.push_back(
                deed(Deed::Kind::SentOutside, outsideSender, index, message, after.stat.lspid));
    return to;
}

std::vector<Deed> sleeps(World& world, const Event& event) {
    applyTo(world, event);
    const Process* process = world.process(event.process);
    if (!process || !process->current || process->current->call.id != CallId::Msgsnd) return {};
    const std::size_t index = liveIndex(world, process->current->call.args[0]);
    if (index == world.queues.size()) return {};
    for (const InFlight& each : world.queues[index].inFlight)
        if (each.receiver == 0 && each.message.sender == event.process)
            return {deed(Deed::Kind::Parked, event.process, index, each.message)};
    return {};
}

} // namespace

std::vector<Deed> witness(World& world, const Event& event) {
    if (const auto* returned = std::get_if<event::Returned>(&event.body))
        return returns(world, event, *returned);
    if (const auto* seen = std::get_if<event::QueueSeen>(&event.body))
        return looks(world, event, seen->stat.id);
    if (const auto* change = std::get_if<event::OutsideChange>(&event.body))
        return looks(world, event, change->queue);
    if (std::holds_alternative<event::SleepSeen>(event.body)) return sleeps(world, event);
    applyTo(world, event);
    return {};
}

} // namespace ipclab
