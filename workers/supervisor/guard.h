// guard: a process that stands by for one case: that engine and supervisor die in the same moment,
// or the supervisor while it clears up after the engine. Nobody else would be left to do it.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/event/board.h"

#include <sys/types.h>

namespace ipclab {

class Guard {
public:
    Guard() = default;
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard(); ///< in the supervisor: ends it, since nothing is left to clear up

    /// Makes a copy of this process, in a process group of its own: from here on there are two. It
    /// must have no descriptor open whose end somebody waits for, but the engine's.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] bool isSelf() const { return isSelf_; } ///< in the copy

    /// In the copy: sleeps until the supervisor is dead and the engine has let go of it. True when
    /// the lab ended so, and this is the lab's supervisor now; false when the engine has started
    /// another one, which clears up after its predecessor.
    [[nodiscard]] bool takesOver(Board& board) const;

private:
    pid_t supervisor_ = 0;
    Fd supervisorDeath_; ///< its pidfd
    pid_t pid_ = -1;     ///< in the supervisor: of the copy
    bool isSelf_ = false;
};

} // namespace ipclab
