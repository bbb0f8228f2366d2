#include "engine/world/looks.h"
#include "engine/world/segment_bytes.h"
#include "engine/world/segment_looks.h"
#include "engine/world/segment_questions.h"
#include "engine/world/segments.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// A look while others work is true for some moment, but nobody knows for which.
void adoptUnquiet(Segment& segment, const event::SegmentSeen& seen) {
    if (!segment.seen && segment.origin == ObjectOrigin::Found) segment.stat = seen.stat;
    segment.stat.cuid = seen.stat.cuid;
    segment.stat.cgid = seen.stat.cgid;
    segment.stat.cpid = seen.stat.cpid;
    segment.stat.atime = seen.stat.atime;
    segment.stat.dtime = seen.stat.dtime;
    segment.stat.ctime = seen.stat.ctime;
    segment.rss = seen.rss;
}

void decideOrigin(const World& world, Segment& segment, const SegmentStat& stat) {
    if (segment.seen || segment.origin != ObjectOrigin::PerhapsCreated) return;
    const bool made = madeByLab(world, segment, stat);
    segment.origin = made ? ObjectOrigin::Created : ObjectOrigin::Found;
    if (!made) segment.creator = 0;
}

/// Bytes that nobody of the lab is known to have written. `first`: they stood there before the
/// first look, written by nobody that could be named.
void adoptPart(World& world, Segment& segment, const FoundBytes& found, bool first) {
    const auto author = authorOf(segment, found.offset);
    if (first && !author) {
        putBytes(segment, found.offset, found.bytes, 0);
        return;
    }
    const ProcessId process = author.value_or(outsideSender);
    putBytes(segment, found.offset, found.bytes, writerIndex(segment, process, world.timeNs));
    if (!author)
        noteWrite(segment, {outsideSender, found.offset, found.bytes.size(), world.timeNs});
}

void adoptRun(World& world, Segment& segment, const event::SegmentSeen::Run& run, bool first) {
    touchBytes(segment, run.offset, run.bytes.size() * run.times);
    if (run.times > 1 && first && run.bytes.size() == 1) // long, and all the same
        return fillBytes(segment, run.offset, run.times, run.bytes[0], 0);
    for (const FoundBytes& found : unexpectedIn(segment, run))
        adoptPart(world, segment, found, first);
}

void adoptContents(World& world, Segment& segment, const event::SegmentSeen& seen, bool first) {
    Race* race = segment.race && segment.race->over ? &*segment.race : nullptr;
    const bool stands = race && numberAt(segment, race->offset, race->width) == race->after &&
                        !seen.changed.empty();
    for (const event::SegmentSeen::Run& run : seen.changed)
        if (isWithin(segment, run)) adoptRun(world, segment, run, first);
    // Whose addition was the last to be told of need not be whose was the last to be made.
    if (stands) race->after = numberAt(segment, race->offset, race->width);
}

} // namespace

bool madeByLab(const World& world, const Segment& segment, const SegmentStat& stat) {
    if (segment.origin != ObjectOrigin::PerhapsCreated)
        return segment.origin == ObjectOrigin::Created;
    const Process* creator = world.process(segment.creator);
    return creator && stat.cpid == creator->pid;
}

void seeSegment(World& world, const event::SegmentSeen& seen) {
    if (seen.gone) {
        if (Segment* segment = liveSegment(world, seen.stat.id)) removeSegment(world, *segment);
        return;
    }
    Segment& segment = segmentFound(world, seen.stat.id);
    if (!seen.quiet) return adoptUnquiet(segment, seen);
    const bool first = !segment.seen && !madeByLab(world, segment, seen.stat);
    decideOrigin(world, segment, seen.stat);
    segment.stat = seen.stat;
    adoptContents(world, segment, seen, first);
    segment.rss = seen.rss;
    segment.contentsKnown = seen.contentsKnown;
    segment.missing = seen.missing;
    // What was not read stays as uncertain as it was.
    if (!seen.partial) segment.uncertain.clear();
    segment.seen = true;
}

} // namespace ipclab
