#pragma once

#include "engine/base/fd.h"
#include "engine/event/board.h"

#include <optional>
#include <sys/types.h>

namespace ipclab {

/// How a process ended: an exit status, or the signal that killed it.
struct End {
    bool killed = false;
    int code = 0;
    bool known = true; ///< false where only its parent was told, and did not say
};

/// From a status as wait(2) gives it.
[[nodiscard]] End endOf(int status);

/// The status of a process that is dead but not waited for; nothing when it is no zombie (any
/// more), or when this process may not see it. /proc/PID/stat, exit_code.
[[nodiscard]] std::optional<int> statusOfZombie(pid_t pid);

/// The same when its parent has waited for it, on a kernel that says so (6.15). ioctl
/// PIDFD_GET_INFO.
[[nodiscard]] std::optional<int> statusOfGone(const Fd& pidfd);

/// Whether the kernel has already forgotten the process.
[[nodiscard]] bool isGone(const Fd& pidfd);

/// Whether it is dead.
[[nodiscard]] bool isDead(const Fd& pidfd);

/// Takes away a zombie that is, or by the death of its parent became, a child of this process.
[[nodiscard]] bool reaped(pid_t pid);

} // namespace ipclab
