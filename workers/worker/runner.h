#pragma once

#include "engine/base/cycle_clock.h"
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
    /// A call that has just returned, not reported yet.
    struct Return {
        const PlannedCall& planned;
        const Outcome& outcome;
        std::int64_t timeNs;
        std::string_view data;
    };
    [[nodiscard]] Return comeBack(const PlannedCall& planned, const Outcome& outcome);
    void enter(const PlannedCall& planned);
    void write(const Return& done, Record& record) const;
    void write(const PlannedCall& planned, std::int64_t timeNs, Record& record) const;
    void reportEntered(const PlannedCall& planned);
    void reportReturned(const Return& done);
    void reportBoth(const Return& done, const PlannedCall& next);

    WorkerSlot& slot_;
    ProcessId self_;
    RingWriter writer_;
    Ledger ledger_;
    Performer performer_;
    CycleClock clock_;
    std::string stat_; ///< the last QueueStat or whole Returned, packed
};

} // namespace ipclab
