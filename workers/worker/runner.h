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
    void make(const PlannedCall& planned, std::int64_t timeNs);
    void reportEntered(const PlannedCall& planned, std::int64_t timeNs);
    void reportReturned(const PlannedCall& planned, const Outcome& outcome);

    WorkerSlot& slot_;
    ProcessId self_;
    RingWriter writer_;
    Ledger ledger_;
    Performer performer_;
    std::string spare_;
    std::int64_t returnedNs_ = 0; ///< when the last call returned
};

} // namespace ipclab
