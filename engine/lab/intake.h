#pragma once

#include "engine/journal/journal.h"
#include "engine/lab/merger.h"
#include "engine/world/world.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace ipclab {

/// Takes events in on a thread of its own: merges them, compares what the kernel says with the
/// world, appends to the journal and applies to the world.
class Intake {
public:
    /// Completes a ProcessStarted, of which the ring carries the pid alone.
    using Introduce = std::function<void(ProcessId, event::ProcessStarted&)>;

    /// `tick` is called on the intake's thread every few milliseconds.
    Intake(Board& board, OwnEvents& own, Introduce introduce, std::function<void()> tick);
    ~Intake();
    /// Starts the thread; nothing is taken in before. pthread_create(3).
    Result<void> start();
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    void addRing(ProcessId process, SharedRing ring);
    void supervisorDied();
    /// Never waits for the thread, which hardly lets go of its mutex in a burst.
    [[nodiscard]] std::uint64_t lost() const { return merger_.lost(); }
    /// Something was given: look at the rings now rather than at the next tick.
    void wake();
    /// Takes in all that is there, on the caller's thread, and then calls `use` with the newest
    /// state. For the rare caller that must know what has just happened.
    void withNewest(const std::function<void(const World&)>& use);
    /// The newest published state; at most one batch behind. Never waits for the thread.
    [[nodiscard]] std::shared_ptr<const World> world() const;
    /// False after the deadline.
    bool waitFor(const std::function<bool(const World&)>& reached,
                 std::chrono::milliseconds deadline);
    void onEvents(std::function<void()> callback);
    [[nodiscard]] const Journal& journal() const { return journal_; }

private:
    void run();
    std::size_t takeBatch();
    void takeIn(Event event);
    void append(const Event& event);
    void publish();
    void pause(bool active);

    Board& board_;
    Introduce introduce_;
    std::function<void()> tick_;
    Journal journal_;

    std::mutex intakeMutex_; ///< merger, world_
    Merger merger_;
    World world_;

    mutable std::mutex publishedMutex_;
    std::condition_variable publishedChanged_;
    std::shared_ptr<const World> published_;
    mutable std::atomic<bool> wanted_{false};
    std::function<void()> callback_;

    std::mutex wakeMutex_;
    std::condition_variable wakeChanged_;
    bool woken_ = false;
    std::atomic<bool> stopping_{false};
    std::thread thread_; ///< last: it uses all of the above
};

} // namespace ipclab
