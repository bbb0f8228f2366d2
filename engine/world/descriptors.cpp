#include "engine/world/descriptors.h"

#include "engine/world/numbers.h"
#include "engine/world/pipes.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

AccessMode accessOf(std::int64_t flags) {
    switch (flags & number::openAccess) {
    case number::openWrite:
        return AccessMode::Write;
    case number::openReadWrite:
        return AccessMode::ReadWrite;
    default:
        return AccessMode::Read;
    }
}

FileKind kindOf(const OpenFile& file) {
    switch (file.file.mode & number::fileType) {
    case number::fileFifo:
        return file.path.empty() ? FileKind::Pipe : FileKind::Fifo;
    case number::fileTerminal:
        return FileKind::Terminal;
    case number::fileRegular:
        return FileKind::Regular;
    default:
        return FileKind::Other;
    }
}

/// One descriptor less leads to it.
void release(World& world, std::uint64_t serial) {
    const auto file = std::ranges::find(world.files, serial, &OpenFile::serial);
    if (file == world.files.end() || --file->descriptors > 0) return;
    const OpenFile closed = std::move(*file);
    world.files.erase(file);
    if (closed.pipe != 0) closeEnd(world, closed);
}

} // namespace

OpenFile* findFile(World& world, std::uint64_t serial) {
    const auto found = std::ranges::find(world.files, serial, &OpenFile::serial);
    return found == world.files.end() ? nullptr : &*found;
}

OpenFile* fileBehind(World& world, const Process& process, std::int64_t fd) {
    const auto descriptor = process.descriptors.find(static_cast<int>(fd));
    return descriptor == process.descriptors.end() ? nullptr
                                                   : findFile(world, descriptor->second.file);
}

Pipe* pipeBehind(World& world, const Process& process, std::int64_t fd) {
    const OpenFile* file = fileBehind(world, process, fd);
    return file && file->pipe != 0 ? findPipe(world, file->pipe) : nullptr;
}

OpenFile& addFile(World& world, const event::FileIdentity& identity, std::int64_t flags,
                  const std::string& path) {
    OpenFile& file = world.files.emplace_back();
    file.serial = world.nextSerial++;
    file.access = accessOf(flags);
    file.nonblocking = (flags & number::openNonblock) != 0;
    file.append = (flags & number::openAppend) != 0;
    file.packets = (flags & number::openDirect) != 0;
    file.file = identity;
    file.path = path;
    file.kind = kindOf(file);
    if (Pipe* pipe = livePipe(world, identity)) {
        file.pipe = pipe->serial;
        openEnd(*pipe, file);
    }
    return file;
}

void install(World& world, Process& process, int fd, std::uint64_t serial, bool closeOnExec) {
    OpenFile* file = findFile(world, serial);
    if (!file) return;
    ++file->descriptors; // before the old one is closed: it may be the last that leads there
    Descriptor fresh{serial, closeOnExec, targetOf(*file)};
    if (process.descriptors.contains(fd)) closeDescriptor(world, process, fd);
    process.descriptors[fd] = std::move(fresh);
    std::erase_if(process.closed, [fd](const ClosedDescriptor& each) { return each.fd == fd; });
}

void closeDescriptor(World& world, Process& process, int fd) {
    const auto descriptor = process.descriptors.find(fd);
    if (descriptor == process.descriptors.end()) return;
    const std::uint64_t serial = descriptor->second.file;
    process.descriptors.erase(descriptor);
    if (const OpenFile* file = findFile(world, serial))
        process.closed.push_back({fd, *file, world.timeNs});
    release(world, serial);
}

void closeAll(World& world, Process& process) {
    const auto descriptors = std::move(process.descriptors);
    process.descriptors.clear();
    process.closed.clear();
    for (const auto& [fd, descriptor] : descriptors)
        release(world, descriptor.file);
}

void copyForFork(World& world, const Process& parent, Process& child) {
    child.descriptors = parent.descriptors;
    for (const auto& [fd, descriptor] : child.descriptors)
        if (OpenFile* file = findFile(world, descriptor.file)) ++file->descriptors;
}

std::string targetOf(const OpenFile& file) {
    if (file.kind == FileKind::Pipe) return fmt::format("pipe:[{}]", file.file.ino);
    return file.path;
}

} // namespace ipclab
