#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <sys/types.h>

namespace ipclab {

/// What the scheduler says of a process at this moment.
struct TaskState {
    char state = 0;         ///< R running, S asleep, D in a short wait, T stopped, Z dead; 0 gone
    bool callKnown = false; ///< false where /proc/PID/syscall cannot be read
    long systemCall = -1;   ///< the number it is in; -1 in none or running
};

/// Reads /proc/PID/stat and /proc/PID/syscall through descriptors that stay open: 3 to 4 µs each,
/// and the process notices nothing. proc(5).
class TaskWatch {
public:
    /// The process must have taken on its identity; one without /proc/PID/syscall is watched too.
    [[nodiscard]] static Result<TaskWatch> open(pid_t pid);

    [[nodiscard]] TaskState look() const;
    /// TaskState::state alone: one file to read, not two.
    [[nodiscard]] char state() const;
    /// Why the system call is not known; 0 where it is.
    [[nodiscard]] int callError() const { return callError_; }

private:
    Fd stat_, syscall_;
    int callError_ = 0;
};

} // namespace ipclab
