// bench: speed as ratios measured side by side in one run; see the table in tests/bench/README.md.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace ipclab::bench {

/// CPU time of this thread in nanoseconds. clock_gettime(2).
[[nodiscard]] double threadCpuNs();
/// The same of the whole process.
[[nodiscard]] double processCpuNs();
/// Nanoseconds of wall time, from any beginning.
[[nodiscard]] double wallNs();

/// The median of the values that `measure` gives in so many rounds.
template <class Measure> [[nodiscard]] double medianOf(int rounds, Measure measure) {
    std::vector<double> values;
    for (int i = 0; i < rounds; ++i)
        values.push_back(measure());
    std::ranges::nth_element(values, values.begin() + rounds / 2);
    return values[static_cast<std::size_t>(rounds / 2)];
}

enum class Bound { AtMost, AtLeast };

/// Prints one row of the table: what, measured, budget, whether it holds. Returns whether it does.
bool row(const std::string& what, double measured, Bound bound, double budget,
         const std::string& unit = "");
/// A row without a budget: what explains the one above.
void note(const std::string& what, double measured, const std::string& unit = "");
/// A row that could not be measured, and why. Returns false: nobody knows that it holds.
bool unmeasured(const std::string& what, const std::string& why);

} // namespace ipclab::bench
