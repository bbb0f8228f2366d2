// What the calls around descriptors do: pipe, open, close, dup, dup2, fcntl.
#include "engine/world/descriptors.h"
#include "engine/world/names.h"
#include "engine/world/numbers.h"
#include "engine/world/pipes.h"
#include "engine/world/queues.h"
#include "engine/world/subjects.h"

#include <tuple>

namespace ipclab {

namespace {

Process& callerOf(World& world, const Process& process) {
    return *findProcess(world, process.id);
}

/// The same file by another number.
void duplicate(World& world, Process& process, std::int64_t from, std::int64_t to,
               bool closeOnExec) {
    const auto old = process.descriptors.find(static_cast<int>(from));
    if (old == process.descriptors.end()) return;
    const Descriptor descriptor = old->second;
    install(world, process, static_cast<int>(to), descriptor.file, closeOnExec);
    process.descriptors[static_cast<int>(to)].target = descriptor.target;
}

void setFlags(World& world, const Process& process, const ResolvedCall& call) {
    OpenFile* file = fileBehind(world, process, call.args[0]);
    if (!file) return;
    file->nonblocking = (call.args[2] & number::openNonblock) != 0;
    file->append = (call.args[2] & number::openAppend) != 0;
    file->packets = (call.args[2] & number::openDirect) != 0;
}

/// The FIFO or pipe that was opened is known from now on.
void meet(World& world, const event::FileIdentity& identity, const std::string& path) {
    if (livePipe(world, identity)) return;
    Pipe* waitedFor = path.empty() ? nullptr : namedPipe(world, path);
    if (!waitedFor || waitedFor->ino != 0) {
        addPipe(world, identity, path);
        return;
    }
    waitedFor->dev = identity.dev;
    waitedFor->ino = identity.ino;
}

void setPipeSize(World& world, const Process& process, const CallOutcome& done) {
    Pipe* pipe = pipeBehind(world, process, done.call.args[0]);
    if (!pipe) return;
    pipe->capacity = static_cast<std::uint32_t>(done.result / pipePageBytes);
    pipe->capacityKnown = true;
    letWritersIn(world, *pipe);
}

} // namespace

void returnPipe(World& world, const Process& process, const CallOutcome& done) {
    if (done.result != 0 || done.files.size() != 2) return;
    Process& caller = callerOf(world, process);
    const std::int64_t flags = done.call.id == CallId::Pipe2 ? done.call.args[0] : 0;
    const std::int64_t status = flags & ~number::openAccess;
    addPipe(world, done.files[0].file);
    for (std::size_t end = 0; end < 2; ++end) {
        const auto& [fd, identity] = done.files[end];
        // Packets are the writer's affair: the read end does not get O_DIRECT.
        const std::int64_t own =
            end == 0 ? status & number::openNonblock : status | number::openWrite;
        const std::uint64_t serial = addFile(world, identity, own, {}).serial;
        install(world, caller, fd, serial, (flags & number::openCloexec) != 0);
    }
}

void returnOpen(World& world, const Process& process, const CallOutcome& done) {
    if (done.result < 0) return giveUpOpening(world);
    if (done.files.size() != 1) return;
    Process& caller = callerOf(world, process);
    const event::FileIdentity& identity = done.files[0].file;
    std::string path = done.call.data;
    // "/proc/self/fd/3" is the way to a file that has a name of its own, or none.
    if (path.starts_with('/')) path = pathOf(world, identity);
    if (!path.empty()) noteName(world, path, identity);
    if ((identity.mode & number::fileType) == number::fileFifo) meet(world, identity, path);
    const std::uint64_t serial = addFile(world, identity, done.call.args[0], path).serial;
    install(world, caller, done.files[0].fd, serial,
            (done.call.args[0] & number::openCloexec) != 0);
}

void returnClose(World& world, const Process& process, const CallOutcome& done) {
    if (done.result == 0)
        closeDescriptor(world, callerOf(world, process), static_cast<int>(done.call.args[0]));
}

void returnDuplicate(World& world, const Process& process, const CallOutcome& done) {
    // dup2 of a number to itself does nothing.
    if (done.result < 0 || done.result == done.call.args[0]) return;
    duplicate(world, callerOf(world, process), done.call.args[0], done.result, false);
}

void returnFcntl(World& world, const Process& process, const CallOutcome& done) {
    if (done.result < 0) return;
    const auto& [fd, command, argument] =
        std::tie(done.call.args[0], done.call.args[1], done.call.args[2]);
    Process& caller = callerOf(world, process);
    switch (command) {
    case number::fcntlDup:
    case number::fcntlDupCloexec:
        return duplicate(world, caller, fd, done.result, command == number::fcntlDupCloexec);
    case number::fcntlSetDescriptorFlags:
        if (const auto row = caller.descriptors.find(static_cast<int>(fd));
            row != caller.descriptors.end())
            row->second.closeOnExec = (argument & 1) != 0;
        return;
    case number::fcntlSetFlags:
        return setFlags(world, process, done.call);
    case number::fcntlSetPipeSize:
    case number::fcntlGetPipeSize:
        return setPipeSize(world, process, done);
    default:
        return;
    }
}

} // namespace ipclab
