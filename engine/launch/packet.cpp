#include "engine/launch/packet.h"

#include "engine/event/event.h"

#include <cstring>
#include <string>
#include <sys/socket.h>

namespace ipclab {

namespace {

/// The kernel doubles the number for its own needs and cuts it at net.core.wmem_max. What the
/// socket has already may be more; it is never made smaller.
Result<void> widen(int socket, std::size_t largest) {
    int has = 0;
    socklen_t size = sizeof(has);
    if (::getsockopt(socket, SOL_SOCKET, SO_SNDBUF, &has, &size) != 0)
        return systemError("getsockopt(SO_SNDBUF)");
    const int wanted = static_cast<int>(largest);
    if (has / 2 >= wanted) return {};
    if (::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &wanted, sizeof(wanted)) != 0)
        return systemError("setsockopt(SO_SNDBUF)");
    return {};
}

} // namespace

Result<std::pair<Fd, Fd>> packetSockets(std::size_t largest) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return systemError("socketpair");
    std::pair<Fd, Fd> sockets{Fd(ends[0]), Fd(ends[1])};
    for (const int end : ends)
        if (const auto done = widen(end, largest); !done) return std::unexpected(done.error());
    return sockets;
}

Result<void> sendPacket(int socket, std::string_view packet, std::span<const int> descriptors) {
    constexpr std::size_t mostDescriptors = 2 * maxProcesses; // two for each child of a fork
    if (descriptors.size() > mostDescriptors) return failure("too many descriptors for a packet");
    iovec part{const_cast<char*>(packet.data()), packet.size()};
    alignas(cmsghdr) char control[CMSG_SPACE(mostDescriptors * sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!descriptors.empty()) {
        message.msg_control = control;
        message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
        std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
    }
    ssize_t sent = -1;
    do {
        sent = ::sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0) return systemError("sendmsg");
    return {};
}

} // namespace ipclab
