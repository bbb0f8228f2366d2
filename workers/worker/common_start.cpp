#include "workers/worker/common_start.h"

#include "engine/base/clock.h"

#include <algorithm>
#include <sched.h>

namespace ipclab {

namespace {

constexpr std::int64_t longestNs = 500'000'000;
/// Between two looks of a process that keeps its processor lies less. Whoever says in this time
/// that it waits does so on another processor: on this one, two switches would have to come in
/// between.
constexpr std::int64_t runningNs = 5'000;
/// Some turns of the scheduler.
constexpr std::int64_t isThereNs = 50'000'000;

int processors() {
    cpu_set_t allowed;
    return ::sched_getaffinity(0, sizeof(allowed), &allowed) == 0 ? CPU_COUNT(&allowed) : 1;
}

} // namespace

void begin(const CommonStart& start, Board& board, ProcessId self) {
    if (start.number == 0) return;
    const auto last = std::ranges::find(start.together, ProcessId{0});
    const bool allCanRun = last - start.together.begin() <= processors();
    std::int64_t now = monotonicNs(), before = now;
    const std::int64_t end = now + longestNs;
    const auto isHere = [&](ProcessId process) {
        const WorkerSlot& slot = board.workers[process];
        if (process == self || slot.begun.load() == start.number || slot.ended.load() != 0)
            return true;
        const std::int64_t said = slot.waitsNs.load();
        if (!allCanRun) return now - said < isThereNs;
        return said > before && monotonicNs() - before < runningNs;
    };
    do {
        before = now;
        now = monotonicNs();
        board.workers[self].waitsNs.store(now);
    } while (now < end && !std::all_of(start.together.begin(), last, isHere));
    board.workers[self].begun.store(start.number);
}

} // namespace ipclab
