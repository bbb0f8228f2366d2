#include "workers/supervisor/guard.h"

#include "engine/base/pidfd.h"
#include "engine/base/standard_streams.h"
#include "engine/event/protocol.h"
#include "workers/supervisor/cleanup.h"
#include "workers/supervisor/forked.h"
#include "workers/supervisor/predecessor.h"
#include "workers/supervisor/scratch.h"

#include <algorithm>
#include <array>
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

/// Of what was copied with the process, somebody waits for the end of its control socket and of the
/// workers' lifeline, and the scratch folder is locked as long as it is open.
void closeAllBut(std::array<int, 2> kept) {
    std::ranges::sort(kept);
    unsigned first = STDERR_FILENO + 1;
    for (const int fd : kept) {
        if (static_cast<unsigned>(fd) > first)
            (void)::close_range(first, static_cast<unsigned>(fd) - 1, 0);
        first = static_cast<unsigned>(fd) + 1;
    }
    (void)::close_range(first, ~0U, 0);
}

/// Sleeps until the supervisor is dead and the engine has let go of it. True when the lab ended so,
/// and this is the lab's supervisor now; false when the engine has started another one, which
/// clears up after its predecessor.
bool takesOver(Board& board, pid_t supervisor, const Fd& itsDeath) {
    await(itsDeath.get(), POLLIN);
    await(lifelineFd, 0); // POLLHUP comes without being asked for
    auto& responsible = board.workers[supervisorProcess].pid;
    std::int32_t last = responsible.load();
    // One that was to follow may have failed.
    if (last != supervisor && isThere(last)) return false;
    return responsible.compare_exchange_strong(last, ::getpid());
}

/// What the supervisor and the engine had is removed here.
int clearUp(Board& board) {
    auto kinds = Cleanup::openKinds();
    if (!kinds) {
        tell("ipclab-guard: " + kinds.error().message() + "\n");
        return EXIT_FAILURE;
    }
    (void)endOrphans(board);
    Scratch::removeAbandoned();
    return Cleanup(board, std::move(*kinds)).finish() ? EXIT_SUCCESS : EXIT_FAILURE;
}

[[noreturn]] void standBy(Board& board, pid_t supervisor, const Fd& itsDeath) {
    closeAllBut({itsDeath.get(), lifelineFd});
    ::setpgid(0, 0); // who kills the supervisor's group does not kill this too
    ::prctl(PR_SET_NAME, "ipclab-guard");
    ::_exit(takesOver(board, supervisor, itsDeath) ? clearUp(board) : EXIT_SUCCESS);
}

} // namespace

Result<void> Guard::start() {
    constexpr int mostStarts = 100; // whatever ends it at once would end all that follow as well
    reap();
    if (++starts_ > mostStarts) return failure("it has been killed too often");
    const pid_t self = ::getpid();
    const Fd own = openProcess(self);
    if (!own) return systemError("pidfd_open");
    pid_ = forkApart();
    if (pid_ < 0) return systemError("clone");
    if (pid_ == 0) standBy(board_, self, own);
    death_ = openProcess(pid_);
    if (!death_) return systemError("pidfd_open");
    return {};
}

bool Guard::hasDied() const {
    return death_ && isDead(death_);
}

void Guard::reap() {
    death_.reset();
    if (pid_ < 0) return;
    while (::waitpid(pid_, nullptr, __WCLONE) < 0 && errno == EINTR) {
    }
    pid_ = -1;
}

Guard::~Guard() {
    if (pid_ > 0) (void)::kill(pid_, SIGKILL);
    reap();
}

} // namespace ipclab
