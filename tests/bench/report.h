// bench: speed as ratios measured side by side in one run; see the table in tests/bench/README.md.
#pragma once

#include <string>

namespace ipclab::bench {

/// CPU time of this thread in nanoseconds. clock_gettime(2).
[[nodiscard]] double threadCpuNs();

/// The median of the values that `measure` gives in so many rounds.
template <class Measure> [[nodiscard]] double medianOf(int rounds, Measure measure);

enum class Bound { AtMost, AtLeast };

/// Prints one row of the table: what, measured, budget, whether it holds. Returns whether it does.
bool row(const std::string& what, double measured, Bound bound, double budget,
         const std::string& unit = "");

} // namespace ipclab::bench

#include <algorithm>
#include <vector>

namespace ipclab::bench {

template <class Measure> double medianOf(int rounds, Measure measure) {
    std::vector<double> values;
    for (int i = 0; i < rounds; ++i)
        values.push_back(measure());
    std::ranges::nth_element(values, values.begin() + rounds / 2);
    return values[static_cast<std::size_t>(rounds / 2)];
}

} // namespace ipclab::bench
