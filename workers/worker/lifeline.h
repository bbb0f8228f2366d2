// lifeline: what makes a worker, and every process that comes of it by fork, die with the
// supervisor.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <sys/types.h>

namespace ipclab {

/// From now on the kernel sends SIGKILL to this process's group, in which its children are too,
/// when the writing end of this pipe closes: also to whoever sleeps in a call, and to one that is
/// being forked at that moment. Until then nobody notices anything. To be called after the change
/// of identity, since the kernel asks whether who called may signal them. Fails when the supervisor
/// is gone already. fcntl(2): F_SETOWN, F_SETSIG, O_ASYNC.
///
/// PR_SET_PDEATHSIG is not inherited by fork, and is about the parent alone.
[[nodiscard]] Result<void> dieWithSupervisor(const Fd& lifeline, pid_t supervisor);

} // namespace ipclab
