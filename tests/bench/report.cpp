#include "tests/bench/report.h"

#include "engine/base/clock.h"

#include <cstdio>
#include <fmt/format.h>

namespace ipclab::bench {

namespace {

double nanoseconds(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

std::string with(const std::string& unit) {
    return unit.empty() ? "" : " " + unit;
}

void print(const std::string& what, const std::string& measured, const std::string& budget,
           const std::string& verdict) {
    fmt::print("{:<66} {:>16}   {:<16} {}\n", what, measured, budget, verdict);
    std::fflush(stdout); // the rows of several programs stand in the order in which they ran
}

} // namespace

double threadCpuNs() {
    return nanoseconds(CLOCK_THREAD_CPUTIME_ID);
}

double processCpuNs() {
    return nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
}

double wallNs() {
    return static_cast<double>(monotonicNs());
}

bool row(const std::string& what, double measured, Bound bound, double budget,
         const std::string& unit) {
    const bool holds = bound == Bound::AtMost ? measured <= budget : measured >= budget;
    print(what, fmt::format("{:.2f}{}", measured, with(unit)),
          fmt::format("{} {:g}{}", bound == Bound::AtMost ? "≤" : "≥", budget, with(unit)),
          holds ? "holds" : "DOES NOT HOLD");
    return holds;
}

void note(const std::string& what, double measured, const std::string& unit) {
    print("  " + what, fmt::format("{:.2f}{}", measured, with(unit)), "", "");
}

bool unmeasured(const std::string& what, const std::string& why) {
    print(what, "not measured", why, "");
    return false;
}

} // namespace ipclab::bench
