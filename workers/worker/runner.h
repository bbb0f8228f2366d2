#pragma once

#include "engine/base/cycle_clock.h"
#include "engine/event/ring.h"
#include "workers/worker/line.h"
#include "workers/worker/perform.h"

#include <optional>
#include <string>
#include <vector>

namespace ipclab {

/// Runs lines: reports Entered, makes the call, reports Returned.
class Runner {
public:
    Runner(Board& board, SharedRing ring, ProcessId self);

    [[nodiscard]] ProcessId self() const { return self_; }
    void reportStarted();
    /// Runs a line whose forks may use what is in `cradles`. In a child that it forked, the child's
    /// own control socket comes back, and its lines are counted from 1.
    [[nodiscard]] std::optional<Fd> run(const Line& line, std::uint64_t number,
                                        std::vector<Cradle> cradles);
    /// Counts a line that could not be read.
    void skip(std::uint64_t number) { slot_->finished.store(number); }

private:
    /// A call that has just returned, not reported yet.
    struct Return {
        const PlannedCall& planned;
        const Outcome& outcome;
        std::int64_t timeNs;
        std::string_view data;
    };
    [[nodiscard]] bool runCalls(const Line& line, std::uint64_t number);
    [[nodiscard]] Fd become(Cradle cradle);
    [[nodiscard]] Return comeBack(const PlannedCall& planned, const Outcome& outcome);
    void enter(const PlannedCall& planned);
    void write(const Return& done, Record& record) const;
    void write(const PlannedCall& planned, std::int64_t timeNs, Record& record) const;
    void reportEntered(const PlannedCall& planned);
    void reportReturned(const Return& done);
    void reportBoth(const Return& done, const PlannedCall& next);

    Board& board_;
    ProcessId self_;
    WorkerSlot* slot_; ///< the own one: a forked child has another
    SharedRing ring_;  ///< likewise
    std::optional<RingWriter> writer_;
    Ledger ledger_;
    ProcessCalls processes_;
    Performer performer_;
    CycleClock clock_;
    std::string stat_; ///< the last QueueStat or whole Returned, packed
};

} // namespace ipclab
