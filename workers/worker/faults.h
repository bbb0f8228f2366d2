// faults: a process that uses memory it does not have dies of it, and the lab says which address it
// was.
#pragma once

#include "engine/event/board.h"

namespace ipclab {

/// From now on the address of a SIGSEGV or SIGBUS is noted in this slot. Called again with another
/// slot in a forked child, which inherits the rest.
void noteFaultsIn(WorkerSlot& slot);

/// The process is about to exit with this status: noted too.
void noteExit(int status);

/// What stands for the default of SIGSEGV and SIGBUS: notes the address, and then the instruction
/// faults again and the process dies as by default. sigaction(2).
[[nodiscard]] int noteFaultsOf(int signal);
[[nodiscard]] bool isFault(int signal);

} // namespace ipclab
