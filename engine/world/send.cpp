#include "engine/world/numbers.h"
#include "engine/world/queues.h"
#include "engine/world/selection.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

Message messageOf(World& world, const Process& sender, const ResolvedCall& call) {
    Message message;
    message.serial = world.nextSerial++;
    message.type = call.args[1];
    message.size = static_cast<std::uint64_t>(call.args[2]);
    message.text = call.data;
    // msgsz counts: the kernel takes exactly so many bytes, whatever the text was.
    if (message.size <= maxPayload) message.text.resize(message.size, '\0');
    message.sender = sender.id;
    message.sinceNs = world.timeNs;
    return message;
}

/// Whether the call gives the kernel a message at all: one that can be drawn on its way.
bool hasMessage(const ResolvedCall& call) {
    return (call.flags & rawAddress) == 0 && call.args[2] >= 0;
}

std::vector<InFlight>::iterator onItsWay(Queue& queue, ProcessId sender) {
    return std::ranges::find_if(queue.inFlight, [sender](const InFlight& each) {
        return each.receiver == 0 && each.message.sender == sender;
    });
}

/// The kernel gives the message to the first sleeper whose selection accepts it, without queueing
/// it. One whose buffer is too small wakes up with E2BIG instead, and the search goes on.
bool handOver(World& world, Queue& queue, Message& message) {
    for (auto place = queue.sleepers.begin(); place != queue.sleepers.end();) {
        const Process* sleeper = findProcess(world, *place);
        const ResolvedCall* call = sleeper && sleeper->current ? &sleeper->current->call : nullptr;
        if (!call || call->id != CallId::Msgrcv ||
            !accepts(call->args[2], call->args[3], message.type)) {
            ++place;
            continue;
        }
        place = queue.sleepers.erase(place);
        if ((call->args[3] & number::msgNoerror) == 0 &&
            message.size > static_cast<std::uint64_t>(call->args[1]))
            continue;
        queue.stat.lrpid = sleeper->pid;
        queue.inFlight.push_back({std::move(message), sleeper->id, false});
        return true;
    }
    return false;
}

} // namespace

void enterSend(World& world, const Process& process, const ResolvedCall& call) {
    Queue* queue = liveQueue(world, call.args[0]);
    if (queue && hasMessage(call))
        queue->inFlight.push_back({messageOf(world, process, call), 0, false});
}

void returnSend(World& world, const Process& process, const CallOutcome& sent) {
    Queue* queue = anyQueue(world, sent.call.args[0]);
    if (!queue && sent.result == 0) queue = &queueFound(world, sent.call.args[0]);
    if (!queue) return;
    noteCut(*queue, process, sent);
    const auto entry = onItsWay(*queue, process.id);
    const bool entered = entry != queue->inFlight.end();
    Message message;
    const bool taken = entered && entry->taken;
    if (entered) {
        message = std::move(entry->message);
        queue->inFlight.erase(entry);
    }
    if (sent.result != 0) return;
    queue->stat.lspid = process.pid;
    if (taken || queue->removed || !hasMessage(sent.call)) return;
    if (!entered) message = messageOf(world, process, sent.call);
    message.sinceNs = world.timeNs;
    if (!handOver(world, *queue, message)) joinTail(*queue, std::move(message));
}

} // namespace ipclab
