#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/event/board.h"
#include "engine/event/record.h"

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

/// Slots of one ring: 2 MiB, a good 10 ms of a process that does nothing but system calls.
inline constexpr std::uint32_t ringSlots = 1U << 15;

/// The largest data of one record.
inline constexpr std::size_t maxRecordData = 256 * 1024;

/// A ring in a memfd: one producer, one consumer, never overwritten.
struct RingMemory {
    alignas(64) std::atomic<std::uint64_t> head; ///< slots ever written; the producer's
    alignas(64) std::atomic<std::uint64_t> tail; ///< slots ever read; the consumer's
    Record records[ringSlots];
};

class SharedRing {
public:
    [[nodiscard]] static Result<SharedRing> create();
    [[nodiscard]] static Result<SharedRing> attach(Fd fd);
    SharedRing(SharedRing&& other) noexcept;
    SharedRing& operator=(SharedRing&& other) noexcept;
    SharedRing(const SharedRing&) = delete;
    SharedRing& operator=(const SharedRing&) = delete;
    ~SharedRing();

    [[nodiscard]] RingMemory& memory() const { return *memory_; }
    [[nodiscard]] int fd() const { return fd_.get(); }

private:
    SharedRing(Fd fd, RingMemory* memory);
    Fd fd_;
    RingMemory* memory_ = nullptr;
};

/// The producer's end, used by one thread of one process.
class RingWriter {
public:
    /// `self` is this process's slot on the board: numbering and slowed are kept there.
    RingWriter(Board& board, RingMemory& memory, WorkerSlot& self)
        : board_(board), memory_(memory), self_(self) {}

    /// Whether so many slots are free now.
    [[nodiscard]] bool room(std::uint32_t slots);
    /// Waits until they are. A wait is counted as "slowed".
    void reserve(std::uint32_t slots);
    /// Takes the next number and publishes the record. Room must have been reserved.
    void publish(const Record& record, std::string_view data = {});
    /// Two events that nothing of this process comes between, with two numbers one behind the
    /// other: what a loop at full speed reports between two calls, at little more than half the
    /// price. `fillFirst` and `fillSecond` write all but number and length into their Record&, the
    /// slot itself: a copy of a record just written would wait for it.
    template <class First, class Second>
    void publishBoth(First&& fillFirst, std::string_view firstData, Second&& fillSecond,
                     std::string_view secondData);
    /// Publishes only if no event of any process got a number since `expected` was read from
    /// Board::nextSeq: then whatever was seen in between is true exactly there.
    [[nodiscard]] bool publishIfNext(std::uint64_t expected, const Record& record,
                                     std::string_view data = {});

private:
    template <class Fill> void write(Fill&& fill, std::uint64_t seq, std::string_view data);
    void copy(std::string_view data);
    void show();

    Board& board_;
    RingMemory& memory_;
    WorkerSlot& self_;
    std::uint64_t head_ = memory_.head.load(); ///< slots written, the newest not shown yet
    std::uint64_t seenTail_ = 0;               ///< what the consumer had read at the last look
};

template <class Fill>
void RingWriter::write(Fill&& fill, std::uint64_t seq, std::string_view data) {
    Record& slot = memory_.records[head_ % ringSlots];
    fill(slot);
    slot.seq = seq;
    slot.dataBytes = static_cast<std::uint32_t>(data.size());
    if (!data.empty()) copy(data);
    head_ += slotsFor(data.size());
}

template <class First, class Second>
void RingWriter::publishBoth(First&& fillFirst, std::string_view firstData, Second&& fillSecond,
                             std::string_view secondData) {
    self_.numbering.store(2, std::memory_order_relaxed);
    const std::uint64_t seq = board_.nextSeq.fetch_add(2, std::memory_order_acq_rel);
    write(fillFirst, seq, firstData);
    write(fillSecond, seq + 1, secondData);
    show();
}

/// The consumer's end.
class RingReader {
public:
    explicit RingReader(RingMemory& memory) : memory_(&memory) {}

    /// The oldest record not yet taken, or nullptr. Valid until take().
    [[nodiscard]] const Record* front();
    /// The data of front(), as long as it was found to be there; then frees its slots.
    [[nodiscard]] std::string take();
    /// A record whose length cannot be true was found; the ring is not read any further.
    [[nodiscard]] bool broken() const { return broken_; }

private:
    RingMemory* memory_;
    std::uint64_t seenHead_ = 0;
    std::uint32_t size_ = 0; ///< of front()'s data
    bool broken_ = false;
};

} // namespace ipclab
