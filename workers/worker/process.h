#pragma once

#include "engine/base/fd.h"
#include "engine/event/board.h"
#include "engine/event/ring.h"
#include "workers/worker/outcome.h"

#include <optional>
#include <vector>

namespace ipclab {

/// What the engine got ready for a child: its number, its ring and its control socket.
struct Cradle {
    ProcessId process = 0;
    Fd ring, control;
    /// The ring, mapped before the fork.
    std::optional<SharedRing> attached{}; // NOLINT(readability-redundant-member-init)
};

/// fork(2), wait(2), exit(3) and setrlimit(2).
class ProcessCalls {
public:
    ProcessCalls(Board& board, ProcessId self) : board_(board), self_(self) {}

    /// For the forks of the line that is about to be run; what they leave is dropped after it.
    void prepare(std::vector<Cradle> cradles);

    /// In the parent it returns when the child has reported its start, or is dead. In the child
    /// isBorn() from now on.
    [[nodiscard]] Outcome fork(const ResolvedCall& call);
    [[nodiscard]] bool isBorn() const { return born_.has_value(); }
    /// In a child that has just been forked: what it is from now on.
    [[nodiscard]] std::optional<Cradle> takeBorn();

    /// What became of the child is noted on the board too: when the kernel has told the parent, it
    /// tells nobody else.
    [[nodiscard]] Outcome wait(const ResolvedCall& call);
    [[noreturn]] static void exit(const ResolvedCall& call);
    [[nodiscard]] static Outcome setrlimit(const ResolvedCall& call);

private:
    [[nodiscard]] static bool attachRing(Cradle& cradle);
    void beBorn(Cradle cradle);
    void awaitStart(pid_t pid, const WorkerSlot& child) const;

    Board& board_;
    ProcessId self_;
    std::vector<Cradle> cradles_; ///< not used yet, in the order in which they are to be
    bool cameAlong_ = false;      ///< the line brought some
    std::optional<Cradle> born_;
};

} // namespace ipclab
