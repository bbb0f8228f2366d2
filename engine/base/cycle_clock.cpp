#include "engine/base/cycle_clock.h"

#include <fstream>
#include <string>

namespace ipclab {

namespace {

constexpr std::int64_t trustedNs = 1'000'000;
// Over a longer time the machine may have slept, which the two clocks count differently.
constexpr std::int64_t longestNs = 50'000'000;
// Two readings of the counter further apart than this were interrupted, and the real clock's
// reading between them says too little. Half of it is the error of one comparison, and what two of
// them a millisecond apart say of the pace is wrong by no more than twice that in the millisecond
// to come: a quarter of a microsecond at 3 GHz in all.
constexpr std::uint64_t togetherCycles = 500;

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
    const std::uint64_t span = cycles() - before;
    if (counter_ == Counter::Usable && span <= togetherCycles) anchor(ns, before + span / 2);
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
