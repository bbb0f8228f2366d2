#pragma once

#include "engine/event/board.h"

#include <vector>

namespace ipclab {

/// Makes sure that no worker of a supervisor that died lives on, and returns whose end nobody has
/// reported. The kernel killed them with their parent (PR_SET_PDEATHSIG); this waits for it. To be
/// called before this process enters a user namespace: in there it may not touch them.
[[nodiscard]] std::vector<ProcessId> endOrphans(Board& board);

} // namespace ipclab
