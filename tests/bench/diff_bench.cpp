// What it costs to find the changes in a segment, against copying it.
#include "engine/base/changed_runs.h"
#include "tests/bench/report.h"
#include "workers/supervisor/segment_contents.h"

#include <cstring>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

using namespace ipclab;
using namespace ipclab::bench;

namespace {

constexpr std::size_t bytes = std::size_t{1} << 20;
constexpr int rounds = 201;
constexpr std::size_t largeBytes = std::size_t{64} << 20;

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

/// As large as the stage shows them, every page touched, in this process's own memory: what a look
/// costs of one that nobody writes, page tables asked, read as another process's and compared.
class LargeSegment {
public:
    LargeSegment() {
        void* const mapped =
            ::mmap(nullptr, largeBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        auto memory = ProcessMemory::open(::getpid());
        if (mapped == MAP_FAILED || !memory) return;
        memory_ = std::move(*memory);
        bytes_ = static_cast<char*>(mapped);
        for (std::size_t at = 0; at < largeBytes; ++at)
            bytes_[at] = static_cast<char>(at * at >> 7);
        goOver(); // the first account of it
    }
    ~LargeSegment() {
        if (bytes_ != nullptr) ::munmap(bytes_, largeBytes);
    }
    LargeSegment(const LargeSegment&) = delete;
    LargeSegment& operator=(const LargeSegment&) = delete;

    [[nodiscard]] bool isThere() const { return bytes_ != nullptr && !contents_.tooLarge(); }
    double copyNs() {
        const double start = threadCpuNs();
        std::memcpy(copy_.data(), bytes_, largeBytes);
        asm volatile("" : : "r"(copy_.data()) : "memory");
        return threadCpuNs() - start;
    }
    /// All looks that it takes to go over it once.
    double lookNs() {
        const double start = threadCpuNs();
        goOver();
        return threadCpuNs() - start;
    }

private:
    void goOver() {
        constexpr std::uint64_t pages = largeBytes / segmentPage;
        const std::vector<SegmentView> views{
            {&memory_, {0, reinterpret_cast<std::uint64_t>(bytes_), largeBytes, 0, true}}};
        contents_.suspect();
        while (!contents_.done(pages) && !contents_.tooLarge()) {
            (void)contents_.look(views, pages, false);
            contents_.commit();
        }
    }

    static constexpr std::size_t segmentPage = 4096;
    std::size_t room_ = 4 * largeBytes;
    SegmentContents contents_{room_};
    ProcessMemory memory_;
    char* bytes_ = nullptr;
    std::vector<char> copy_ = std::vector<char>(largeBytes, 'x');
};

bool lookAtLargeSegment() {
    constexpr int largeRounds = 15;
    constexpr double budget = 5;
    const char* const what = "look at a 64 MiB segment, all touched, against memcpy of it";
    LargeSegment segment;
    if (!segment.isThere()) return unmeasured(what, "no memory for it");
    double looked = 0;
    const double ratio = medianOf(largeRounds, [&] {
        const double copied = segment.copyNs();
        looked = segment.lookNs();
        return looked / copied;
    });
    const bool holds = row(what, ratio, Bound::AtMost, budget);
    note("going over all of it once, spread over the looks", looked / 1e6, "ms");
    return holds;
}

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
    const bool largeHolds = lookAtLargeSegment();
    return holds && changedHolds && largeHolds ? 0 : 1;
}
