#include "engine/world/pipe_questions.h"

#include "engine/world/pipe_slots.h"

#include <algorithm>

namespace ipclab {

namespace {

std::uint64_t freeSlotBytes(const Pipe& pipe) {
    const std::uint64_t used = std::min<std::uint64_t>(pipe.pages.size(), pipe.capacity);
    return (pipe.capacity - used) * pipePageBytes;
}

std::vector<EndHolder> ends(const World& world, const Pipe& pipe, AccessMode other) {
    std::vector<EndHolder> holders;
    for (const Process& process : world.processes)
        for (const auto& [fd, descriptor] : process.descriptors) {
            const OpenFile* file = world.file(descriptor.file);
            if (file && file->pipe == pipe.serial && file->access != other)
                holders.push_back({process.id, fd});
        }
    return holders;
}

bool sleepsReading(const Pipe& pipe, ProcessId process) {
    return std::ranges::any_of(pipe.sleepers, [process](const PipeSleeper& each) {
        return each.process == process && each.kind == PipeSleeper::Kind::Reads;
    });
}

bool waitsForChildren(const World& world, ProcessId id) {
    const Process* process = world.process(id);
    return process && process->state == ProcessState::Asleep && process->current &&
           process->current->call.id == CallId::Wait;
}

} // namespace

std::uint64_t wouldGoIn(const Pipe& pipe, std::uint64_t bytes) {
    const std::uint64_t joining = joiningBytes(pipe, bytes);
    return joining + std::min(bytes - joining, freeSlotBytes(pipe));
}

std::uint64_t freeBytes(const Pipe& pipe) {
    std::uint64_t behindTheLast = 0;
    if (!pipe.pages.empty() && !pipe.pages.back().packet && pipe.pages.back().bytes)
        behindTheLast = pipePageBytes - pipe.pages.back().bytes->size();
    return behindTheLast + freeSlotBytes(pipe);
}

std::uint32_t usedSlots(const Pipe& pipe) {
    return static_cast<std::uint32_t>(pipe.pages.size());
}

std::vector<EndHolder> readEnds(const World& world, const Pipe& pipe) {
    return ends(world, pipe, AccessMode::Write);
}

std::vector<EndHolder> writeEnds(const World& world, const Pipe& pipe) {
    return ends(world, pipe, AccessMode::Read);
}

std::vector<EndHolder> forgottenWriteEnds(const World& world, const Pipe& pipe) {
    const bool waits = std::ranges::any_of(pipe.sleepers, [](const PipeSleeper& sleeper) {
        return sleeper.kind == PipeSleeper::Kind::Reads;
    });
    if (!waits || pipe.unread() > 0) return {};
    std::vector<EndHolder> holders = writeEnds(world, pipe);
    std::erase_if(holders, [&](const EndHolder& each) {
        return !sleepsReading(pipe, each.process) && !waitsForChildren(world, each.process);
    });
    return holders;
}

bool wouldBreak(const World& world, const Process& process, int fd) {
    const auto descriptor = process.descriptors.find(fd);
    if (descriptor == process.descriptors.end()) return false;
    const OpenFile* file = world.file(descriptor->second.file);
    if (!file || file->access == AccessMode::Read) return false;
    const Pipe* pipe = world.pipe(file->pipe);
    return pipe && readEnds(world, *pipe).empty();
}

} // namespace ipclab
