#pragma once

#include "engine/world/world.h"

#include <string>

namespace ipclab {

/// What the descriptor leads to, or nullptr.
[[nodiscard]] OpenFile* findFile(World& world, std::uint64_t serial);
[[nodiscard]] OpenFile* fileBehind(World& world, const Process& process, std::int64_t fd);
/// The pipe or FIFO behind the descriptor, or nullptr.
[[nodiscard]] Pipe* pipeBehind(World& world, const Process& process, std::int64_t fd);

/// A fresh open file description with these flags of open(2); which pipe it leads to is found by
/// its identity. The path is empty for a pipe.
OpenFile& addFile(World& world, const event::FileIdentity& identity, std::int64_t flags,
                  const std::string& path);
/// The number leads there from now on.
void install(World& world, Process& process, int fd, std::uint64_t file, bool closeOnExec);
/// The number leads nowhere any more. What nobody leads to is gone.
void closeDescriptor(World& world, Process& process, int fd);
/// The process ends.
void closeAll(World& world, Process& process);

/// fork(2): the child gets a copy of every descriptor, and they lead to the same open file
/// descriptions.
void copyForFork(World& world, const Process& parent, Process& child);

/// What /proc will call the target of a descriptor to this file.
[[nodiscard]] std::string targetOf(const OpenFile& file);

} // namespace ipclab
