#include "engine/world/queues.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

void fallAsleep(World& world, ProcessId id, const event::SleepSeen& seen) {
    Process* process = findProcess(world, id);
    if (!process || !process->current || process->current->call.id != seen.call) return;
    if (process->state == ProcessState::Asleep) return;
    process->state = ProcessState::Asleep;
    process->current->asleepNs = world.timeNs;
    lineUp(world, *process, false);
}

void wake(World& world, ProcessId id) {
    for (Queue& queue : world.queues)
        std::erase(queue.sleepers, id);
    for (Pipe& pipe : world.pipes)
        std::erase_if(pipe.sleepers, [id](const PipeSleeper& each) { return each.process == id; });
}

void lineUp(World& world, const Process& process, bool behindEveryone) {
    if (!process.current) return;
    const auto& [ref, call, enteredNs, asleepNs] = *process.current;
    if (call.id != CallId::Msgsnd && call.id != CallId::Msgrcv)
        return lineUpAtPipe(world, process, behindEveryone);
    Queue& queue = queueFound(world, call.args[0]);
    auto place = queue.sleepers.end();
    // Sleep is seen a moment after it began; who entered first has slept first.
    while (!behindEveryone && place != queue.sleepers.begin()) {
        const Process* before = findProcess(world, *std::prev(place));
        if (!before || !before->current || before->current->enteredNs <= enteredNs) break;
        --place;
    }
    queue.sleepers.insert(place, process.id);
}

} // namespace ipclab
