#include "engine/world/numbers.h"
#include "engine/world/queues.h"
#include "engine/world/subjects.h"

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

void fillFresh(Queue& queue, const Process& creator, const ResolvedCall& call) {
    QueueStat& stat = queue.stat;
    stat.key = static_cast<std::int32_t>(call.args[0]);
    stat.mode = static_cast<std::uint32_t>(call.args[1] & number::modeBits);
    stat.uid = stat.cuid = creator.uid;
    stat.gid = stat.cgid = creator.gid;
    stat.qbytes = number::usualQbytes;
    queue.creator = creator.id;
    queue.contentsKnown = true;
    queue.missing.clear();
}

void stopProcess(World& world, Process& process) {
    process.state = ProcessState::Stopped;
    wake(world, process.id); // out of the kernel's line; it comes back behind everyone
}

void continueProcess(World& world, Process& process) {
    if (!process.current) {
        process.state = process.given ? ProcessState::Held : ProcessState::Ready;
        return;
    }
    const bool slept = process.current->asleepNs != 0;
    process.state = slept ? ProcessState::Asleep : ProcessState::InKernel;
    if (slept) lineUp(world, process, true);
}

} // namespace

ObjectOrigin originBy(std::int64_t key, std::int64_t flags, bool existed) {
    if (existed) return ObjectOrigin::Found;
    if (key == number::ipcPrivate) return ObjectOrigin::Created;
    if ((flags & number::ipcCreat) == 0) return ObjectOrigin::Found;
    const bool exclusive = (flags & number::ipcExcl) != 0;
    return exclusive ? ObjectOrigin::Created : ObjectOrigin::PerhapsCreated;
}

void returnGet(World& world, const Process& process, const CallOutcome& got, bool existed) {
    if (got.result < 0 || got.refused) return;
    const QueueOrigin origin = originBy(got.call.args[0], got.call.args[1], existed);
    Queue* queue = liveQueue(world, got.result);
    // Another process's call may have been told of first, though this one made the queue.
    const bool madeByThis =
        origin != QueueOrigin::Found &&
        (!queue || (queue->creator == 0 && !queue->seen && queue->createdNs >= got.enteredNs));
    if (!queue) queue = &queueFound(world, got.result);
    if (madeByThis) {
        fillFresh(*queue, process, got.call);
        queue->origin = origin;
    } else if (queue->origin == QueueOrigin::Found && !queue->seen) {
        queue->stat.key = static_cast<std::int32_t>(got.call.args[0]);
    }
}

void returnControl(World& world, const CallOutcome& done, const QueueStat* stat) {
    Queue* queue = liveQueue(world, done.call.args[0]);
    if (done.result != 0 || done.refused) return;
    if (done.call.args[1] == number::ipcRmid) {
        if (queue) removeQueue(world, *queue);
        return;
    }
    if (!queue) queue = &queueFound(world, done.call.args[0]);
    if (done.call.args[1] == number::ipcSet && (done.call.flags & rawAddress) == 0) {
        queue->stat.mode = static_cast<std::uint32_t>(done.call.args[2] & number::modeBits);
        queue->stat.uid = static_cast<std::uint32_t>(done.call.args[3]);
        queue->stat.gid = static_cast<std::uint32_t>(done.call.args[4]);
        // On its way into the queue it is an int: msgctl_down() of the kernel's ipc/msg.c.
        const auto qbytes = static_cast<std::int32_t>(done.call.args[5]);
        queue->stat.qbytes = static_cast<std::uint64_t>(std::int64_t{qbytes});
    } else if (done.call.args[1] == number::ipcStat && stat &&
               queue->origin == QueueOrigin::Found && !queue->seen) {
        queue->stat = *stat; // the first that is known of it
    }
}

void returnKill(World& world, const Process& process, const CallOutcome& sent) {
    if (sent.result != 0 || sent.refused) return;
    for (Process& target : world.processes) {
        if (target.pid != sent.call.args[0] || !target.alive()) continue;
        if (target.id == process.id) continue; // it has returned, and so it goes on
        if (sent.call.args[1] == SIGSTOP || sent.call.args[1] == SIGCONT)
            seeStop(world, target.id, {sent.call.args[1] == SIGSTOP});
    }
}

void seeStop(World& world, ProcessId id, const event::Stopped& seen) {
    Process* process = findProcess(world, id);
    if (!process || !process->alive()) return;
    const bool isStopped = process->state == ProcessState::Stopped;
    if (seen.stopped && !isStopped) stopProcess(world, *process);
    if (!seen.stopped && isStopped) continueProcess(world, *process);
}

} // namespace ipclab
