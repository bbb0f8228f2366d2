// What the calls of shared memory and ftok did, once they have returned: one line a call.
#include "engine/world/attach.h"
#include "engine/world/memory.h"
#include "engine/world/numbers.h"
#include "engine/world/segments.h"
#include "engine/world/subjects.h"

namespace ipclab {

namespace {

constexpr std::size_t mostKeys = 16;

void fillFresh(Segment& segment, const Process& creator, const ResolvedCall& call) {
    SegmentStat& stat = segment.stat;
    stat.key = static_cast<std::int32_t>(call.args[0]);
    stat.segsz = static_cast<std::uint64_t>(call.args[1]);
    stat.mode = static_cast<std::uint32_t>(call.args[2] & number::modeBits);
    stat.uid = stat.cuid = creator.uid;
    stat.gid = stat.cgid = creator.gid;
    stat.cpid = creator.pid;
    segment.creator = creator.id;
    segment.contentsKnown = true;
    segment.missing.clear();
}

void returnShmget(World& world, const Process& process, const CallOutcome& got, bool existed) {
    if (got.result < 0 || got.refused) return;
    const ObjectOrigin origin = originBy(got.call.args[0], got.call.args[2], existed);
    Segment* segment = liveSegment(world, got.result);
    // Another process's call may have been told of first, though this one made the segment.
    const bool madeByThis =
        origin != ObjectOrigin::Found && (!segment || (segment->creator == 0 && !segment->seen &&
                                                       segment->createdNs >= got.enteredNs));
    if (!segment) segment = &segmentFound(world, got.result);
    if (madeByThis) {
        fillFresh(*segment, process, got.call);
        segment->origin = origin;
    } else if (segment->origin == ObjectOrigin::Found && !segment->seen) {
        segment->stat.key = static_cast<std::int32_t>(got.call.args[0]);
    }
}

void markRemoved(World& world, Segment& segment) {
    if (segment.stat.nattch == 0) return removeSegment(world, segment);
    segment.stat.dest = true;
    segment.stat.key = 0; // free for another segment from now on
}

void returnShmctl(World& world, const CallOutcome& done, const SegmentStat* stat) {
    if (done.result == -1 || done.refused) return;
    Segment* segment = liveSegment(world, done.call.args[0]);
    const std::int64_t cmd = done.call.args[1];
    if (cmd == number::ipcRmid) {
        if (segment) markRemoved(world, *segment);
        return;
    }
    if (cmd != number::ipcSet && cmd != number::ipcStat && cmd != number::shmLock &&
        cmd != number::shmUnlock)
        return; // SHM_INFO and the like name no segment
    if (!segment) segment = &segmentFound(world, done.call.args[0]);
    if (cmd == number::ipcSet && (done.call.flags & rawAddress) == 0) {
        segment->stat.mode = static_cast<std::uint32_t>(done.call.args[2] & number::modeBits);
        segment->stat.uid = static_cast<std::uint32_t>(done.call.args[3]);
        segment->stat.gid = static_cast<std::uint32_t>(done.call.args[4]);
    } else if (cmd == number::shmLock || cmd == number::shmUnlock) {
        segment->stat.locked = cmd == number::shmLock;
    } else if (cmd == number::ipcStat && stat && segment->origin == ObjectOrigin::Found &&
               !segment->seen) {
        segment->stat = *stat; // the first that is known of it
    }
}

void returnFtok(World& world, const Process& process, const CallOutcome& done,
                const event::Returned& returned) {
    if (done.refused) return;
    KeyMade made;
    made.process = process.id;
    made.path = done.call.data;
    made.id = done.call.args[0];
    if (!returned.files.empty()) made.file = returned.files.front().file;
    made.key = static_cast<std::int32_t>(done.result);
    made.error = done.error;
    made.atNs = world.timeNs;
    if (world.keys.size() >= mostKeys) world.keys.erase(world.keys.begin());
    world.keys.push_back(std::move(made));
}

} // namespace

void takeSegmentEffect(World& world, Process& process, const CallOutcome& done,
                       const event::Returned& returned) {
    switch (returned.call) {
    case CallId::Shmget:
        return returnShmget(world, process, done, returned.existed);
    case CallId::Shmat:
        return returnAttach(world, process, done);
    case CallId::Shmdt:
        return returnDetach(world, process, done);
    case CallId::Shmctl:
        return returnShmctl(world, done, returned.segment.get());
    case CallId::Mprotect:
        return returnProtect(world, process, done);
    case CallId::Munmap:
        return returnUnmap(world, process, done);
    case CallId::Ftok:
        return returnFtok(world, process, done, returned);
    default:
        return returnMemory(world, process, done);
    }
}

} // namespace ipclab
