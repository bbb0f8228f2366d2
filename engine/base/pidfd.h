#pragma once

#include "engine/base/fd.h"

#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

namespace ipclab {

// By number: the header of glibc 2.36 gives these functions C++ names that no library has.

/// A descriptor of a process, readable when it is dead; close-on-exec. pidfd_open(2).
[[nodiscard]] inline Fd openProcess(pid_t pid) {
    return Fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
}

/// A copy of a descriptor of that process, close-on-exec. pidfd_getfd(2).
[[nodiscard]] inline Fd copyOfDescriptor(const Fd& process, int fd) {
    return Fd(static_cast<int>(::syscall(SYS_pidfd_getfd, process.get(), fd, 0)));
}

/// Sends a signal to exactly that process, whoever has its pid by now; errno where it returns
/// false. pidfd_send_signal(2).
[[nodiscard]] inline bool signalProcess(const Fd& process, int signal) {
    return ::syscall(SYS_pidfd_send_signal, process.get(), signal, nullptr, 0) == 0;
}

} // namespace ipclab
