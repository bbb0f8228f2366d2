// What can be said of a pipe of which a look knows only how many bytes it holds, while others sleep
// in a write to it.
#include "engine/world/pipe_order.h"
#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"

#include <algorithm>

namespace ipclab {

std::uint64_t bytesSeen(const event::PipeSeen& seen) {
    constexpr std::uint64_t most = std::uint64_t{16} << 20; // a pipe of root's may have so many
    return std::max<std::uint64_t>(seen.contents.size(), std::min(seen.bytes, most));
}

std::optional<std::uint64_t> takenAtFront(World world, const Pipe& of, std::uint64_t bytes) {
    Pipe& pipe = *findPipe(world, of.serial);
    std::uint64_t taken = 0;
    while (!pipe.pages.empty()) {
        const std::uint64_t unread = pipe.unread(), oldest = pipe.pages.front().unread();
        // Within a page nothing gets free; a packet goes whole or not at all.
        const bool within = unread >= bytes && unread - bytes < oldest;
        if (within && (unread == bytes || !pipe.pages.front().packet))
            return taken + unread - bytes;
        takeAtFront(world, pipe, oldest);
        taken += oldest;
    }
    if (bytes != 0) return std::nullopt;
    return taken;
}

void takeAtFront(World& world, Pipe& pipe, std::uint64_t bytes) {
    while (bytes > 0 && !pipe.pages.empty()) {
        const auto part = std::min<std::uint64_t>(bytes, pipe.pages.front().unread());
        takeFromSlots(pipe, part);
        letWritersIn(world, pipe);
        bytes -= part;
    }
}

} // namespace ipclab
