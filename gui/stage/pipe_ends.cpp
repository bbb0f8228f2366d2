#include "gui/stage/pipe_ends.h"

#include <algorithm>

namespace ipclab {
std::optional<std::size_t> pipeOf(const World& world, const OpenFile& file) {
    if (file.pipe == 0) return {};
    const auto found = std::ranges::find(world.pipes, file.pipe, &Pipe::serial);
    if (found == world.pipes.end()) return {};
    return static_cast<std::size_t>(found - world.pipes.begin());
}

std::optional<std::size_t> pipeOf(const World& world, const Process& process, std::int64_t fd) {
    const auto row = process.descriptors.find(static_cast<int>(fd));
    if (row == process.descriptors.end()) return {};
    const OpenFile* file = world.file(row->second.file);
    return file ? pipeOf(world, *file) : std::nullopt;
}

std::vector<PipeEnd> endsOf(const World& world, const Pipe& pipe) {
    std::vector<PipeEnd> to;
    for (const Process& process : world.processes) {
        if (!process.alive()) continue;
        for (const auto& [fd, row] : process.descriptors) {
            const OpenFile* file = world.file(row.file);
            if (!file || file->pipe != pipe.serial) continue;
            to.push_back({process.id, fd, file->access != AccessMode::Write,
                          file->access != AccessMode::Read});
        }
    }
    return to;
}

} // namespace ipclab
