// live: labs on a system that lacks something, without a lab that knows of it: the supervisor and
// its workers meet the refusals of the kernel itself.
#pragma once

#include "engine/lab/lab.h"

namespace ipclab {

enum class Lacking : std::uint8_t {
    MsgCopy,     ///< msgrcv(MSG_COPY) gives ENOSYS, as without CONFIG_CHECKPOINT_RESTORE
    ProcSyscall, ///< the file /proc/PID/syscall is not found
    PtraceRight, ///< no CAP_SYS_PTRACE: /proc/PID/syscall of other users' processes is not readable
};

/// A lab whose processes, and no others of this program, go without it.
[[nodiscard]] Result<std::unique_ptr<Lab>> openLabLacking(Lacking what);

} // namespace ipclab
