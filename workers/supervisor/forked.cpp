// What can be known of a process that is another's child.
#include "workers/supervisor/forked.h"

#include "engine/base/pidfd.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <poll.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/wait.h>

namespace ipclab {

namespace {

/// linux/pidfd.h of 6.15, which no distribution in use has yet: struct pidfd_info, up to exit_code.
struct PidfdInfo {
    std::uint64_t mask = 0, cgroup = 0;
    std::uint32_t ids[11] = {};
    std::int32_t exitCode = 0;
};
constexpr std::uint64_t infoOfExit = 1ULL << 3;
constexpr unsigned long getInfo = _IOWR(0xFF, 11, PidfdInfo);

/// What stands behind the name in /proc/PID/stat; the state comes first.
std::string statOf(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(file, line);
    const std::size_t name = line.rfind(") ");
    return name == std::string::npos ? std::string() : line.substr(name + 2);
}

} // namespace

End endOf(int status) {
    if (WIFSIGNALED(status)) return {true, WTERMSIG(status)};
    return {false, WEXITSTATUS(status)};
}

std::optional<int> statusOfZombie(pid_t pid) {
    const std::string stat = statOf(pid);
    if (stat.empty() || stat[0] != 'Z') return {};
    return std::atoi(stat.c_str() + stat.rfind(' ') + 1); // the last field, proc(5): exit_code
}

std::optional<int> statusOfGone(const Fd& pidfd) {
    PidfdInfo info;
    info.mask = infoOfExit;
    if (::ioctl(pidfd.get(), getInfo, &info) != 0 || (info.mask & infoOfExit) == 0) return {};
    return info.exitCode;
}

bool isGone(const Fd& pidfd) {
    return !pidfd || (!signalProcess(pidfd, 0) && errno == ESRCH);
}

bool isDead(const Fd& pidfd) {
    pollfd waiting{pidfd.get(), POLLIN, 0};
    return !pidfd || ::poll(&waiting, 1, 0) == 1;
}

bool reaped(pid_t pid) {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG) == 0 &&
           info.si_pid == pid;
}

} // namespace ipclab
