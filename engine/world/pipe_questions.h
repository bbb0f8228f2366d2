#pragma once

#include "engine/world/world.h"

#include <vector>

namespace ipclab {

/// How many bytes of a write would go in now: all of them, some (then the write sleeps on with the
/// rest, or comes back with a part), or none.
[[nodiscard]] std::uint64_t wouldGoIn(const Pipe& pipe, std::uint64_t bytes);
/// How many bytes one more write would put in at best: behind the last page's, and in free slots.
[[nodiscard]] std::uint64_t freeBytes(const Pipe& pipe);
/// Page slots in use, also those that were read in part.
[[nodiscard]] std::uint32_t usedSlots(const Pipe& pipe);

/// A descriptor that leads to an end of a pipe.
struct EndHolder {
    ProcessId process = 0;
    int fd = -1;
    bool operator==(const EndHolder&) const = default;
};
[[nodiscard]] std::vector<EndHolder> readEnds(const World& world, const Pipe& pipe);
[[nodiscard]] std::vector<EndHolder> writeEnds(const World& world, const Pipe& pipe);

/// Write ends that keep a sleeping reader from end-of-file although nobody will write through them:
/// the process that holds one sleeps in a read of this very pipe, or waits for its children. The
/// usual forgotten close(). None while there are bytes to wake the reader.
[[nodiscard]] std::vector<EndHolder> forgottenWriteEnds(const World& world, const Pipe& pipe);

/// Whether a write through this descriptor would bring SIGPIPE: it is a write end, and no process
/// of the lab holds a read end.
[[nodiscard]] bool wouldBreak(const World& world, const Process& process, int fd);

} // namespace ipclab
