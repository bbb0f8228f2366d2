#pragma once

#include "engine/call/call.h"

#include <span>
#include <string>

namespace ipclab {

/// What one process has done so far, ready to be written as a program.
struct ProcessHistory {
    std::string letter;
    std::string label;
    /// Each action with the number of times it was repeated (1 for a single call).
    struct Done {
        Action action;
        std::uint64_t times = 1;
        /// What the same repeat does in turn after `action`. (Its braces let {action, times} be a
        /// whole one.)
        std::vector<Action> more{}; // NOLINT(readability-redundant-member-init)
    };
    std::vector<Done> done;
};

/// A complete C program that makes the same calls in the same order, checks every result with
/// perror, and compiles without warnings as it stands: `cc -Wall -Wextra -o a a.c`. It goes on
/// after a call that fails, as the process did. The pids and uids that it needs of others are its
/// arguments. Behind a fork the child runs the same lines as its parent; what it did in the lab is
/// a program of its own. A call that only the lab can make stays as a remark.
[[nodiscard]] std::string renderC(const ProcessHistory& history);

} // namespace ipclab
