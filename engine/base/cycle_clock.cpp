#include "engine/base/cycle_clock.h"

#include <fstream>
#include <string>

namespace ipclab {

namespace {

constexpr std::int64_t trustedNs = 1'000'000;
// Over a longer time the machine may have slept, which the two clocks count differently.
constexpr std::int64_t longestNs = 50'000'000;
// Two readings further apart than this were interrupted, and do not belong together.
constexpr std::uint64_t togetherCycles = 2'000;

/// Whether the kernel keeps time by the processor's counter: then it is the same on every
/// processor and never changes its pace.
bool kernelTrustsCounter() {
    std::string source;
    std::ifstream("/sys/devices/system/clocksource/clocksource0/current_clocksource") >> source;
    return source == "tsc";
}

} // namespace

std::int64_t CycleClock::compare() {
    if (counter_ == Counter::Unknown)
        counter_ = kernelTrustsCounter() ? Counter::Usable : Counter::Unusable;
    const std::uint64_t before = cycles();
    const std::int64_t ns = monotonicNs();
    if (counter_ == Counter::Usable && cycles() - before <= togetherCycles) anchor(ns, before);
    last_ = std::max(last_, ns);
    return last_;
}

void CycleClock::anchor(std::int64_t ns, std::uint64_t at) {
    const std::int64_t passed = ns - anchorNs_;
    if (anchorCycles_ != 0 && passed < trustedNs) return;
    trustedCycles_ = 0;
    if (anchorCycles_ != 0 && passed < longestNs && at > anchorCycles_) {
        const std::uint64_t span = at - anchorCycles_;
        nsPerCycle_ = (static_cast<std::uint64_t>(passed) << 32) / span;
        trustedCycles_ = span * trustedNs / static_cast<std::uint64_t>(passed);
    }
    anchorCycles_ = at;
    anchorNs_ = ns;
}

} // namespace ipclab
