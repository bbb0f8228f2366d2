// What it costs to find the changes in a segment, against copying it.
#include "engine/base/changed_runs.h"
#include "tests/bench/report.h"

#include <cstring>
#include <vector>

using namespace ipclab;
using namespace ipclab::bench;

namespace {

constexpr std::size_t bytes = std::size_t{1} << 20;
constexpr int rounds = 201;

/// Two pictures of a segment, and room for a copy.
struct Pictures {
    std::vector<char> before = std::vector<char>(bytes, 'x');
    std::vector<char> now = before;
    std::vector<char> copy = before;

    double copyNs() {
        const double start = threadCpuNs();
        std::memcpy(copy.data(), now.data(), bytes);
        asm volatile("" : : "r"(copy.data()) : "memory");
        return threadCpuNs() - start;
    }
    double diffNs() {
        std::vector<ChangedRun> runs;
        const double start = threadCpuNs();
        addChangedRuns(before.data(), now.data(), bytes, 0, runs);
        asm volatile("" : : "r"(runs.data()) : "memory");
        return threadCpuNs() - start;
    }
    double ratio() {
        return medianOf(rounds, [this] {
            const double copied = copyNs();
            return diffNs() / copied;
        });
    }
};

} // namespace

int main() {
    Pictures pictures;
    const bool holds =
        row("diff of a 1 MiB segment, against memcpy of it", pictures.ratio(), Bound::AtMost, 3);
    // A text of 100 bytes in every eighth page.
    for (std::size_t page = 0; page < bytes; page += 8 * std::size_t{4096})
        std::memset(pictures.now.data() + page + 500, 'y', 100);
    const bool changedHolds =
        row("the same, changed in every eighth page", pictures.ratio(), Bound::AtMost, 3);
    return holds && changedHolds ? 0 : 1;
}
