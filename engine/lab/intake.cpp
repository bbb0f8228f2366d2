#include "engine/lab/intake.h"

#include <system_error>
#include <utility>

namespace ipclab {

namespace {

// Short enough that whoever waits for the mutex does not notice, long enough that it costs nothing.
constexpr std::size_t batchEvents = 2048;
constexpr std::chrono::milliseconds activePause{2};
constexpr std::chrono::milliseconds idlePause{20};
// After so many empty rounds nothing is going on.
constexpr int emptyRounds = 50;

} // namespace

Intake::Intake(Board& board, OwnEvents& own, Introduce introduce, std::function<void()> tick)
    : board_(board), introduce_(std::move(introduce)), tick_(std::move(tick)), merger_(board, own),
      published_(std::make_shared<const World>()) {
}

Result<void> Intake::start() {
    try {
        thread_ = std::thread([this] { run(); });
    } catch (const std::system_error& error) {
        return systemError("starting a thread (ulimit -u is the limit of processes and threads)",
                           error.code().value());
    }
    return {};
}

Intake::~Intake() {
    stopping_ = true;
    wake();
    if (thread_.joinable()) thread_.join();
}

void Intake::addRing(ProcessId process, SharedRing ring) {
    const std::lock_guard lock(intakeMutex_);
    merger_.addRing(process, std::move(ring));
}

void Intake::supervisorDied() {
    const std::lock_guard lock(intakeMutex_);
    merger_.supervisorDied();
}

void Intake::wake() {
    const std::lock_guard lock(wakeMutex_);
    woken_ = true;
    wakeChanged_.notify_one();
}

void Intake::run() {
    int empty = 0;
    while (!stopping_) {
        const std::size_t taken = takeBatch();
        tick_();
        empty = taken > 0 ? 0 : empty + 1;
        if (taken < batchEvents) pause(empty < emptyRounds);
    }
}

void Intake::pause(bool active) {
    std::unique_lock lock(wakeMutex_);
    wakeChanged_.wait_for(lock, active ? activePause : idlePause,
                          [this] { return woken_ || stopping_; });
    woken_ = false;
}

std::size_t Intake::takeBatch() {
    std::size_t taken = 0;
    std::function<void()> callback;
    {
        const std::lock_guard lock(intakeMutex_);
        while (taken < batchEvents) {
            auto event = merger_.next();
            if (!event) break;
            takeIn(std::move(*event));
            ++taken;
        }
        const bool allTaken = taken < batchEvents;
        if ((allTaken && published_->events != world_.events) || wanted_.exchange(false)) publish();
        if (taken > 0) callback = callback_;
    }
    if (callback) callback();
    return taken;
}

void Intake::takeIn(Event event) {
    if (auto* started = std::get_if<event::ProcessStarted>(&event.body))
        introduce_(event.process, *started);
    // What the engine itself reports as gone was removed by the lab, not from outside.
    if (event.process != engineProcess)
        for (event::OutsideChange& change : differences(world_, event))
            append({event.seq, event.timeNs, engineProcess, std::move(change)});
    append(event);
}

void Intake::append(const Event& event) {
    applyTo(world_, event);
    journal_.append(event);
    journal_.offer(world_);
}

void Intake::publish() {
    auto copy = std::make_shared<const World>(world_);
    const std::lock_guard lock(publishedMutex_);
    published_ = std::move(copy);
    publishedChanged_.notify_all();
}

void Intake::withNewest(const std::function<void(const World&)>& use) {
    const std::lock_guard lock(intakeMutex_);
    // Up to what is numbered by now: a process at full speed would never let it end otherwise.
    const std::uint64_t end = board_.nextSeq.load();
    for (std::uint64_t next = 0; next < end;) {
        auto event = merger_.next();
        if (!event) break;
        next = event->seq + 1;
        takeIn(std::move(*event));
    }
    use(world_);
}

std::shared_ptr<const World> Intake::world() const {
    wanted_ = true;
    const std::lock_guard lock(publishedMutex_);
    return published_;
}

bool Intake::waitFor(const std::function<bool(const World&)>& reached,
                     std::chrono::milliseconds deadline) {
    wake();
    std::unique_lock lock(publishedMutex_);
    return publishedChanged_.wait_for(lock, deadline, [&] { return reached(*published_); });
}

void Intake::onEvents(std::function<void()> callback) {
    const std::lock_guard lock(intakeMutex_);
    callback_ = std::move(callback);
}

} // namespace ipclab
