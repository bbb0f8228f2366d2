#pragma once

#include "workers/worker/outcome.h"

namespace ipclab {

/// kill(2). The engine lets only pids of the lab's own processes through.
[[nodiscard]] Outcome performKill(const ResolvedCall& call);

/// sigaction(2): default, ignore, or a handler that does nothing but interrupt calls.
[[nodiscard]] Outcome performSigaction(const ResolvedCall& call);

} // namespace ipclab
