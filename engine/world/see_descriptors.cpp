// What /proc says of a process's descriptors. It tells what each leads to, and not which of them
// share an open file description: that only the calls say.
#include "engine/world/descriptors.h"
#include "engine/world/numbers.h"
#include "engine/world/pipes.h"
#include "engine/world/queues.h"
#include "engine/world/subjects.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr int lastStandardFd = 2;

bool isSame(const OpenFile& file, const event::SeenDescriptor& seen) {
    const bool known = file.file.ino != 0;
    return known && file.file.dev == seen.file.dev && file.file.ino == seen.file.ino;
}

bool isFifo(const event::SeenDescriptor& seen) {
    return (seen.file.mode & number::fileType) == number::fileFifo;
}

/// One that no call of the lab explains: what a process is born with, or what a lost event opened.
void adopt(World& world, Process& process, const event::SeenDescriptor& seen) {
    const std::string path = seen.target.find(':') == std::string::npos ? seen.target : "";
    // The lab's own output may be a pipe: that is no pipe to look at.
    if (isFifo(seen) && seen.fd > lastStandardFd && !livePipe(world, seen.file))
        addPipe(world, seen.file, path);
    const std::uint64_t serial = addFile(world, seen.file, seen.flags, path).serial;
    install(world, process, seen.fd, serial, seen.closeOnExec);
}

} // namespace

void seeDescriptors(World& world, ProcessId id, const event::DescriptorsSeen& seen) {
    Process* process = findProcess(world, id);
    if (!process || !process->alive()) return;
    std::vector<int> gone;
    for (const auto& [fd, descriptor] : process->descriptors)
        if (std::ranges::find(seen.descriptors, fd, &event::SeenDescriptor::fd) ==
            seen.descriptors.end())
            gone.push_back(fd);
    for (const int fd : gone)
        closeDescriptor(world, *process, fd);
    for (const event::SeenDescriptor& each : seen.descriptors) {
        OpenFile* file = fileBehind(world, *process, each.fd);
        if (!file || !isSame(*file, each))
            adopt(world, *process, each);
        else
            file->nonblocking = (each.flags & number::openNonblock) != 0;
        Descriptor& row = process->descriptors[each.fd];
        row.closeOnExec = each.closeOnExec;
        row.target = each.target;
    }
    process->descriptorsSeen = true;
}

} // namespace ipclab
