#pragma once

#include "engine/event/board.h"
#include "workers/supervisor/children.h"

#include <vector>

namespace ipclab {

/// A worker of a supervisor that died, whose end nobody has reported.
struct Orphan {
    ProcessId process = 0;
    End end; ///< by its own last word; else it went with the supervisor
};

/// Makes sure that no worker of a supervisor that died lives on, and returns them. The kernel
/// killed them with their parent (PR_SET_PDEATHSIG); this waits for it. To be called before this
/// process enters a user namespace: in there it may not touch them.
[[nodiscard]] std::vector<Orphan> endOrphans(Board& board);

} // namespace ipclab
