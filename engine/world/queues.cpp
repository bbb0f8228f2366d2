#include "engine/world/queues.h"

#include <algorithm>
#include <cerrno>

namespace ipclab {

Process* findProcess(World& world, ProcessId id) {
    auto& all = world.processes;
    const std::size_t usual = static_cast<std::size_t>(id) - firstWorker;
    if (id >= firstWorker && usual < all.size() && all[usual].id == id) return &all[usual];
    const auto found = std::ranges::find(all, id, &Process::id);
    return found == all.end() ? nullptr : &*found;
}

Queue* liveQueue(World& world, std::int64_t id) {
    for (Queue& queue : world.queues)
        if (queue.stat.id == id && !queue.removed) return &queue;
    return nullptr;
}

Queue* anyQueue(World& world, std::int64_t id) {
    if (Queue* live = liveQueue(world, id)) return live;
    for (auto queue = world.queues.rbegin(); queue != world.queues.rend(); ++queue)
        if (queue->stat.id == id) return &*queue;
    return nullptr;
}

void noteCut(Queue& queue, const Process& process, const CallOutcome& done) {
    // A sleeper may be told of before the call that removed the queue.
    const bool anew = done.error == EINVAL && queue.removed && done.enteredNs < queue.removedNs;
    if (done.error == EIDRM || anew) queue.cut.push_back({process.id, done.error});
}

Queue& addQueue(World& world, std::int32_t id) {
    if (world.queues.size() >= maxObjects) {
        const auto oldest = std::ranges::find(world.queues, true, &Queue::removed);
        if (oldest != world.queues.end()) world.queues.erase(oldest);
    }
    Queue& queue = world.queues.emplace_back();
    queue.stat.id = id;
    queue.createdNs = world.timeNs;
    return queue;
}

Queue& queueFound(World& world, std::int64_t id) {
    if (Queue* live = liveQueue(world, id)) return *live;
    Queue& queue = addQueue(world, static_cast<std::int32_t>(id));
    queue.contentsKnown = false;
    queue.missing = "not looked at yet";
    return queue;
}

void joinTail(Queue& queue, Message message) {
    queue.stat.cbytes += message.size;
    queue.stat.qnum += 1;
    queue.messages.push_back(std::move(message));
}

void joinWhereItBelongs(Queue& queue, Message message) {
    queue.stat.cbytes += message.size;
    queue.stat.qnum += 1;
    auto place = queue.messages.end();
    while (place != queue.messages.begin() && std::prev(place)->sinceNs > message.sinceNs)
        --place;
    queue.messages.insert(place, std::move(message));
}

Message takeOut(Queue& queue, std::size_t index) {
    const auto place = queue.messages.begin() + static_cast<std::ptrdiff_t>(index);
    Message message = std::move(*place);
    queue.messages.erase(place);
    queue.stat.cbytes -= std::min(queue.stat.cbytes, message.size);
    queue.stat.qnum -= std::min<std::uint64_t>(queue.stat.qnum, 1);
    return message;
}

void removeQueue(World& world, Queue& queue) {
    queue.removed = true;
    queue.removedNs = world.timeNs;
    queue.messages.clear();
}

} // namespace ipclab
