#include "tests/bench/report.h"

#include <ctime>
#include <fmt/format.h>

namespace ipclab::bench {

double threadCpuNs() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

bool row(const std::string& what, double measured, Bound bound, double budget,
         const std::string& unit) {
    const bool holds = bound == Bound::AtMost ? measured <= budget : measured >= budget;
    fmt::print("{:<66} {:>12.3f}{} {} {:>10.2f}{}  {}\n", what, measured, unit,
               bound == Bound::AtMost ? "≤" : "≥", budget, unit, holds ? "holds" : "DOES NOT HOLD");
    return holds;
}

} // namespace ipclab::bench
