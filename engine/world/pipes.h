#pragma once

#include "engine/world/world.h"

#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

/// The pipe with this serial, or nullptr.
[[nodiscard]] Pipe* findPipe(World& world, std::uint64_t serial);
/// The newest pipe or FIFO that this is, if it is not gone; or nullptr.
[[nodiscard]] Pipe* livePipe(World& world, const event::FileIdentity& file);
/// The FIFO with this name in the scratch folder, or nullptr.
[[nodiscard]] Pipe* namedPipe(World& world, std::string_view path);
/// A fresh one at the end of world.pipes. Drops the oldest that is gone when there are more than
/// maxObjects.
Pipe& addPipe(World& world, const event::FileIdentity& file, std::string_view path = {});

/// An end was opened, or the last descriptor of one was closed.
void openEnd(Pipe& pipe, const OpenFile& file);
void closeEnd(World& world, const OpenFile& file);
/// Somebody who slept in the open of a FIFO has come away without it.
void giveUpOpening(World& world);
/// Whether neither descriptor nor name leads to it any more; then it is gone.
void leaveIfUnreachable(World& world, Pipe& pipe);

/// The write that this process is in, or nullptr.
[[nodiscard]] WriteInFlight* flightOf(World& world, ProcessId process);
/// Lets a write put in what fits now, as the kernel does in one go.
void advance(World& world, Pipe& pipe, WriteInFlight& flight, bool beyond, std::uint64_t upTo);
/// All that the write puts in when it is through; nothing where it writes out of a segment and
/// nobody has told what was there.
[[nodiscard]] std::optional<std::string> textOf(const World& world, const WriteInFlight& flight);
/// O_DIRECT.
[[nodiscard]] bool writesPackets(const World& world, const WriteInFlight& flight);
/// What reads brought that were told of too early is taken now, in an order that the bytes allow:
/// nobody is left who will tell more, or a look shows what there is.
void settleEarlyReads(World& world, Pipe& pipe);
/// There is room: those who sleep in a write go on, the first in line first; who cannot finish
/// lines up again behind the others.
void letWritersIn(World& world, Pipe& pipe);

} // namespace ipclab
