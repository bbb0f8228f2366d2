#pragma once

#include "engine/base/clock.h"

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

#include <algorithm>

namespace ipclab {

/// CLOCK_MONOTONIC for one thread that reads it all the time, at less than half the price: by the
/// processor's cycle counter, held against the real clock every millisecond. Only where the kernel
/// itself keeps time by that counter; elsewhere each reading is the real one. Never runs backwards,
/// and the difference to the real clock stays below a microsecond.
class CycleClock {
public:
    [[nodiscard]] std::int64_t now() {
        const std::uint64_t passed = cycles() - anchorCycles_;
        if (passed >= trustedCycles_) return compare();
        last_ = std::max(last_, anchorNs_ + static_cast<std::int64_t>(passed * nsPerCycle_ >> 32));
        return last_;
    }

private:
    static std::uint64_t cycles() {
#if defined(__x86_64__)
        return __rdtsc();
#else
        return 0;
#endif
    }
    std::int64_t compare();
    void anchor(std::int64_t ns, std::uint64_t at);

    enum class Counter : std::uint8_t { Unknown, Usable, Unusable };
    Counter counter_ = Counter::Unknown;
    std::uint64_t anchorCycles_ = 0; ///< the counter when the clock was anchorNs_; 0 = never
    std::int64_t anchorNs_ = 0;
    std::uint64_t nsPerCycle_ = 0;    ///< with 32 bits behind the point
    std::uint64_t trustedCycles_ = 0; ///< so long after the anchor; 0 = not at all
    std::int64_t last_ = 0;
};

} // namespace ipclab
