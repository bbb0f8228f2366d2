// pipe_order: which write's bytes lie where in a pipe, once a read or a look has shown some of
// them. Who of several writers was let in first is decided inside the kernel and told by nobody;
// and who has not returned yet may have put in anything from nothing to all.
#pragma once

#include "engine/world/world.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// An order of the unread bytes that begins with what was shown.
struct PipeOrder {
    /// The bytes of one write, or of one packet, that lie together.
    struct Part {
        WritePiece piece; ///< its `write` is 0 where no write of the lab explains the bytes
        bool packet = false;
        std::string bytes;
    };
    /// How much a write that has not returned has put in, by this order.
    struct Progress {
        ProcessId process = 0;
        std::uint64_t copied = 0;
    };
    std::vector<Part> parts;
    std::vector<Progress> progress;
    std::uint64_t strange = 0; ///< bytes that no write of the lab explains
    std::uint64_t missing = 0; ///< bytes of writes that have returned, for which there is no room
};

inline constexpr std::uint64_t anyNumber = ~std::uint64_t{0};

/// The pipe holds `first`, and `behind` bytes more (anyNumber: so many as the world thinks).
/// Writes that have not returned are brought in or left outside as that takes.
[[nodiscard]] PipeOrder orderOf(const World& world, const Pipe& pipe, std::string_view first,
                                std::uint64_t behind);
/// How many bytes the pipe held by a look: no fewer than it read (somebody may write between its
/// questions), and no more than can be drawn.
[[nodiscard]] std::uint64_t bytesSeen(const event::PipeSeen& seen);
/// Where the pipe's contents are not known: the least number of bytes that left at its front so
/// that it holds `bytes` once those who sleep in a write have put in what there then was room for.
/// Nothing where no such number explains it.
[[nodiscard]] std::optional<std::uint64_t> takenAtFront(World world, const Pipe& pipe,
                                                        std::uint64_t bytes);
/// Takes so many at the front, page by page, and lets the sleepers in.
void takeAtFront(World& world, Pipe& pipe, std::uint64_t bytes);

/// Makes the pipe so.
void arrange(World& world, Pipe& pipe, const PipeOrder& order);

/// Whether somebody is in a write to this pipe.
[[nodiscard]] bool isBeingWritten(const World& world, const Pipe& pipe);

} // namespace ipclab
