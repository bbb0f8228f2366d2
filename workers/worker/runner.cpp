#include "workers/worker/runner.h"

#include "engine/base/clock.h"
#include "workers/worker/faults.h"

#include <cerrno>
#include <ctime>
#include <sched.h>
#include <unistd.h>
#include <utility>

namespace ipclab {

namespace {

/// Until the time; a signal's handler does not shorten it, stop() does between two rounds.
void sleepUntil(std::int64_t ns) {
    const timespec until{ns / 1'000'000'000, ns % 1'000'000'000};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) == EINTR) {
    }
}

} // namespace

Runner::Runner(Board& board, SharedRing ring, ProcessId self)
    : board_(board), self_(self), slot_(&board.workers[self]), ring_(std::move(ring)),
      ledger_(board, self), processes_(board, self), performer_(ledger_, processes_, *slot_) {
    writer_.emplace(board_, ring_.memory(), *slot_);
    noteFaultsIn(*slot_);
}

void Runner::reportStarted() {
    Record record;
    record.timeNs = monotonicNs();
    record.kind = RecordKind::Started;
    record.process = self_;
    record.args = {::getpid(), slot_->parent.load()};
    writer_->reserve(1);
    writer_->publish(record);
    slot_->ready.store(1, std::memory_order_release);
}

std::optional<Fd> Runner::run(const Line& line, std::uint64_t number, std::vector<Cradle> cradles) {
    processes_.prepare(std::move(cradles));
    begin(line.start, board_, self_);
    if (!runCalls(line, number)) return become(*processes_.takeBorn());
    processes_.prepare({});
    slot_->finished.store(number, std::memory_order_release);
    return {};
}

/// False in a child that it forked: there the line ends at once.
bool Runner::runCalls(const Line& line, std::uint64_t number) {
    std::int64_t roundNs = monotonicNs();
    std::uint64_t rounds = line.times;
    const auto stopped = [&] { return slot_->stop.load(std::memory_order_relaxed) == number; };
    const bool any = !line.calls.empty() && rounds > 0 && !stopped();
    const PlannedCall* call = any ? line.calls.data() : nullptr;
    if (call) reportEntered(*call);
    while (call) {
        const Outcome outcome = performer_.perform(*call);
        const bool forks = call->call.id == CallId::Fork;
        if (forks && processes_.isBorn()) return false;
        const Return done = comeBack(*call, outcome);
        const bool roundOver = call == &line.calls.back();
        // The lab's limit would refuse every further fork as well.
        const bool fruitless = forks && outcome.refused;
        if (stopped() || fruitless || (roundOver && --rounds == 0)) {
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
    return true;
}

/// All that the kernel keeps of a process was copied by fork; what the lab keeps of it is another.
/// The parent waits until this has reported its start.
Fd Runner::become(Cradle cradle) {
    self_ = cradle.process;
    slot_ = &board_.workers[self_];
    noteFaultsIn(*slot_);
    ring_ = std::move(*cradle.attached);
    writer_.emplace(board_, ring_.memory(), *slot_);
    ledger_.become(self_);
    performer_.become(*slot_);
    reportStarted();
    return std::move(cradle.control);
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
        stat_ = encodedReturned(whole);
        done.data = stat_;
    }
    // Before the number is taken, which publishes it: whoever sees the number sees this too, and
    // does not report sleep after the return.
    slot_->inCall.store(notInCall, std::memory_order_relaxed);
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

/// From now on the process counts as in the call. Not while the supervisor looks: it took this
/// process for one at rest, and may hold copies of its descriptors.
void Runner::enter(const PlannedCall& planned) {
    while (board_.looking.load() != 0)
        ::sched_yield();
    slot_->calls.store(slot_->calls.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    slot_->inCall.store(static_cast<std::int32_t>(planned.number), std::memory_order_release);
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
    writer_->reserve(planned.slots());
    enter(planned);
    writer_->publish(record, planned.enteredData());
}

void Runner::reportReturned(const Return& done) {
    Record record;
    write(done, record);
    writer_->publish(record, done.data);
}

/// A call returned and the next is entered at the same moment: one look at the clock serves both.
void Runner::reportBoth(const Return& done, const PlannedCall& next) {
    if (!writer_->room(slotsFor(done.data.size()) + next.slots())) {
        reportReturned(done);
        reportEntered(next);
        return;
    }
    enter(next);
    writer_->publishBoth([&](Record& record) { write(done, record); }, done.data,
                         [&](Record& record) { write(next, done.timeNs, record); },
                         next.enteredData());
}

} // namespace ipclab
