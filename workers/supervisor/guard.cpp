#include "workers/supervisor/guard.h"

#include "engine/base/pidfd.h"
#include "engine/event/protocol.h"

#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>

namespace ipclab {

namespace {

/// A child that waitid(2) counts only when it is asked for (__WCLONE): the supervisor waits for
/// "any child" until it has no other.
pid_t forkApart() {
    return static_cast<pid_t>(::syscall(SYS_clone, 0UL, nullptr, nullptr, nullptr, 0UL));
}

bool isThere(pid_t pid) {
    return ::kill(pid, 0) == 0 || errno != ESRCH;
}

void await(int fd, short what) {
    pollfd waiting{fd, what, 0};
    while (::poll(&waiting, 1, -1) < 0 && errno == EINTR) {
    }
}

} // namespace

Result<void> Guard::start() {
    supervisor_ = ::getpid();
    supervisorDeath_ = openProcess(supervisor_);
    if (!supervisorDeath_) return systemError("pidfd_open");
    pid_ = forkApart();
    if (pid_ < 0) return systemError("clone");
    if (pid_ > 0) return {};
    isSelf_ = true;
    ::close(controlFd); // when the supervisor is dead, the engine shall see it at once
    ::setpgid(0, 0);    // who kills the supervisor's group does not kill this too
    ::prctl(PR_SET_NAME, "ipclab-guard");
    return {};
}

Guard::~Guard() {
    if (isSelf_ || pid_ < 0) return;
    (void)::kill(pid_, SIGKILL);
    while (::waitpid(pid_, nullptr, __WCLONE) < 0 && errno == EINTR) {
    }
}

bool Guard::takesOver(Board& board) const {
    await(supervisorDeath_.get(), POLLIN);
    await(lifelineFd, 0); // POLLHUP comes without being asked for
    auto& responsible = board.workers[supervisorProcess].pid;
    std::int32_t last = responsible.load();
    // One that was to follow may have failed.
    if (last != supervisor_ && isThere(last)) return false;
    return responsible.compare_exchange_strong(last, ::getpid());
}

} // namespace ipclab
