#pragma once

#include "engine/event/ring.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace ipclab {

/// The engine's own events, made on the front end's thread and numbered like all others.
class OwnEvents {
public:
    explicit OwnEvents(Board& board) : board_(board) {}
    /// Numbers and queues one event; returns its number.
    std::uint64_t add(ProcessId process, event::Body body);
    [[nodiscard]] std::optional<std::uint64_t> frontSeq();
    [[nodiscard]] Event take();

private:
    Board& board_;
    std::mutex mutex_;
    std::deque<Event> events_;
};

/// Merges the rings of all processes into the one order of their numbers. Used by one thread at a
/// time.
class Merger {
public:
    Merger(Board& board, OwnEvents& own) : board_(board), own_(own) {}

    void addRing(ProcessId process, SharedRing ring);
    /// The next event in order, or nothing when it is not there yet. A number that a dead process
    /// took without writing its event becomes a Hole.
    [[nodiscard]] std::optional<Event> next();
    /// The number of the event that comes next.
    [[nodiscard]] std::uint64_t position() const { return next_; }
    /// The supervisor has died and another will use its slot and ring: if it had taken a number
    /// without writing, that number is a hole.
    void supervisorDied();
    /// Events that a damaged ring has swallowed. Any thread may ask, at any time.
    [[nodiscard]] std::uint64_t lost() const { return lost_.load(std::memory_order_relaxed); }

private:
    struct Source {
        ProcessId process = 0;
        SharedRing ring;
        RingReader reader;
    };
    [[nodiscard]] Source* sourceOfNext();
    [[nodiscard]] std::optional<Event> hole();

    Board& board_;
    OwnEvents& own_;
    std::uint64_t next_ = 0;
    std::uint64_t taken_ = 0; ///< numbers taken when the board was last looked at
    std::deque<Source> sources_;
    std::atomic<std::uint64_t> lost_{0};
    int orphans_ = 0;        ///< numbers taken by a supervisor that is dead
    std::size_t recent_ = 0; ///< the ring that the last event came from: mostly the next one too
};

} // namespace ipclab
