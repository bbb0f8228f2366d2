#pragma once

#include "engine/event/board.h"
#include "workers/supervisor/children.h"
#include "workers/supervisor/reporter.h"

namespace ipclab {

/// Knows which workers are at rest: idle, asleep in a call, or stopped. Asleep is what the kernel
/// says, never a guess by time; a sleeper notices nothing of being looked at.
class Rest {
public:
    Rest(Board& board, Children& children, Reporter& reporter)
        : board_(board), children_(children), reporter_(reporter) {}

    /// Looks at every worker and reports each sleep once. True when all are at rest.
    bool look();
    /// Looks again and reports nothing. True when all are at rest and no sleep is unreported.
    /// One that is dying is not at rest: what it lets go is its own doing.
    [[nodiscard]] bool confirmed();
    /// Whether a worker did or was given something since the last look(). Reads no file.
    [[nodiscard]] bool stirred() const;
    /// Whether a worker slept at the last look: anyone in the system may wake it.
    [[nodiscard]] bool someoneSleeps() const { return someoneSleeps_; }

private:
    enum class State { Busy, Idle, Asleep, Stopped };
    [[nodiscard]] State stateOf(Child& child);
    [[nodiscard]] bool waits(Child& child);
    [[nodiscard]] bool openWatch(Child& child);
    bool reportSleep(Child& child);

    Board& board_;
    Children& children_;
    Reporter& reporter_;
    bool someoneSleeps_ = false;
    bool saidWhatIsMissing_ = false;
};

} // namespace ipclab
