#include "workers/worker/process.h"

#include "workers/worker/faults.h"

#include <algorithm>
#include <csignal>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace ipclab {

namespace {

/// Whether the child has ended, or is gone altogether. It can be waited for all the same.
bool isDead(pid_t pid) {
    siginfo_t info{};
    const int asked = ::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT);
    return asked != 0 || info.si_pid == pid;
}

} // namespace

void ProcessCalls::prepare(std::vector<Cradle> cradles) {
    cradles_ = std::move(cradles);
    cameAlong_ = !cradles_.empty();
}

Outcome ProcessCalls::fork(const ResolvedCall& call) {
    // The engine sent descriptors, and this process may not have so many open.
    if (!call.data.empty() && !cameAlong_)
        return refuse("a hard limit of open files (RLIMIT_NOFILE) that leaves the lab no "
                      "descriptors for a child");
    if (cradles_.empty()) return refuse("the lab's limit of 32 processes (maxProcesses)");
    if (!attachRing(cradles_.front()))
        return refuse("a limit of address space (RLIMIT_AS) that leaves the lab no memory for a "
                      "child");
    const ProcessId number = cradles_.front().process;
    WorkerSlot& child = board_.workers[number];
    // Before the call: from here on the engine may not give the number to anybody else.
    child.parent.store(self_);
    const pid_t pid = ::fork();
    if (pid == 0) {
        beBorn(std::move(cradles_.front()));
        return {};
    }
    Outcome outcome = finished(pid);
    if (pid < 0) {
        child.parent.store(0);
        return outcome;
    }
    cradles_.erase(cradles_.begin());
    awaitStart(pid, child);
    outcome.detail = number;
    return outcome;
}

/// Here and not in the child, which has the same limit and nobody whom it could tell.
bool ProcessCalls::attachRing(Cradle& cradle) {
    if (cradle.attached) return true; // for a fork that failed
    auto ring = SharedRing::attach(std::move(cradle.ring));
    if (ring) cradle.attached = std::move(*ring);
    return ring.has_value();
}

/// Whoever looks at the board learns of this process before anything else happens to it. Only then
/// are the ends of its brothers and sisters closed.
void ProcessCalls::beBorn(Cradle cradle) {
    self_ = cradle.process;
    board_.workers[self_].pid.store(::getpid());
    board_.forks.fetch_add(1);
    born_ = std::move(cradle);
    cradles_.clear();
}

std::optional<Cradle> ProcessCalls::takeBorn() {
    return std::exchange(born_, std::nullopt);
}

/// Without sleeping: asleep in another call than fork it would look idle.
void ProcessCalls::awaitStart(pid_t pid, const WorkerSlot& child) const {
    constexpr int looksBetween = 64;
    for (int i = 1; child.ready.load(std::memory_order_acquire) == 0; ++i) {
        if (i % looksBetween == 0 && isDead(pid)) return;
        ::sched_yield();
    }
}

Outcome ProcessCalls::wait(const ResolvedCall& call) {
    int status = 0;
    const bool raw = (call.flags & rawAddress) != 0;
    int* const into = raw ? reinterpret_cast<int*>(call.args[2]) : &status;
    const pid_t pid = ::wait4(-1, into, 0, nullptr);
    Outcome outcome = finished(pid);
    if (pid < 0) return outcome;
    if (raw) status = *into;
    outcome.detail = status;
    for (WorkerSlot& slot : board_.workers) {
        if (slot.parent.load() != self_ || slot.pid.load() != pid ||
            slot.waitStatus.load() != notWaited)
            continue;
        slot.waitStatus.store(status);
        // The supervisor tells it too, and may be the second to do so.
        const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        if (signal == SIGSEGV || signal == SIGBUS)
            outcome.mtype = static_cast<std::int64_t>(slot.fault.load());
    }
    return outcome;
}

void ProcessCalls::exit(const ResolvedCall& call) {
    const auto status = static_cast<int>(call.args[0]);
    noteExit(status);
    ::_exit(status);
}

Outcome ProcessCalls::setrlimit(const ResolvedCall& call) {
    const rlimit limit{static_cast<rlim_t>(call.args[1]), static_cast<rlim_t>(call.args[2])};
    return finished(::setrlimit(static_cast<__rlimit_resource_t>(call.args[0]), &limit));
}

} // namespace ipclab
