#include "workers/worker/lifeline.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace ipclab {

Result<void> dieWithSupervisor(const Fd& lifeline, pid_t supervisor) {
    if (::fcntl(lifeline.get(), F_SETOWN, -::getpgrp()) != 0) return systemError("fcntl(F_SETOWN)");
    if (::fcntl(lifeline.get(), F_SETSIG, SIGKILL) != 0) return systemError("fcntl(F_SETSIG)");
    if (::fcntl(lifeline.get(), F_SETFL, O_ASYNC) != 0) return systemError("fcntl(O_ASYNC)");
    // One that died before the last line was told nobody.
    if (::getppid() != supervisor)
        return failure("the supervisor has ended before its worker began");
    return {};
}

} // namespace ipclab
