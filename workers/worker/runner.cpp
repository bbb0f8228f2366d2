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
      performer_(ledger_, slot_) {
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
    std::int64_t roundNs = monotonicNs();
    std::uint64_t rounds = line.times;
    const auto stopped = [&] { return slot_.stop.load(std::memory_order_relaxed) == number; };
    const bool any = !line.calls.empty() && rounds > 0 && !stopped();
    const PlannedCall* call = any ? line.calls.data() : nullptr;
    if (call) reportEntered(*call);
    while (call) {
        const Outcome outcome = performer_.perform(*call);
        const Return done = comeBack(*call, outcome);
        const bool roundOver = call == &line.calls.back();
        if (stopped() || (roundOver && --rounds == 0)) {
            reportReturned(done);
            break;
        }
        call = roundOver ? line.calls.data() : call + 1;
        if (!roundOver || line.everyNs == 0) {
            reportBoth(done, *call);
            continue;
        }
        reportReturned(done);
        roundNs += static_cast<std::int64_t>(line.everyNs);
        sleepUntil(roundNs);
        if (stopped()) break;
        reportEntered(*call);
    }
    slot_.finished.store(number, std::memory_order_release);
}

Runner::Return Runner::comeBack(const PlannedCall& planned, const Outcome& outcome) {
    Return done{planned, outcome, clock_.now(), outcome.data};
    if (outcome.stat) {
        stat_ = packStat(*outcome.stat);
        done.data = stat_;
    } else if (outcome.whole) {
        event::Returned whole = *outcome.whole;
        whole.ref = planned.ref;
        whole.call = planned.call.id;
        whole.result = outcome.result;
        whole.error = outcome.error;
        whole.existed = outcome.existed;
        stat_ = encodedBody(std::move(whole));
        done.data = stat_;
    }
    // Before the number is taken, which publishes it: whoever sees the number sees this too, and
    // does not report sleep after the return.
    slot_.inCall.store(notInCall, std::memory_order_relaxed);
    return done;
}

void Runner::write(const Return& done, Record& record) const {
    const Outcome& outcome = done.outcome;
    record.timeNs = done.timeNs;
    record.kind = outcome.whole ? RecordKind::Encoded : RecordKind::Returned;
    record.call = done.planned.call.id;
    record.process = self_;
    record.ref = done.planned.ref;
    record.flags = (outcome.refused ? recordRefused : 0) | (outcome.stat ? recordStat : 0) |
                   (outcome.existed ? recordExisted : 0);
    record.args = {outcome.result, outcome.error, outcome.mtype, outcome.detail};
}

/// From now on the process counts as in the call.
void Runner::enter(const PlannedCall& planned) {
    slot_.calls.store(slot_.calls.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    slot_.inCall.store(static_cast<std::int32_t>(planned.number), std::memory_order_release);
}

void Runner::write(const PlannedCall& planned, std::int64_t timeNs, Record& record) const {
    record = planned.entered;
    record.timeNs = timeNs;
    record.process = self_;
}

void Runner::reportEntered(const PlannedCall& planned) {
    Record record;
    write(planned, clock_.now(), record); // the time before any waiting
    // Room for both records now, so that the return never waits for the engine.
    writer_.reserve(planned.slots());
    enter(planned);
    writer_.publish(record, planned.enteredData());
}

void Runner::reportReturned(const Return& done) {
    Record record;
    write(done, record);
    writer_.publish(record, done.data);
}

/// A call returned and the next is entered at the same moment: one look at the clock serves both.
void Runner::reportBoth(const Return& done, const PlannedCall& next) {
    if (!writer_.room(slotsFor(done.data.size()) + next.slots())) {
        reportReturned(done);
        reportEntered(next);
        return;
    }
    enter(next);
    writer_.publishBoth([&](Record& record) { write(done, record); }, done.data,
                        [&](Record& record) { write(next, done.timeNs, record); },
                        next.enteredData());
}

} // namespace ipclab
