#include "workers/worker/runner.h"

#include "engine/base/clock.h"

#include <cerrno>
#include <ctime>
#include <unistd.h>

namespace ipclab {

namespace {

/// Until the time; a signal's handler does not shorten it, stop() does between two rounds.
void sleepUntil(std::int64_t ns) {
    const timespec until{ns / 1'000'000'000, ns % 1'000'000'000};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {
    }
}

} // namespace

Runner::Runner(Board& board, RingMemory& ring, ProcessId self)
    : slot_(board.workers[self]), self_(self), writer_(board, ring, slot_), ledger_(board, self),
      performer_(ledger_) {
}

void Runner::reportStarted() {
    Record record;
    record.timeNs = monotonicNs();
    record.kind = RecordKind::Started;
    record.process = self_;
    record.args[0] = ::getpid();
    writer_.reserve(1);
    writer_.publish(record);
    slot_.ready.store(1, std::memory_order_release);
}

void Runner::run(const Line& line, std::uint64_t number) {
    const std::int64_t lineNs = monotonicNs();
    std::int64_t next = lineNs;
    const auto stopped = [&] { return slot_.stop.load(std::memory_order_relaxed) == number; };
    for (std::uint64_t round = 0; round < line.times && !stopped(); ++round) {
        if (round > 0 && line.everyNs > 0) {
            next += static_cast<std::int64_t>(line.everyNs);
            sleepUntil(next);
        }
        for (const PlannedCall& planned : line.calls) {
            if (stopped()) break;
            // At full speed a call is entered where the one before returned: one look at the clock
            // serves both.
            const bool fullSpeed = returnedNs_ > lineNs && line.everyNs == 0;
            make(planned, fullSpeed ? returnedNs_ : monotonicNs());
        }
    }
    slot_.finished.store(number, std::memory_order_release);
}

void Runner::make(const PlannedCall& planned, std::int64_t timeNs) {
    reportEntered(planned, timeNs);
    const Outcome outcome = performer_.perform(planned.call);
    reportReturned(planned, outcome);
}

void Runner::reportEntered(const PlannedCall& planned, std::int64_t timeNs) {
    std::string_view data;
    Record record = enteredRecord(planned.call, planned.ref, spare_, data);
    record.timeNs = timeNs;
    record.process = self_;
    // Room for both records now, so that the return never waits for the engine.
    writer_.reserve(slotsFor(data.size()) + slotsFor(planned.largestResult));
    slot_.calls.store(slot_.calls.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    slot_.inCall.store(static_cast<std::int32_t>(planned.number), std::memory_order_release);
    writer_.publish(record, data);
}

void Runner::reportReturned(const PlannedCall& planned, const Outcome& outcome) {
    returnedNs_ = monotonicNs();
    // Before the number is taken, which publishes it: whoever sees the number sees this too, and
    // does not report sleep after the return.
    slot_.inCall.store(notInCall, std::memory_order_relaxed);
    Record record;
    record.timeNs = returnedNs_;
    record.kind = RecordKind::Returned;
    record.call = planned.call.id;
    record.process = self_;
    record.ref = planned.ref;
    record.args = {outcome.result, outcome.error, outcome.mtype, 0};
    if (outcome.refused) record.flags |= recordRefused;
    if (outcome.existed) record.flags |= recordExisted;
    if (outcome.stat) {
        record.flags |= recordStat;
        spare_ = packStat(*outcome.stat);
        writer_.publish(record, spare_);
    } else {
        writer_.publish(record, outcome.data);
    }
}

} // namespace ipclab
