#include "workers/supervisor/children.h"

#include "engine/base/clock.h"
#include "engine/base/pidfd.h"
#include "engine/event/protocol.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>

namespace ipclab {

namespace {

std::vector<std::string> argumentsFor(ProcessId process, const UserIdentity& user,
                                      const std::string& letter) {
    const uid_t uid = user.keep ? static_cast<uid_t>(-1) : user.uid;
    // Four digits: a forked child writes its own over them.
    return {"ipclab-worker",          fmt::format("{:04}", process), std::to_string(uid),
            std::to_string(user.gid), std::to_string(user.gid),      letter};
}

/// A process group of its own: kill(0, …) by a worker then means itself alone.
Result<pid_t> spawn(const Fd& program, std::vector<std::string> arguments, const Fd& ring,
                    const Fd& control, const Fd& lifeline) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&actions, boardFd, boardFd); // clears its close-on-exec
    ::posix_spawn_file_actions_adddup2(&actions, ring.get(), ringFd);
    ::posix_spawn_file_actions_adddup2(&actions, control.get(), controlFd);
    ::posix_spawn_file_actions_adddup2(&actions, lifeline.get(), lifelineFd);
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
    if (problem == EAGAIN)
        return systemError("starting ipclab-worker (ulimit -u is the limit of processes)", problem);
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

Result<void> Children::openLifeline() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return systemError("pipe2");
    lifeline_ = Fd(ends[0]);
    lifelineWrite_ = Fd(ends[1]);
    return {};
}

Result<void> Children::start(ProcessId process, const UserIdentity& user, const std::string& letter,
                             const Fd& ring, const Fd& control) {
    precedence_.giveWay();
    // Opened again, since whom to signal is told of an open file, and each worker tells its own.
    const std::string path = fmt::format("/proc/self/fd/{}", lifeline_.get());
    const Fd lifeline(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!lifeline) return systemError("opening " + path);
    const auto pid = spawn(program_, argumentsFor(process, user, letter), ring, control, lifeline);
    if (!pid) return std::unexpected(pid.error());
    board_.workers[process].pid.store(*pid);
    living_.push_back(
        {.process = process, .pid = *pid, .pidfd = openProcess(*pid), .letter = letter});
    return {};
}

Result<void> Children::signal(ProcessId process, int signal) {
    const Child* child = find(process);
    if (!child) return failure("the process has ended");
    if (!signalProcess(child->pidfd, signal)) return systemError("pidfd_send_signal");
    return {};
}

void Children::adopt() {
    const std::uint32_t forks = board_.forks.load();
    if (forks == forksSeen_) return;
    forksSeen_ = forks;
    for (int i = firstWorker; i < boardSlots; ++i) {
        const WorkerSlot& slot = board_.workers[i];
        const pid_t pid = slot.pid.load();
        const auto process = static_cast<ProcessId>(i);
        if (slot.parent.load() == 0 || pid == 0 || slot.ended.load() != 0 || find(process))
            continue;
        living_.push_back(
            {.process = process, .pid = pid, .pidfd = openProcess(pid), .forked = true});
    }
}

ChildNews Children::news(Child& child, End& end) {
    siginfo_t info{};
    constexpr int all = WEXITED | WSTOPPED | WCONTINUED | WNOHANG;
    if (::waitid(P_PID, static_cast<id_t>(child.pid), &info, all) != 0)
        return child.forked ? newsOfForked(child, end) : ChildNews::None;
    if (info.si_pid == 0) return ChildNews::None;
    if (info.si_code == CLD_STOPPED || info.si_code == CLD_CONTINUED) {
        child.stopped = info.si_code == CLD_STOPPED;
        return child.stopped ? ChildNews::Stopped : ChildNews::Continued;
    }
    end = {info.si_code != CLD_EXITED, info.si_status};
    return ChildNews::Ended;
}

/// It is another worker's child, which alone is told of it.
ChildNews Children::newsOfForked(Child& child, End& end) const {
    if (!isDead(child.pidfd)) return stopOf(child);
    constexpr std::int64_t patienceNs = 200'000'000; // its parent is about to note what it was told
    if (child.deadSinceNs == 0) child.deadSinceNs = monotonicNs();
    const auto known = endOfForked(child);
    if (!known && monotonicNs() - child.deadSinceNs < patienceNs) return ChildNews::None;
    end = known.value_or(End{false, 0, false});
    return ChildNews::Ended;
}

ChildNews Children::stopOf(Child& child) {
    constexpr std::int64_t everyNs = 10'000'000;
    const std::int64_t now = monotonicNs();
    if (now - child.stopLookedNs < everyNs) return ChildNews::None;
    child.stopLookedNs = now;
    if (!child.watch)
        if (auto watch = TaskWatch::open(child.pid)) child.watch = std::move(*watch);
    const char state = child.watch ? child.watch->look().state : '\0';
    const bool stopped = state == 'T' || state == 't';
    if (stopped == child.stopped) return ChildNews::None;
    child.stopped = stopped;
    return stopped ? ChildNews::Stopped : ChildNews::Continued;
}

bool Children::anyForked() const {
    return std::ranges::any_of(living_, &Child::forked);
}

std::optional<End> Children::endOfForked(const Child& child) const {
    const std::int32_t told = board_.workers[child.process].waitStatus.load();
    if (told != notWaited) return endOf(told);
    if (const auto status = statusOfZombie(child.pid)) return endOf(*status);
    if (const auto status = statusOfGone(child.pidfd)) return endOf(*status);
    return {};
}

void Children::forget(ProcessId process) {
    const auto child = std::ranges::find(living_, process, &Child::process);
    if (child == living_.end()) return;
    if (child->forked && !isGone(child->pidfd)) zombies_.push_back(std::move(*child));
    living_.erase(child);
}

void Children::reapOrphans() {
    std::erase_if(zombies_,
                  [](const Child& child) { return isGone(child.pidfd) || reaped(child.pid); });
}

void Children::killLiving() {
    adopt();
    for (const Child& child : living_)
        (void)signalProcess(child.pidfd, SIGKILL);
}

/// A worker may be forking at this moment; its child is this process's when it is dead.
void Children::killAll() {
    constexpr int pauseMs = 1;
    forksSeen_ = board_.forks.load() - 1; // one that was killed before it counted itself
    for (;;) {
        killLiving();
        siginfo_t info{};
        const int asked = ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG);
        if (asked != 0 && errno == ECHILD) break;
        if (asked == 0 && info.si_pid == 0) ::poll(nullptr, 0, pauseMs);
    }
    for (const Child& child : living_)
        board_.workers[child.process].ended.store(1);
    living_.clear();
    zombies_.clear();
}

Child* Children::find(ProcessId process) {
    const auto found = std::ranges::find(living_, process, &Child::process);
    return found == living_.end() ? nullptr : &*found;
}

} // namespace ipclab
