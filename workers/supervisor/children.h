#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/event/board.h"
#include "engine/observe/task_state.h"
#include "workers/supervisor/identities.h"

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
    std::optional<TaskWatch> watch;  ///< opened when it is needed first
    Activity activity;               ///< at the last look
    std::uint64_t sleepReported = 0; ///< the value of `calls` whose sleep was reported
};

/// What the kernel tells a parent of its child.
enum class ChildNews { None, Ended, Stopped, Continued };

/// How a process ended: an exit status, or the signal that killed it.
struct End {
    bool killed = false;
    int code = 0;
};

/// Starts workers, signals and reaps them.
class Children {
public:
    explicit Children(Board& board) : board_(board) {}

    /// Opens the worker's program beside this one, while this process still is who it was: another
    /// identity may not be allowed to reach that folder.
    [[nodiscard]] Result<void> openProgram();

    /// Starts a worker; posix_spawn(3). Board, ring and socket become its descriptors 3, 4 and 5.
    [[nodiscard]] Result<void> start(ProcessId process, const UserIdentity& user,
                                     const std::string& letter, const Fd& ring, const Fd& control);
    /// pidfd_send_signal(2), so that never another process is hit that has the pid by now.
    Result<void> signal(ProcessId process, int signal);
    /// What became of a worker since the last call; one that has ended is reaped. waitid(2).
    [[nodiscard]] ChildNews news(const Child& child, End& end);
    void forget(ProcessId process);
    /// SIGKILL to all, and waits until each is reaped.
    void killAll();

    [[nodiscard]] std::vector<Child>& living() { return living_; }
    [[nodiscard]] Child* find(ProcessId process);

private:
    Board& board_;
    Fd program_;
    std::vector<Child> living_;
};

} // namespace ipclab
