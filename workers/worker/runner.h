#pragma once

#include "engine/event/ring.h"
#include "workers/worker/line.h"
#include "workers/worker/perform.h"

#include <string>

namespace ipclab {

/// Runs lines: reports Entered, makes the call, reports Returned.
class Runner {
public:
    Runner(Board& board, RingMemory& ring, ProcessId self);

    void reportStarted();
    void run(const Line& line, std::uint64_t number);

private:
    void make(const PlannedCall& planned);
    void reportEntered(const PlannedCall& planned);
    void reportReturned(const PlannedCall& planned, const Outcome& outcome);

    WorkerSlot& slot_;
    ProcessId self_;
    RingWriter writer_;
    Ledger ledger_;
    Performer performer_;
    std::string spare_;
};

} // namespace ipclab
