#include "engine/observe/pipe_look.h"

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ipclab {

namespace {

using event::PipeSeen;

/// All that was copied. One read ends behind a packet, and what is left of a packet that does not
/// fit is gone: so there is always room for everything.
void drain(int fd, std::string& into) {
    std::string part(maxPayload, '\0');
    for (ssize_t got = ::read(fd, part.data(), part.size()); got > 0;
         got = ::read(fd, part.data(), part.size()))
        into.append(part, 0, static_cast<std::size_t>(got));
}

void copyContents(int fd, PipeSeen& seen) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        seen.missing = "pipe2 gives " + errnoName(errno);
        return;
    }
    const Fd readEnd(ends[0]), writeEnd(ends[1]);
    // Where that is not allowed, the first pages are seen.
    (void)::fcntl(writeEnd.get(), F_SETPIPE_SZ, static_cast<int>(seen.capacity));
    const ssize_t copied = ::tee(fd, writeEnd.get(), maxPayload, SPLICE_F_NONBLOCK);
    if (copied < 0 && errno != EAGAIN) {
        seen.missing = "tee gives " + errnoName(errno);
        return;
    }
    drain(readEnd.get(), seen.contents);
    // A program outside may have written since they were counted.
    seen.bytes = std::max<std::uint64_t>(seen.bytes, seen.contents.size());
    seen.contentsKnown = true;
}

} // namespace

PipeSeen lookAtPipe(int fd) {
    PipeSeen seen;
    struct stat is{};
    if (::fstat(fd, &is) == 0) {
        seen.dev = is.st_dev;
        seen.ino = is.st_ino;
    }
    int bytes = 0;
    if (::ioctl(fd, FIONREAD, &bytes) == 0) seen.bytes = static_cast<std::uint64_t>(bytes);
    const int capacity = ::fcntl(fd, F_GETPIPE_SZ);
    seen.capacity = static_cast<std::uint64_t>(std::max(capacity, 0));
    const int flags = ::fcntl(fd, F_GETFL);
    if (flags < 0 || (flags & O_ACCMODE) == O_WRONLY)
        seen.missing = "no process of the lab holds a read end";
    else if (bytes == 0)
        seen.contentsKnown = true;
    else
        copyContents(fd, seen);
    return seen;
}

} // namespace ipclab
