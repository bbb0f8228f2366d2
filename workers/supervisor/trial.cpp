#include "workers/supervisor/trial.h"

#include <cerrno>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace ipclab {

namespace {

/// Takes each step when the parent says so; the parent's end closing is the end.
[[noreturn]] void obey(int socket, const std::vector<std::function<int()>>& steps) {
    for (const auto& step : steps) {
        char go = 0;
        if (::recv(socket, &go, sizeof(go), 0) != sizeof(go)) ::_exit(0);
        const int result = step();
        if (::send(socket, &result, sizeof(result), MSG_NOSIGNAL) != sizeof(result)) ::_exit(0);
    }
    char end = 0;
    (void)::recv(socket, &end, sizeof(end), 0);
    ::_exit(0);
}

} // namespace

Trial::Trial(std::vector<std::function<int()>> steps) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return;
    socket_ = Fd(ends[0]);
    Fd childsEnd(ends[1]);
    pid_ = ::fork();
    if (pid_ != 0) return;
    socket_.reset();
    obey(childsEnd.get(), steps);
}

Trial::~Trial() {
    socket_.reset();
    if (pid_ > 0)
        while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
}

int Trial::step() {
    int result = 0;
    if (pid_ < 0 || ::send(socket_.get(), "", 1, MSG_NOSIGNAL) != 1 ||
        ::recv(socket_.get(), &result, sizeof(result), 0) != sizeof(result))
        return ECHILD;
    return result;
}

} // namespace ipclab
