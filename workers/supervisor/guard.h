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
    explicit Guard(Board& board) : board_(board) {}
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;
    ~Guard(); ///< ends it, since nothing is left to clear up

    /// Makes a copy of this process, in a process group of its own, that has nothing open but what
    /// it waits for. The copy never comes back from here. Again after it was killed: another one.
    [[nodiscard]] Result<void> start();
    /// A pidfd: readable as soon as it is dead. pidfd_open(2).
    [[nodiscard]] int deathFd() const { return death_.get(); }
    /// Whether it was there and is dead.
    [[nodiscard]] bool hasDied() const;

private:
    void reap();

    Board& board_;
    pid_t pid_ = -1;
    Fd death_;
    int starts_ = 0;
};

} // namespace ipclab
