#pragma once

#include "engine/call/call.h"

#include <span>
#include <string>

namespace ipclab {

/// What one process has done so far, with all that its children did, ready to be written as a
/// program.
struct ProcessHistory {
    std::string letter;
    std::string label;
    /// Each action with the number of times it was repeated (1 for a single call).
    struct Child;
    struct Done {
        Action action;
        std::uint64_t times = 1;
        // (The braces let {action, times} be a whole one.)
        /// What the same repeat does in turn after `action`.
        std::vector<Action> more{}; // NOLINT(readability-redundant-member-init)
        std::uint64_t everyMs = 0; ///< from the begin of one turn to that of the next; 0 = flat out
        std::vector<Child> forked{}; // NOLINT(readability-redundant-member-init)
    };
    std::vector<Done> done;
};

/// A process that a line forked, and what became of it.
struct ProcessHistory::Child {
    std::size_t action = 0; ///< which of the line's: 0 is `action`, 1 the first of `more`
    std::uint64_t turn = 0; ///< of the repeat, from 0
    ProcessHistory history;
};

/// A complete C program that makes the same calls in the same order, checks every result with
/// perror, and compiles without warnings as it stands: `cc -Wall -Wextra -o a a.c`. It goes on
/// after a call that fails, as the process did. The pids and uids that it needs of others are its
/// arguments. What the children did stands behind the fork, `if (B == 0) { … exit(0); }`, so that
/// one program does what the whole family did. A call that only the lab can make stays as a remark.
[[nodiscard]] std::string renderC(const ProcessHistory& history);

} // namespace ipclab
