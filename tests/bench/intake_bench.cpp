// How many events a second a real lab takes in while two workers run flat out: with a short queue,
// with one of 16 000 messages, and streaming through a pipe.
#include "tests/bench/bench_lab.h"
#include "tests/bench/report.h"

#include <fmt/format.h>

#include <vector>

namespace {

using namespace ipclab;
using bench::BenchLab;

constexpr double eventsPerSecond = 1.5; ///< in millions
constexpr double streamedPerSecond = 1.0;
constexpr int rounds = 500'000;
constexpr std::size_t deepQueue = 16'000;

constexpr const char* exchange =
    "A, B: repeat {0} {{ msgsnd(q, {{1, \"x\"}}, 1, 0); msgrcv(q, &rbuf, 64, 0, 0) }}";
constexpr const char* writing = "A: repeat {0} {{ write(fd[1], \"x\", 64) }}";
constexpr const char* reading = "B: repeat {0} {{ read(fd[0], buf, 64) }}";

/// The lines make `calls` calls. The whole process has one thread that works: the lab's intake. So
/// the process's CPU time is its.
bool measure(const std::string& what, BenchLab& each, int calls, double budget,
             const std::vector<std::string>& lines) {
    const std::uint64_t before = each.lab().eventCount();
    const std::uint64_t callsBefore = each.lab().world()->calls;
    const double cpu = bench::processCpuNs();
    const double wall = bench::wallNs();
    for (const std::string& line : lines)
        each.give(line);
    each.finish();
    const auto events = static_cast<double>(each.lab().eventCount() - before);
    const double wallTook = bench::wallNs() - wall, cpuTook = bench::processCpuNs() - cpu;
    const bool holds =
        bench::row(what, events / wallTook * 1e3, bench::Bound::AtLeast, budget, "million/s");
    bench::note("of the intake's own CPU time", events / cpuTook * 1e3, "million/s");
    const LabStatistics statistics = each.lab().statistics();
    const auto missing = calls - static_cast<double>(each.lab().world()->calls - callsBefore);
    const bool noneLost =
        bench::row("events lost", static_cast<double>(statistics.lost + statistics.holes) + missing,
                   bench::Bound::AtMost, 0);
    return holds && noneLost;
}

/// A lab of its own: the processes of a stream are parent and child.
bool streams() {
    BenchLab each;
    each.start("A");
    each.give("A: pipe(fd)");
    each.finish();
    each.give("A: B = fork()");
    each.finish();
    return measure(
        "intake: the same, one streaming through a pipe to the other", each, 2 * rounds,
        streamedPerSecond,
        {fmt::format(fmt::runtime(writing), rounds), fmt::format(fmt::runtime(reading), rounds)});
}

} // namespace

int main() {
    BenchLab each;
    each.start("A");
    each.start("B");
    each.give(fmt::format("A: q = msgget({}, IPC_CREAT|IPC_EXCL|0600)", bench::unusedKey()));
    each.finish();
    each.give(fmt::format("B: q = msgget({}, 0)", bench::unusedKey()));
    each.finish();
    const std::vector<std::string> queue{fmt::format(fmt::runtime(exchange), rounds)};
    const bool shallow =
        measure("intake: events of two workers flat out", each, 4 * rounds, eventsPerSecond, queue);
    each.give(fmt::format("A: repeat {} {{ msgsnd(q, {{1, \"x\"}}, 1, 0) }}", deepQueue));
    each.finish();
    const auto world = each.lab().world();
    const bool full = world->queues.size() == 1 && world->queues[0].messages.size() == deepQueue;
    if (!full) return 2;
    const bool deep = measure("intake: the same over a queue of 16 000 messages", each, 4 * rounds,
                              eventsPerSecond, queue);
    return streams() && shallow && deep ? 0 : 1;
}
