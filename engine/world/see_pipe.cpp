// What the kernel says of a pipe: after a quiet look the world holds what the kernel holds.
#include "engine/world/pipe_order.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// The bytes as they were read, all of them or the first of many; or none, and their number alone.
void adoptContents(World& world, Pipe& pipe, const event::PipeSeen& seen) {
    if (pipe.unread() == seen.bytes && beginsWith(pipe, seen.contents)) return;
    arrange(world, pipe, orderOf(world, pipe, seen.contents, seen.bytes - seen.contents.size()));
}

/// Only their number is known: bytes leave at the front, and strange ones come behind.
void adoptNumber(World& world, Pipe& pipe, const event::PipeSeen& seen) {
    if (const std::uint64_t unread = pipe.unread();
        unread > seen.bytes && !isBeingWritten(world, pipe))
        return takeFromSlots(pipe, unread - seen.bytes);
    if (pipe.unread() != seen.bytes) arrange(world, pipe, orderOf(world, pipe, {}, seen.bytes));
}

} // namespace

void seePipe(World& world, const event::PipeSeen& seen) {
    Pipe* pipe = livePipe(world, {0, seen.dev, seen.ino});
    if (!pipe) return;
    if (!seen.quiet) {
        pipe->contentsKnown = false;
        pipe->missing = seen.missing;
        return;
    }
    pipe->capacity = static_cast<std::uint32_t>(seen.capacity / pipePageBytes);
    if (seen.contentsKnown)
        adoptContents(world, *pipe, seen);
    else
        adoptNumber(world, *pipe, seen);
    pipe->contentsKnown = seen.contentsKnown;
    pipe->missing = seen.missing;
    pipe->strangeBytes = 0;
    pipe->earlyReads.clear();
    pipe->uncertain = false;
}

} // namespace ipclab
