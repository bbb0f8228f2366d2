#include "engine/world/numbers.h"
#include "engine/world/questions.h"
#include "engine/world/queues.h"
#include "engine/world/selection.h"
#include "engine/world/subjects.h"

#include <algorithm>
#include <cerrno>

namespace ipclab {

namespace {

template <class Wanted> auto findInFlight(Queue& queue, const Wanted& wanted) {
    return std::ranges::find_if(queue.inFlight, wanted);
}

/// The kernel had handed it over while the process slept; msg_lrpid has been its since then.
bool takeHanded(Queue& queue, const Received& received, ProcessId self) {
    const auto mine = findInFlight(queue, [&](const InFlight& each) {
        return each.receiver == self && received.fits(each.message);
    });
    if (mine == queue.inFlight.end()) return false;
    queue.inFlight.erase(mine);
    return true;
}

bool takeQueued(Queue& queue, const Received& received, const ResolvedCall& call) {
    const auto chosen = wouldTake(queue, call.args[2], static_cast<int>(call.args[3]));
    if (chosen && received.fits(queue.messages[*chosen])) {
        takeOut(queue, *chosen);
        return true;
    }
    const auto any = std::ranges::find_if(
        queue.messages, [&](const Message& message) { return received.fits(message); });
    if (any == queue.messages.end()) return false;
    takeOut(queue, static_cast<std::size_t>(any - queue.messages.begin()));
    return true;
}

/// The message was thought to be in other hands: handed to another sleeper, who then still sleeps,
/// or on its way from a send that has not returned yet.
bool takeFromOthers(World& world, Queue& queue, const Received& received) {
    const auto handed = findInFlight(queue, [&](const InFlight& each) {
        return each.receiver != 0 && received.fits(each.message);
    });
    if (handed != queue.inFlight.end()) {
        const ProcessId other = handed->receiver;
        queue.inFlight.erase(handed);
        const Process* sleeper = findProcess(world, other);
        if (sleeper && sleeper->state == ProcessState::Asleep) lineUp(world, *sleeper, false);
        return true;
    }
    const auto coming = findInFlight(queue, [&](const InFlight& each) {
        return each.receiver == 0 && !each.taken && received.fits(each.message);
    });
    if (coming == queue.inFlight.end()) return false;
    const Process* sender = findProcess(world, coming->message.sender);
    if (sender && sender->alive())
        coming->taken = true;
    else
        queue.inFlight.erase(coming); // its send will never return
    return true;
}

/// One of the messages that stand in the queue but could not be read.
bool takeUnknown(Queue& queue, std::size_t size) {
    const auto unknown = std::ranges::find(queue.messages, false, &Message::textKnown);
    if (unknown == queue.messages.end()) return false;
    unknown->size = size;
    takeOut(queue, static_cast<std::size_t>(unknown - queue.messages.begin()));
    return true;
}

/// What was thought to be handed to the process but was not what it got stands in the queue.
void returnUnclaimed(Queue& queue, ProcessId self) {
    for (auto each = findInFlight(queue, [&](const InFlight& e) { return e.receiver == self; });
         each != queue.inFlight.end();
         each = findInFlight(queue, [&](const InFlight& e) { return e.receiver == self; })) {
        Message message = std::move(each->message);
        queue.inFlight.erase(each);
        if (!queue.removed) joinWhereItBelongs(queue, std::move(message));
    }
}

/// With a bad address the kernel takes the message out before it finds that it can't be copied.
void destroyUndelivered(Queue& queue, const Process& process, const ResolvedCall& call) {
    const auto handed =
        findInFlight(queue, [&](const InFlight& each) { return each.receiver == process.id; });
    if (handed != queue.inFlight.end()) {
        queue.inFlight.erase(handed);
        return;
    }
    const auto chosen = wouldTake(queue, call.args[2], static_cast<int>(call.args[3]));
    if (chosen) takeOut(queue, *chosen);
    queue.stat.lrpid = process.pid;
}

void takeReceived(World& world, Queue& queue, const Process& process, const CallOutcome& got) {
    const bool cut = (got.call.args[3] & number::msgNoerror) != 0 && got.result == got.call.args[1];
    const Received received{got.mtype, got.data, cut};
    if (takeHanded(queue, received, process.id)) return;
    queue.stat.lrpid = process.pid;
    if (takeQueued(queue, received, got.call) || takeFromOthers(world, queue, received) ||
        takeUnknown(queue, got.data.size()) || queue.removed || !queue.contentsKnown)
        return;
    ++queue.strangeReceives;
}

} // namespace

void returnReceive(World& world, const Process& process, const CallOutcome& got) {
    Queue* queue = anyQueue(world, got.call.args[0]);
    if (!queue && got.result >= 0) queue = &queueFound(world, got.call.args[0]);
    if (!queue || got.refused) return;
    noteCut(*queue, process, got);
    const bool copy = (got.call.args[3] & number::msgCopy) != 0;
    if (got.result >= 0 && !copy)
        takeReceived(world, *queue, process, got);
    else if (got.error == EFAULT && !copy)
        destroyUndelivered(*queue, process, got.call);
    returnUnclaimed(*queue, process.id);
}

} // namespace ipclab
