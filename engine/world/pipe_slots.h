// pipe_slots: what a write puts into the pages of a pipe, and what a read takes out of them, by the
// rules of the kernel's fs/pipe.c.
#pragma once

#include "engine/world/pipe.h"

#include <string>
#include <string_view>

namespace ipclab {

/// Whose bytes these are.
struct Writing {
    std::uint64_t serial = 0;
    ProcessId writer = 0;
    bool packet = false; ///< O_DIRECT
    std::int64_t timeNs = 0;
    std::uint64_t from = 0;  ///< where in their write they begin
    std::uint64_t whole = 0; ///< bytes that their write was given; 0 where nobody knows
};

/// How many of the first bytes of a write of this length join the last slot: what is left over when
/// the rest is cut into whole pages, if it fits behind what was ever written into that page.
[[nodiscard]] std::size_t joiningBytes(const Pipe& pipe, std::uint64_t length);
/// Puts them there.
void joinLastSlot(Pipe& pipe, std::string_view bytes, const Writing& writing);
/// Puts bytes into fresh slots, a page each, as long as there are free ones; `beyond`: more than
/// the capacity too. Returns how many bytes.
std::size_t fillSlots(Pipe& pipe, std::string_view bytes, const Writing& writing, bool beyond);

/// Takes up to so many bytes from the oldest slots. Stops behind a packet, whose rest is gone. A
/// slot is free again when its last byte is read.
void takeFromSlots(Pipe& pipe, std::uint64_t bytes);
/// Takes the newest bytes of this write back: those that were put in too early. What was read stays
/// read. Returns how many.
std::uint64_t takeBack(Pipe& pipe, std::uint64_t write, std::uint64_t bytes);

/// All unread bytes, the oldest first.
[[nodiscard]] std::string unreadBytes(const Pipe& pipe);
/// How many bytes left at the front, at least, where `known` was in the pipe and now `seen` is.
[[nodiscard]] std::size_t missingInFront(std::string_view known, std::string_view seen);
/// Whether these are the same bytes in another order.
[[nodiscard]] bool isSameOtherwise(std::string_view known, std::string_view seen);
/// Whether the unread bytes begin with these.
[[nodiscard]] bool beginsWith(const Pipe& pipe, std::string_view bytes);

} // namespace ipclab
