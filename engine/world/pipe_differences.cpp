#include "engine/world/descriptors.h"
#include "engine/world/numbers.h"
#include "engine/world/pipe_order.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

using event::OutsideChange;
using Kind = OutsideChange::Kind;

struct Balance {
    std::uint64_t sent = 0, taken = 0;
    bool reordered = false;
};

/// What was taken is missing at the front, what was sent has come behind.
Balance compareBytes(const std::string& expected, const event::PipeSeen& seen) {
    if (!seen.contentsKnown || seen.contents.size() < seen.bytes)
        return {seen.bytes - std::min<std::uint64_t>(seen.bytes, expected.size()),
                expected.size() - std::min<std::uint64_t>(seen.bytes, expected.size())};
    const std::size_t taken = missingInFront(expected, seen.contents);
    // The same bytes in another order are the lab's own: writes that went in at the same time.
    if (taken > 0 && isSameOtherwise(expected, seen.contents)) return {0, 0, true};
    return {seen.contents.size() - (expected.size() - taken), taken};
}

/// The same where somebody is in a write: what that may have put in is the lab's own.
Balance compareWithWriters(const World& world, const Pipe& pipe, const event::PipeSeen& seen) {
    const std::string_view first = seen.contentsKnown ? seen.contents : std::string_view();
    if (pipe.unread() == seen.bytes && beginsWith(pipe, first)) return {};
    if (first.empty())
        if (const auto taken = takenAtFront(world, pipe, seen.bytes)) return {0, *taken, false};
    const PipeOrder order = orderOf(world, pipe, first, seen.bytes - first.size());
    return {order.strange, order.missing, false};
}

Balance compare(const World& world, const Pipe& pipe, const event::PipeSeen& seen) {
    return isBeingWritten(world, pipe) ? compareWithWriters(world, pipe, seen)
                                       : compareBytes(unreadBytes(pipe), seen);
}

OutsideChange change(Kind kind, const event::PipeSeen& seen, std::uint64_t bytes,
                     std::string_view verb) {
    OutsideChange made;
    made.kind = kind;
    made.count = static_cast<std::int64_t>(bytes);
    made.what = fmt::format("{} byte{} {}", bytes, bytes == 1 ? "" : "s", verb);
    made.object = event::ObjectKind::Pipe;
    made.ino = seen.ino;
    return made;
}

} // namespace

std::vector<OutsideChange> differences(const World& world, const event::PipeSeen& seen) {
    const Pipe* pipe = livePipe(const_cast<World&>(world), {0, seen.dev, seen.ino});
    if (!pipe || !seen.quiet || pipe->uncertain) return {};
    if (bytesSeen(seen) != seen.bytes) {
        event::PipeSeen possible = seen;
        possible.bytes = bytesSeen(seen);
        return differences(world, possible);
    }
    if (!pipe->earlyReads.empty()) {
        World settled = world;
        settleEarlyReads(settled, *findPipe(settled, pipe->serial));
        return differences(settled, seen);
    }
    Balance balance = compare(world, *pipe, seen);
    balance.sent += pipe->strangeBytes;
    std::vector<OutsideChange> changes;
    if (balance.sent > 0) changes.push_back(change(Kind::Sent, seen, balance.sent, "written"));
    if (balance.taken > 0) changes.push_back(change(Kind::Taken, seen, balance.taken, "read"));
    if (balance.reordered)
        changes.push_back(change(Kind::Reordered, seen, seen.bytes,
                                 "in the kernel's order of writes made at the same time"));
    const std::uint64_t capacity = std::uint64_t{pipe->capacity} * pipePageBytes;
    if (pipe->capacityKnown && capacity != seen.capacity) {
        changes.push_back(change(Kind::Changed, seen, seen.capacity, {}));
        changes.back().what = fmt::format("capacity {} → {}", capacity, seen.capacity);
    }
    return changes;
}

} // namespace ipclab
