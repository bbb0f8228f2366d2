#pragma once

#include "engine/event/board.h"
#include "engine/event/ring.h"

#include <deque>
#include <string>
#include <string_view>

namespace ipclab {

/// The supervisor's own events. It never waits for the engine: an engine that is gone takes no
/// events, and that must be noticed.
class Reporter {
public:
    Reporter(Board& board, RingMemory& memory);

    /// Publishes when there is room, and keeps the order; for what must not be lost.
    void post(const Record& record, std::string data = {});
    /// `of`: the process that it is about.
    void notice(std::string text, ProcessId of = supervisorProcess);
    /// Publishes if nobody took a number since `expected` was read; never later than now.
    [[nodiscard]] bool publishIfNext(std::uint64_t expected, Record& record,
                                     std::string_view data = {});
    /// Tries what could not be published yet.
    void flush();
    /// How many numbers were taken by anyone but the supervisor.
    [[nodiscard]] std::uint64_t othersActivity() const;
    [[nodiscard]] bool waiting() const { return !pending_.empty(); }

private:
    struct Pending {
        Record record;
        std::string data;
    };
    [[nodiscard]] bool room(std::size_t dataBytes) const;

    Board& board_;
    RingMemory& memory_;
    RingWriter writer_;
    std::deque<Pending> pending_;
    std::uint64_t published_ = 0;
};

} // namespace ipclab
