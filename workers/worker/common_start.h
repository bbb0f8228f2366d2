#pragma once

#include "engine/event/board.h"

#include <array>

namespace ipclab {

/// The start of a line that several processes were given. One after the other is told of it, and a
/// short line would be done in the first before the last has begun.
struct CommonStart {
    std::uint64_t number = 0;                       ///< 0: this process begins alone
    std::array<ProcessId, maxProcesses> together{}; ///< whose start it is; 0 behind the last
};

/// Waits until all of them have a processor at this moment, or, where there are fewer processors,
/// until all are there. One that has ended is not waited for, and one that is stopped, or was never
/// told, for no more than half a second.
void begin(const CommonStart& start, Board& board, ProcessId self);

} // namespace ipclab
