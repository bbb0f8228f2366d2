// A pipe after the kernel's rules (fs/pipe.c), small enough to be read: what the world must agree
// with, whatever the order in which calls are told.
#pragma once

#include "engine/event/event.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

/// What a read or write in the model came to.
struct PipeOutcome {
    std::int64_t result = 0;
    int error = 0;
    std::string data;            ///< of a read
    std::uint64_t discarded = 0; ///< the rest of a packet that a read did not take
};

/// The flags of an open file description; they count when bytes are moved, not when the call
/// begins.
struct PipeUse {
    bool nonblocking = false, packets = false;
};

class PipeModel {
public:
    PipeModel(std::uint64_t ino, std::size_t capacity) : ino_(ino), capacity_(capacity) {}

    /// A read or write reaches the kernel. It may be complete at once, or the process sleeps.
    void perform(ProcessId process, const ResolvedCall& call, std::shared_ptr<const PipeUse> use);
    /// The process is killed.
    void forget(ProcessId process);
    /// So many open file descriptions can read, or write, from now on.
    void setEnds(int readers, int writers);

    // A program outside.
    void writeFromOutside(const std::string& bytes);
    /// Returns how much there was to read.
    std::uint64_t readFromOutside(std::uint64_t count);

    /// Calls that are complete and whose outcome was not fetched yet.
    [[nodiscard]] std::optional<PipeOutcome> outcome(ProcessId process);
    [[nodiscard]] bool complete(ProcessId process) const;
    /// The process whose call was the first of them to be complete, or so many behind it. 0 where
    /// none is.
    [[nodiscard]] ProcessId completed(std::size_t behind) const;
    [[nodiscard]] bool sleeps(ProcessId process) const;
    [[nodiscard]] std::size_t sleeping() const { return readers_.size() + writers_.size(); }

    /// What a look would see now: the bytes, or their number alone.
    [[nodiscard]] event::PipeSeen look(bool contents) const;
    [[nodiscard]] std::string unread() const;
    /// The slots as PipeStory draws them.
    [[nodiscard]] std::string slotsInUse() const;

private:
    struct Slot {
        std::string bytes;
        std::size_t read = 0;
        bool packet = false;
    };
    struct Waiting {
        ProcessId process = 0;
        std::string bytes;       ///< of a write
        std::uint64_t count = 0; ///< of a read
        std::size_t copied = 0;
        std::shared_ptr<const PipeUse> use;
    };
    struct Done {
        ProcessId process = 0;
        PipeOutcome outcome;
    };

    void read(Waiting reader);
    void write(Waiting writer);
    void waitOrGiveUp(Waiting writer);
    void join(Waiting& writer);
    void fill(Waiting& writer);
    PipeOutcome take(std::uint64_t count);
    bool readersGoOn();
    bool writersGoOn();
    void goOn();
    void finish(ProcessId process, PipeOutcome outcome);

    std::uint64_t ino_;
    std::size_t capacity_;
    std::deque<Slot> slots_;
    std::vector<Waiting> readers_, writers_; ///< asleep, the first in line first
    std::vector<Done> done_;
    int readEnds_ = 1, writeEnds_ = 1;
};

} // namespace ipclab
