// What the kernel says of a pipe: after a quiet look the world holds what the kernel holds.
#include "engine/world/pipe_order.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

/// What is missing left at the front, page by page, and what is new came behind. False where that
/// does not explain what was seen.
bool moveOn(World& world, Pipe& pipe, std::string_view seen) {
    const std::string known = unreadBytes(pipe);
    const std::size_t taken = missingInFront(known, seen);
    if (taken == known.size() && isSameOtherwise(known, seen)) return false;
    const std::string_view sent = seen.substr(known.size() - taken);
    for (std::size_t left = taken; left > 0; left = taken - (known.size() - pipe.unread()))
        takeFromSlots(pipe, left);
    const Writing writing{world.nextSerial++, outsideSender, false, world.timeNs};
    const std::size_t join = joiningBytes(pipe, sent.size());
    joinLastSlot(pipe, sent.substr(0, join), writing);
    fillSlots(pipe, sent.substr(join), writing, true);
    return true;
}

/// The bytes as they were read, all of them or the first of many; or none, and their number alone.
void adoptContents(World& world, Pipe& pipe, const event::PipeSeen& seen) {
    if (pipe.unread() == seen.bytes && beginsWith(pipe, seen.contents)) return;
    if (seen.contents.size() == seen.bytes && !isBeingWritten(world, pipe) &&
        moveOn(world, pipe, seen.contents))
        return;
    arrange(world, pipe, orderOf(world, pipe, seen.contents, seen.bytes - seen.contents.size()));
}

/// Only their number is known: bytes leave at the front, those who waited for room come in behind,
/// and so do strange ones.
void adoptNumber(World& world, Pipe& pipe, const event::PipeSeen& seen) {
    if (const std::uint64_t unread = pipe.unread();
        unread > seen.bytes && !isBeingWritten(world, pipe))
        return takeFromSlots(pipe, unread - seen.bytes);
    if (pipe.unread() == seen.bytes) return;
    if (const auto taken = takenAtFront(world, pipe, seen.bytes))
        return takeAtFront(world, pipe, *taken);
    arrange(world, pipe, orderOf(world, pipe, {}, seen.bytes));
}

} // namespace

void seePipe(World& world, const event::PipeSeen& seen) {
    Pipe* pipe = livePipe(world, {0, seen.dev, seen.ino});
    if (!pipe) return;
    if (bytesSeen(seen) != seen.bytes) {
        event::PipeSeen possible = seen;
        possible.bytes = bytesSeen(seen);
        return seePipe(world, possible);
    }
    if (!seen.quiet) {
        pipe->contentsKnown = false;
        pipe->missing = seen.missing;
        return;
    }
    pipe->capacity = static_cast<std::uint32_t>(seen.capacity / pipePageBytes);
    pipe->capacityKnown = true;
    settleEarlyReads(world, *pipe);
    if (seen.contentsKnown)
        adoptContents(world, *pipe, seen);
    else
        adoptNumber(world, *pipe, seen);
    pipe->contentsKnown = seen.contentsKnown;
    pipe->missing = seen.missing;
    pipe->strangeBytes = 0;
    pipe->uncertain = false;
}

} // namespace ipclab
