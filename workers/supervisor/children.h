#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/event/board.h"
#include "engine/observe/task_state.h"
#include "workers/supervisor/forked.h"
#include "workers/supervisor/identities.h"
#include "workers/supervisor/precedence.h"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace ipclab {

/// What a worker's slot on the board said.
struct Activity {
    std::uint64_t given = 0, finished = 0, calls = 0;
    std::int32_t inCall = notInCall;
    bool operator==(const Activity&) const = default;
};

/// A worker that was started and has not been reaped.
struct Child {
    ProcessId process = 0;
    pid_t pid = 0;
    Fd pidfd;
    std::optional<TaskWatch> watch{}; ///< opened when it is needed first
    Activity activity{};              ///< at the last look
    std::uint64_t sleepReported = 0;  ///< the value of `calls` whose sleep was reported
    std::string letter{};             ///< empty: forked
    bool forked = false;           ///< by another worker, whose child it is as long as that lives
    bool stopped = false;          ///< forked: as it was reported last
    std::int64_t stopLookedNs = 0; ///< forked: when it was last seen whether it is stopped
    std::int64_t deadSinceNs = 0;  ///< forked: when it was first found dead, without its status
};

/// What the kernel tells a parent of its child.
enum class ChildNews { None, Ended, Stopped, Continued };

/// Starts workers, signals and reaps them.
class Children {
public:
    explicit Children(Board& board) : board_(board) {}

    /// Opens the worker's program beside this one, while this process still is who it was: another
    /// identity may not be allowed to reach that folder.
    [[nodiscard]] Result<void> openProgram();

    /// Opens the pipe that ends every worker and all that they forked when this process is gone.
    /// No other process may get its writing end.
    [[nodiscard]] Result<void> openLifeline();

    /// Starts a worker; posix_spawn(3). Board, ring, socket and a lifeline of its own become its
    /// descriptors 3 to 6.
    [[nodiscard]] Result<void> start(ProcessId process, const UserIdentity& user,
                                     const std::string& letter, const Fd& ring, const Fd& control);
    /// pidfd_send_signal(2), so that never another process is hit that has the pid by now.
    Result<void> signal(ProcessId process, int signal);
    /// Takes in those that workers have forked since the last call.
    void adopt();
    /// What became of a worker since the last call; one that has ended is reaped if it may be.
    /// waitid(2), and for those that others forked what /proc and the board say.
    [[nodiscard]] ChildNews news(Child& child, End& end);
    /// It has ended. One that its parent has not waited for is reaped when that parent is dead.
    void forget(ProcessId process);
    /// Reaps the dead whose parents are dead too.
    void reapOrphans();
    /// SIGKILL to all, and waits until each is reaped.
    void killAll();

    /// Whether there are some of whose stops nobody tells this process.
    [[nodiscard]] bool anyForked() const;
    [[nodiscard]] std::vector<Child>& living() { return living_; }
    [[nodiscard]] Child* find(ProcessId process);

private:
    [[nodiscard]] ChildNews newsOfForked(Child& child, End& end) const;
    [[nodiscard]] static ChildNews stopOf(Child& child);
    [[nodiscard]] std::optional<End> endOfForked(const Child& child) const;
    void killLiving();

    Board& board_;
    Precedence precedence_;
    Fd program_;
    Fd lifeline_;      ///< reading end
    Fd lifelineWrite_; ///< held and never used
    std::vector<Child> living_;
    std::vector<Child> zombies_;  ///< forked ones that ended and were not reaped when last looked
    std::uint32_t forksSeen_ = 0; ///< Board::forks at the last adopt()
};

} // namespace ipclab
