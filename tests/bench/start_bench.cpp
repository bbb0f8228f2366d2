// From the wish for a process to its being ready, against a trivial C program from the wish to its
// end.
#include "engine/launch/supervisor.h"
#include "tests/bench/report.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

namespace {

using namespace ipclab;

constexpr int rounds = 101;
constexpr timespec glance{0, 10'000};

double trivialNs(const std::string& program) {
    const double before = bench::wallNs();
    pid_t pid = 0;
    char* arguments[] = {const_cast<char*>(program.c_str()), nullptr};
    if (::posix_spawn(&pid, program.c_str(), nullptr, nullptr, arguments, environ) != 0)
        std::exit(2);
    int status = 0;
    // Looked at in the same rhythm as the worker's readiness.
    while (::waitpid(pid, &status, WNOHANG) == 0)
        ::nanosleep(&glance, nullptr);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) std::exit(2);
    return bench::wallNs() - before;
}

double workerNs(Supervisor& supervisor, Board& board, ProcessId process) {
    const double before = bench::wallNs();
    auto ends = supervisor.startWorker(process, 0, "A");
    if (!ends) std::exit(2);
    const WorkerSlot& slot = board.workers[process];
    while (slot.ready.load() == 0 && slot.ended.load() == 0)
        ::nanosleep(&glance, nullptr);
    const double took = bench::wallNs() - before;
    if (slot.ready.load() == 0) std::exit(2);
    ends->control.reset(); // it ends; the next starts when it is gone
    while (slot.ended.load() == 0)
        ::nanosleep(&glance, nullptr);
    return took;
}

} // namespace

int main(int, char** argv) {
    const auto folder = std::filesystem::path(argv[0]).parent_path();
    const auto board = SharedBoard::create();
    const auto ring = SharedRing::create();
    if (!board || !ring) return 2;
    auto supervisor = Supervisor::start(*board, *ring, {.programs = folder});
    if (!supervisor) {
        fmt::print(stderr, "{}\n", supervisor.error().message());
        return 2;
    }
    ProcessId next = firstWorker;
    double trivial = 0;
    const double ratio = bench::medianOf(rounds, [&] {
        trivial = trivialNs(folder / "bench_trivial");
        return workerNs(*supervisor, **board, next++) / trivial;
    });
    return bench::row("worker start to ready / a trivial C program", ratio, bench::Bound::AtMost,
                      1.5)
               ? 0
               : 1;
}
