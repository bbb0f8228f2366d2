#include "engine/world/looks.h"
#include "engine/world/queues.h"
#include "engine/world/segments.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// A look while others work is true for some moment, but nobody knows for which.
void adoptUnquiet(Queue& queue, const QueueStat& stat) {
    if (!queue.seen && queue.origin == QueueOrigin::Found) {
        queue.stat = stat;
        return;
    }
    queue.stat.key = stat.key;
    queue.stat.cuid = stat.cuid;
    queue.stat.cgid = stat.cgid;
    queue.stat.stime = stat.stime;
    queue.stat.rtime = stat.rtime;
    queue.stat.ctime = stat.ctime;
}

void decideOrigin(const World& world, Queue& queue, const QueueStat& stat) {
    if (queue.seen || queue.origin != QueueOrigin::PerhapsCreated) return;
    const bool made = madeByLab(world, queue, stat);
    queue.origin = made ? QueueOrigin::Created : QueueOrigin::Found;
    if (!made) queue.creator = 0;
}

/// Nothing stays in flight that no process will tell of any more.
void settleFlight(World& world, Queue& queue) {
    for (const InFlight& each : queue.inFlight)
        if (fateOf(world, each) == Fate::InQueue)
            lineUp(world, *findProcess(world, each.receiver), false);
    std::erase_if(queue.inFlight,
                  [&](const InFlight& each) { return fateOf(world, each) != Fate::Underway; });
    queue.lostReceivers.clear();
    queue.strangeReceives = 0;
}

} // namespace

bool isOurs(const World& world, std::int32_t pid) {
    return pid == 0 ||
           std::ranges::find(world.processes, pid, &Process::pid) != world.processes.end();
}

bool madeByLab(const World& world, const Queue& queue, const QueueStat& stat) {
    if (queue.origin != QueueOrigin::PerhapsCreated) return queue.origin == QueueOrigin::Created;
    const Process* creator = world.process(queue.creator);
    return creator && stat.cuid == creator->uid && stat.cgid == creator->gid &&
           isOurs(world, stat.lspid) && isOurs(world, stat.lrpid);
}

Fate fateOf(const World& world, const InFlight& each) {
    if (each.receiver == 0) {
        const Process* sender = world.process(each.message.sender);
        const bool tells = sender && sender->current && sender->current->call.id == CallId::Msgsnd;
        return tells ? Fate::Underway : Fate::Undecided;
    }
    const Process* receiver = world.process(each.receiver);
    if (!receiver || !receiver->current) return Fate::Undecided;
    return receiver->state == ProcessState::Asleep ? Fate::InQueue : Fate::Underway;
}

void seeQueue(World& world, const event::QueueSeen& seen) {
    if (seen.gone) {
        if (Queue* queue = liveQueue(world, seen.stat.id)) removeQueue(world, *queue);
        return;
    }
    Queue& queue = queueFound(world, seen.stat.id);
    if (!seen.quiet) return adoptUnquiet(queue, seen.stat);
    decideOrigin(world, queue, seen.stat);
    adoptContents(world, queue, seen);
    settleFlight(world, queue);
    queue.stat = seen.stat;
    queue.contentsKnown = seen.contentsKnown;
    queue.missing = seen.missing;
    queue.seen = true;
}

void noteOutsideChange(World& world, const event::OutsideChange& change) {
    // An order that concurrent calls of the lab made is the lab's own doing.
    if (change.kind == event::OutsideChange::Kind::Reordered) return;
    ++world.outsideChanges;
    world.lastOutside = change;
    world.lastOutsideNs = world.timeNs;
    if (change.object == event::ObjectKind::Queue)
        if (Queue* queue = liveQueue(world, change.queue)) ++queue->outsideChanges;
    if (change.object == event::ObjectKind::Pipe)
        for (Pipe& pipe : world.pipes)
            if (!pipe.gone && pipe.ino == change.ino) ++pipe.outsideChanges;
    if (change.object == event::ObjectKind::Segment)
        if (Segment* segment = liveSegment(world, change.queue)) ++segment->outsideChanges;
}

} // namespace ipclab
