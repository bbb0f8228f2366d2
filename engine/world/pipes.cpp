#include "engine/world/pipes.h"

#include "engine/world/descriptors.h"

#include <algorithm>

namespace ipclab {

namespace {

bool canRead(const OpenFile& file) {
    return file.access != AccessMode::Write;
}

bool canWrite(const OpenFile& file) {
    return file.access != AccessMode::Read;
}

/// Whether somebody sleeps in the open of this FIFO: that too keeps what is in it.
bool isBeingOpened(const Pipe& pipe) {
    return std::ranges::any_of(pipe.sleepers, [](const PipeSleeper& each) {
        return each.kind == PipeSleeper::Kind::OpensToRead ||
               each.kind == PipeSleeper::Kind::OpensToWrite;
    });
}

bool isInUse(const Pipe& pipe) {
    return pipe.readers > 0 || pipe.writers > 0 || isBeingOpened(pipe);
}

/// Nobody has it any more: what was unread is lost, and so is the capacity that was set.
void forgetContents(World& world, Pipe& pipe) {
    settleEarlyReads(world, pipe);
    if (const std::uint64_t unread = pipe.unread(); unread > 0) {
        pipe.lost += unread;
        pipe.lostNs = world.timeNs;
    }
    pipe.pages.clear();
    pipe.capacity = Pipe().capacity;
    pipe.capacityKnown = false;
}

bool hasName(const World& world, const Pipe& pipe) {
    return std::ranges::any_of(world.names, [&](const NamedFile& name) {
        return name.exists && name.file.dev == pipe.dev && name.file.ino == pipe.ino;
    });
}

} // namespace

Pipe* findPipe(World& world, std::uint64_t serial) {
    const auto found = std::ranges::find(world.pipes, serial, &Pipe::serial);
    return found == world.pipes.end() ? nullptr : &*found;
}

Pipe* livePipe(World& world, const event::FileIdentity& file) {
    for (auto pipe = world.pipes.rbegin(); pipe != world.pipes.rend(); ++pipe)
        if (!pipe->gone && pipe->dev == file.dev && pipe->ino == file.ino) return &*pipe;
    return nullptr;
}

Pipe* namedPipe(World& world, std::string_view path) {
    for (const NamedFile& name : world.names)
        if (name.exists && name.path == path && name.file.ino != 0)
            if (Pipe* pipe = livePipe(world, name.file)) return pipe;
    for (auto pipe = world.pipes.rbegin(); pipe != world.pipes.rend(); ++pipe)
        if (!pipe->gone && !pipe->unlinked && !pipe->path.empty() && pipe->path == path)
            return &*pipe;
    return nullptr;
}

Pipe& addPipe(World& world, const event::FileIdentity& file, std::string_view path) {
    if (world.pipes.size() >= maxObjects) {
        const auto oldest = std::ranges::find(world.pipes, true, &Pipe::gone);
        if (oldest != world.pipes.end()) world.pipes.erase(oldest);
    }
    Pipe& pipe = world.pipes.emplace_back();
    pipe.serial = world.nextSerial++;
    pipe.dev = file.dev;
    pipe.ino = file.ino;
    pipe.path = path;
    pipe.createdNs = world.timeNs;
    return pipe;
}

void openEnd(Pipe& pipe, const OpenFile& file) {
    pipe.readers += canRead(file) ? 1 : 0;
    pipe.writers += canWrite(file) ? 1 : 0;
}

void closeEnd(World& world, const OpenFile& file) {
    Pipe* pipe = findPipe(world, file.pipe);
    if (!pipe) return;
    pipe->readers -= canRead(file) ? 1 : 0;
    pipe->writers -= canWrite(file) ? 1 : 0;
    if (isInUse(*pipe)) return;
    forgetContents(world, *pipe);
    leaveIfUnreachable(world, *pipe);
}

void giveUpOpening(World& world) {
    for (Pipe& pipe : world.pipes)
        if (!pipe.gone && !isInUse(pipe)) {
            forgetContents(world, pipe);
            leaveIfUnreachable(world, pipe);
        }
}

void leaveIfUnreachable(World& world, Pipe& pipe) {
    if (!pipe.path.empty()) pipe.unlinked = !hasName(world, pipe);
    if (pipe.gone || isInUse(pipe)) return;
    if (!pipe.path.empty() && !pipe.unlinked) return;
    pipe.gone = true;
    pipe.goneNs = world.timeNs;
}

} // namespace ipclab
