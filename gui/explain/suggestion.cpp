#include "engine/world/questions.h"
#include "gui/explain/permission.h"
#include "gui/explain/phrase.h"
#include "gui/explain/suggestions.h"

#include <algorithm>
#include <set>

namespace ipclab {

namespace {

/// The living queue that one of the process's variables names, else nullptr.
const Queue* knownQueue(const World& world, const Process& process) {
    for (const auto& [name, value] : process.variables) {
        const auto* id = std::get_if<std::int64_t>(&value);
        if (!id) continue;
        if (const Queue* queue = world.queue(static_cast<std::int32_t>(*id))) return queue;
    }
    return nullptr;
}

std::string on(const Process& process, const Queue& queue) {
    return phrase::queueName(process, queue.stat.id);
}

void suggestQueue(Suggestions& found, const World& world, const Process& process) {
    for (const Queue& queue : world.queues) {
        if (queue.removed || queue.stat.key == 0) continue;
        const std::string key = std::to_string(queue.stat.key);
        found.add(Explain::tr("Get the queue with the key %1").arg(queue.stat.key), process,
                  "q = msgget(" + key + ", 0)");
        found.add(Explain::tr("Insist on a new one: IPC_EXCL"), process,
                  "q = msgget(" + key + ", IPC_CREAT|IPC_EXCL|0644)");
        return;
    }
    found.add(Explain::tr("Make a queue with the key 1234"), process,
              "q = msgget(1234, IPC_CREAT|0644)");
    found.add(Explain::tr("Look for one that is not there"), process, "q = msgget(4321, 0)");
}

void suggestReceive(Suggestions& found, const Process& process, const Queue& queue) {
    const std::string head = "msgrcv(" + on(process, queue) + ", &rbuf, ";
    std::set<std::int64_t> types;
    for (const Message& message : queue.messages)
        types.insert(message.type);
    if (types.size() > 1) {
        const std::int64_t second = *std::next(types.begin());
        found.add(Explain::tr("What would msgtyp -%1 take?").arg(second), process,
                  head + "64, -" + std::to_string(second) + ", 0)");
    }
    if (!queue.messages.empty() && queue.messages.front().size > 2) {
        found.add(Explain::tr("Receive it with room for 2 bytes only"), process, head + "2, 0, 0)");
    }
    if (queue.messages.empty()) {
        found.add(Explain::tr("Receive from the empty queue: sleep"), process, head + "64, 0, 0)");
        found.add(Explain::tr("Receive from the empty queue, with IPC_NOWAIT"), process,
                  head + "64, 0, IPC_NOWAIT)");
    }
}

/// What helps or disturbs those who sleep on the queue.
void suggestForSleepers(Suggestions& found, const World& world, const Process& process,
                        const Queue& queue) {
    if (queue.sleepers.empty()) return;
    const Process* sleeper = world.process(queue.sleepers.front());
    if (!sleeper || !sleeper->current) return;
    const ResolvedCall& call = sleeper->current->call;
    const QString letter = phrase::text(sleeper->letter);
    const bool waits = call.id == CallId::Msgrcv && call.args[2] > 0;
    if (waits && (permissionBits(queue.stat, process.uid, process.gid) & 2)) {
        found.add(Explain::tr("Send the type %1 that %2 waits for").arg(call.args[2]).arg(letter),
                  process,
                  "msgsnd(" + on(process, queue) + ", {" + std::to_string(call.args[2]) +
                      ", \"hello\"}, 5, 0)");
    }
    if (process.uid == queue.stat.uid || process.uid == queue.stat.cuid) {
        found.add(Explain::tr("Remove the queue while %1 sleeps").arg(letter), process,
                  "msgctl(" + on(process, queue) + ", IPC_RMID, NULL)");
    }
}

void suggestOnQueue(Suggestions& found, const World& world, const Process& process,
                    const Queue& queue) {
    const std::uint32_t granted = permissionBits(queue.stat, process.uid, process.gid);
    suggestForSleepers(found, world, process, queue);
    if (granted & 4) suggestReceive(found, process, queue);
    if (granted & 2) {
        found.add(Explain::tr("Send a message of type 3"), process,
                  "msgsnd(" + on(process, queue) + ", {3, \"hello\"}, 5, 0)");
    } else {
        found.add(Explain::tr("Send without permission"), process,
                  "msgsnd(" + on(process, queue) + ", {1, \"hello\"}, 5, IPC_NOWAIT)");
    }
    found.add(Explain::tr("What does the kernel say? IPC_STAT"), process,
              "msgctl(" + on(process, queue) + ", IPC_STAT, &ds)");
}

/// The process sleeps: what the others could do about it.
void suggestWakers(Suggestions& found, const World& world, const Process& process) {
    if (auto fix = explainSleep(world, process).fix) found.add(std::move(*fix));
    if (!process.current) return;
    const Queue* queue = world.queue(static_cast<std::int32_t>(process.current->call.args[0]));
    const Process* owner = queue ? readyOwner(world, queue->stat) : nullptr;
    if (!owner) return;
    found.add(Explain::tr("Remove the queue while %1 sleeps").arg(phrase::text(process.letter)),
              *owner, "msgctl(" + on(*owner, *queue) + ", IPC_RMID, NULL)");
}

} // namespace

std::vector<Suggestion> suggestions(const World& world, ProcessId id) {
    Suggestions found;
    const Process* process = world.process(id);
    if (!process || !process->alive()) return {};
    if (process->state == ProcessState::Asleep) {
        suggestWakers(found, world, *process);
    } else if (suggestOnPipe(found, world, *process) || suggestOnSegment(found, world, *process)) {
        return found.take();
    } else if (const Queue* queue = knownQueue(world, *process)) {
        suggestOnQueue(found, world, *process, *queue);
    } else if (!suggestMeeting(found, world, *process)) {
        suggestQueue(found, world, *process);
    }
    return found.take();
}

} // namespace ipclab
