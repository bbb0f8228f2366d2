#pragma once

#include "engine/event/board.h"

#include <cstdint>

namespace ipclab {

/// Whether the line that a worker is in is to end.
class StopWord {
public:
    explicit StopWord(const WorkerSlot& self)
        : self_(self), line_(self.finished.load(std::memory_order_relaxed) + 1) {}
    [[nodiscard]] bool said() const { return self_.stop.load(std::memory_order_relaxed) == line_; }

private:
    const WorkerSlot& self_;
    std::uint64_t line_;
};

/// One place in memory, used many times over.
struct Burst {
    char* place = nullptr;
    int width = 4; ///< bytes: 1, 2, 4 or 8
    std::int64_t value = 0;
    char operation = '='; ///< of `*place = value`, `+= value`, …
    std::uint64_t times = 1;
};

struct BurstResult {
    std::int64_t before = 0; ///< the value before the first round
    std::int64_t after = 0;  ///< what the last round stored
    std::uint64_t rounds = 0;
};

/// `*place += value` over and over, as a C compiler makes it: load, add, store, and whatever
/// another process stored in between is lost.
[[nodiscard]] BurstResult storeBurst(const Burst& burst, const StopWord& stop);
/// `atomic_fetch_add(place, value)` over and over: nothing is lost.
[[nodiscard]] BurstResult atomicBurst(const Burst& burst, const StopWord& stop);

[[nodiscard]] std::int64_t loadNumber(const char* place, int width, bool isSigned);

} // namespace ipclab
