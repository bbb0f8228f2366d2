#include "workers/supervisor/rest.h"

#include "engine/call/catalogue.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

Activity activityOf(const WorkerSlot& slot) {
    return {slot.given.load(), slot.finished.load(), slot.calls.load(), slot.inCall.load()};
}

CallId callOf(long systemCall) {
    const auto entry = std::ranges::find(catalogue(), systemCall, &CatalogueEntry::number);
    return entry == catalogue().end() ? CallId::Msgget : entry->id;
}

} // namespace

bool Rest::look() {
    bool all = true;
    someoneSleeps_ = false;
    children_.adopt();
    for (Child& child : children_.living()) {
        child.activity = activityOf(board_.workers[child.process]);
        const State state = stateOf(child);
        if (state == State::Busy) all = false;
        if (state != State::Asleep) continue;
        someoneSleeps_ = true;
        if (child.sleepReported != child.activity.calls && !reportSleep(child)) all = false;
    }
    return all;
}

bool Rest::confirmed() {
    children_.adopt();
    return std::ranges::all_of(children_.living(), [this](Child& child) {
        const std::uint64_t calls = board_.workers[child.process].calls.load();
        const State state = stateOf(child);
        if (state == State::Idle) return waits(child);
        return state != State::Busy && (state != State::Asleep || child.sleepReported == calls);
    });
}

/// One that was killed while it had nothing to do is not at rest: it is about to detach and close
/// all that it has. The signal has woken it, and it never sleeps again.
bool Rest::waits(Child& child) {
    if (!openWatch(child)) return !isDead(child.pidfd);
    const char state = child.watch->state();
    return state == 'S' || state == 'T' || state == 't';
}

bool Rest::stirred() const {
    return std::ranges::any_of(children_.living(), [this](const Child& child) {
        return child.activity != activityOf(board_.workers[child.process]);
    });
}

Rest::State Rest::stateOf(Child& child) {
    const WorkerSlot& slot = board_.workers[child.process];
    if (slot.ready.load() == 0) return State::Busy;
    const std::uint64_t finished = slot.finished.load();
    if (slot.given.load() == finished) return State::Idle;
    if (!openWatch(child)) return State::Busy;
    const std::uint64_t calls = slot.calls.load();
    const std::int32_t inCall = slot.inCall.load();
    const TaskState now = child.watch->look();
    if (now.state == 'T' || now.state == 't') return State::Stopped;
    // Waiting for a lock or for memory is D; S in a call means that the call itself waits. Where
    // the number cannot be read, the worker's own word that it is in the call has to do.
    const bool asleep = inCall != notInCall && now.state == 'S' &&
                        (!now.callKnown || now.systemCall == inCall) &&
                        slot.calls.load() == calls && slot.inCall.load() == inCall;
    return asleep ? State::Asleep : State::Busy;
}

bool Rest::openWatch(Child& child) {
    if (child.watch) return true;
    auto watch = TaskWatch::open(child.pid);
    if (!watch) return false; // it is ending; its end is reported as soon as it is reaped
    if (watch->callError() != 0 && !saidWhatIsMissing_) {
        saidWhatIsMissing_ = true;
        reporter_.notice(fmt::format("/proc/{}/syscall cannot be read ({}): sleep is told from "
                                     "the scheduler's state alone",
                                     child.pid, errnoName(watch->callError())));
    }
    child.watch = std::move(*watch);
    return true;
}

bool Rest::reportSleep(Child& child) {
    const WorkerSlot& slot = board_.workers[child.process];
    const Activity& slept = child.activity;
    Record record;
    record.kind = RecordKind::SleepSeen;
    record.process = child.process;
    record.call = callOf(slept.inCall);
    // A number is taken only if nobody took one since it was certain that the call had not
    // returned. Others may be taking numbers by the million, so it needs a few tries.
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        const std::uint64_t next = board_.nextSeq.load();
        if (slot.calls.load() != slept.calls || slot.inCall.load() != slept.inCall) return false;
        if (!reporter_.publishIfNext(next, record)) continue;
        child.sleepReported = slept.calls;
        return true;
    }
    return false;
}

} // namespace ipclab
