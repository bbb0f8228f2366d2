#include "workers/worker/own_descriptors.h"

#include "engine/call/call.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/resource.h>

namespace ipclab {

Result<void> makeRoomForOwnDescriptors() {
    constexpr rlim_t enough = 1024; // what the kernel gives where nobody changed it
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return systemError("getrlimit");
    if (limit.rlim_cur >= enough) return {};
    limit.rlim_cur = std::min(enough, limit.rlim_max);
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) return systemError("setrlimit(RLIMIT_NOFILE)");
    return {};
}

Result<Fd> amongOwn(Fd fd) {
    if (!fd || fd.get() >= firstOwnDescriptor) return fd;
    Fd moved(::fcntl(fd.get(), F_DUPFD_CLOEXEC, firstOwnDescriptor));
    if (!moved) return systemError("fcntl(F_DUPFD_CLOEXEC)");
    return moved;
}

} // namespace ipclab
