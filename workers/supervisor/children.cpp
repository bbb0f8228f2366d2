#include "workers/supervisor/children.h"

#include "engine/base/pidfd.h"
#include "engine/event/protocol.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

namespace ipclab {

namespace {

std::vector<std::string> argumentsFor(ProcessId process, const UserIdentity& user,
                                      const std::string& letter) {
    const uid_t uid = user.keep ? static_cast<uid_t>(-1) : user.uid;
    return {"ipclab-worker",          std::to_string(process),  std::to_string(uid),
            std::to_string(user.gid), std::to_string(user.gid), letter};
}

/// A process group of its own: kill(0, …) by a worker then means itself alone.
Result<pid_t> spawn(const Fd& program, std::vector<std::string> arguments, const Fd& ring,
                    const Fd& control) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&actions, boardFd, boardFd); // clears its close-on-exec
    ::posix_spawn_file_actions_adddup2(&actions, ring.get(), ringFd);
    ::posix_spawn_file_actions_adddup2(&actions, control.get(), controlFd);
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    const std::string path = fmt::format("/proc/self/fd/{}", program.get());
    pid_t pid = 0;
    const int problem =
        ::posix_spawn(&pid, path.c_str(), &actions, &attributes, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (problem != 0) return systemError("starting ipclab-worker", problem);
    return pid;
}

} // namespace

Result<void> Children::openProgram() {
    std::error_code problem;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", problem);
    if (problem) return systemError("readlink of /proc/self/exe", problem.value());
    const auto path = self.parent_path() / "ipclab-worker";
    program_ = Fd(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!program_) return systemError("opening " + path.string());
    return {};
}

Result<void> Children::start(ProcessId process, const UserIdentity& user, const std::string& letter,
                             const Fd& ring, const Fd& control) {
    const auto pid = spawn(program_, argumentsFor(process, user, letter), ring, control);
    if (!pid) return std::unexpected(pid.error());
    board_.workers[process].pid.store(*pid);
    living_.push_back({process, *pid, openProcess(*pid), {}, {}, 0});
    return {};
}

Result<void> Children::signal(ProcessId process, int signal) {
    const Child* child = find(process);
    if (!child) return failure("the process has ended");
    if (!signalProcess(child->pidfd, signal)) return systemError("pidfd_send_signal");
    return {};
}

ChildNews Children::news(const Child& child, End& end) {
    siginfo_t info{};
    constexpr int all = WEXITED | WSTOPPED | WCONTINUED | WNOHANG;
    if (::waitid(P_PID, static_cast<id_t>(child.pid), &info, all) != 0 || info.si_pid == 0)
        return ChildNews::None;
    if (info.si_code == CLD_STOPPED) return ChildNews::Stopped;
    if (info.si_code == CLD_CONTINUED) return ChildNews::Continued;
    end = {info.si_code != CLD_EXITED, info.si_status};
    return ChildNews::Ended;
}

void Children::forget(ProcessId process) {
    std::erase_if(living_, [&](const Child& child) { return child.process == process; });
}

void Children::killAll() {
    for (const Child& child : living_)
        ::kill(child.pid, SIGKILL); // not reaped yet, so the pid is still its own
    for (const Child& child : living_) {
        siginfo_t info{};
        while (::waitid(P_PID, static_cast<id_t>(child.pid), &info, WEXITED) != 0 &&
               errno == EINTR) {
        }
        board_.workers[child.process].ended.store(1);
    }
    living_.clear();
}

Child* Children::find(ProcessId process) {
    const auto found = std::ranges::find(living_, process, &Child::process);
    return found == living_.end() ? nullptr : &*found;
}

} // namespace ipclab
