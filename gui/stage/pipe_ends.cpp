#include "gui/stage/pipe_ends.h"

#include <algorithm>

namespace ipclab {
namespace {

bool sleepsHere(const Pipe& pipe, ProcessId process) {
    return std::ranges::any_of(pipe.sleepers, [process](const PipeSleeper& sleeper) {
        return sleeper.process == process && sleeper.kind == PipeSleeper::Kind::Reads;
    });
}

bool waitsForChildren(const Process& process) {
    return process.state == ProcessState::Asleep && process.current &&
           process.current->call.id == CallId::Wait;
}

} // namespace

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

std::vector<PipeEnd> forgottenEnds(const World& world, const Pipe& pipe) {
    const bool waits = std::ranges::any_of(pipe.sleepers, [](const PipeSleeper& sleeper) {
        return sleeper.kind == PipeSleeper::Kind::Reads;
    });
    if (!waits || pipe.unread() > 0) return {};
    std::vector<PipeEnd> to = endsOf(world, pipe);
    std::erase_if(to, [&](const PipeEnd& end) {
        const Process* process = world.process(end.process);
        return !end.writes || !(sleepsHere(pipe, end.process) || waitsForChildren(*process));
    });
    return to;
}

} // namespace ipclab
