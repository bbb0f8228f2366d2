#include "workers/worker/control.h"

#include "engine/event/event.h"
#include "workers/worker/own_descriptors.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace ipclab {

namespace {

constexpr std::size_t mostDescriptors = 2 * maxProcesses; ///< ring and socket of each child

/// Lifts the process's own limit of open files for as long as it lives, as far as it may: what it
/// set with setrlimit(2) is about its own files.
class LimitLifted {
public:
    LimitLifted() {
        ::getrlimit(RLIMIT_NOFILE, &own_);
        const rlimit lifted{own_.rlim_max, own_.rlim_max};
        if (own_.rlim_cur < own_.rlim_max) ::setrlimit(RLIMIT_NOFILE, &lifted);
    }
    ~LimitLifted() { ::setrlimit(RLIMIT_NOFILE, &own_); }
    LimitLifted(const LimitLifted&) = delete;
    LimitLifted& operator=(const LimitLifted&) = delete;

private:
    rlimit own_{};
};

void awaitInput(int socket) {
    pollfd waiting{socket, POLLIN, 0};
    while (::poll(&waiting, 1, -1) < 0 && errno == EINTR) {
    }
}

/// Those that cannot be kept are closed: a fork that needs them is refused then.
std::vector<Fd> takeDescriptors(msghdr& message) {
    std::vector<Fd> all;
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header;
         header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int received = -1;
            std::memcpy(&received, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
            auto kept = amongOwn(Fd(received));
            if (kept) all.push_back(std::move(*kept));
        }
    }
    return all;
}

} // namespace

Packet receivePacket(int control, std::span<char> buffer) {
    awaitInput(control);
    const LimitLifted lifted;
    iovec part{buffer.data(), buffer.size()};
    alignas(cmsghdr) char rights[CMSG_SPACE(mostDescriptors * sizeof(int))];
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = rights;
    message.msg_controllen = sizeof(rights);
    ssize_t size = -1;
    do {
        size = ::recvmsg(control, &message, MSG_CMSG_CLOEXEC);
    } while (size < 0 && errno == EINTR);
    if (size <= 0) return {};
    return {{buffer.data(), static_cast<std::size_t>(size)}, takeDescriptors(message)};
}

} // namespace ipclab
