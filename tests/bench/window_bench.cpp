// What the window costs until it is first painted, against a minimal Qt window: CPU time of whole
// programs, one after the other.
#include "tests/bench/report.h"

#include <filesystem>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace ipclab;

constexpr int rounds = 15;

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

double cpuMs(const std::string& program) {
    pid_t pid = 0;
    char* arguments[] = {const_cast<char*>(program.c_str()), nullptr};
    if (::posix_spawn(&pid, program.c_str(), nullptr, nullptr, arguments, environ) != 0)
        std::exit(2);
    int status = 0;
    rusage usage{};
    if (::wait4(pid, &status, 0, &usage) != pid || status != 0) std::exit(2);
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

} // namespace

int main(int, char** argv) {
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    const auto folder = std::filesystem::path(argv[0]).parent_path();
    double minimal = 0, whole = 0;
    const double ratio = bench::medianOf(rounds, [&] {
        minimal = cpuMs(folder / "bench_minimal_window");
        whole = cpuMs(folder / "bench_whole_window");
        return whole / minimal;
    });
    const bool holds = bench::row("window's first paint / a minimal Qt window (CPU)", ratio,
                                  bench::Bound::AtMost, 2.5);
    bench::note("the last pair: IPC Lab's window", whole, "ms");
    bench::note("the last pair: the minimal window", minimal, "ms");
    return holds ? 0 : 1;
}
