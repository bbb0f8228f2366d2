// Which descriptors lead to which pipe: what the cards, the wires and the words are made of.
#pragma once

#include "engine/world/world.h"

#include <optional>
#include <vector>

namespace ipclab {

/// One descriptor of a living process that leads to a pipe or FIFO.
struct PipeEnd {
    ProcessId process = 0;
    int fd = -1;
    bool reads = false, writes = false; ///< both for O_RDWR
    bool operator==(const PipeEnd&) const = default;
};

/// The place in World::pipes of the pipe that the file leads to; nothing where it is none.
[[nodiscard]] std::optional<std::size_t> pipeOf(const World& world, const OpenFile& file);
/// The pipe behind a descriptor of the process.
[[nodiscard]] std::optional<std::size_t> pipeOf(const World& world, const Process& process,
                                                std::int64_t fd);

/// Every descriptor that leads to the pipe, by process and number.
[[nodiscard]] std::vector<PipeEnd> endsOf(const World& world, const Pipe& pipe);

} // namespace ipclab
