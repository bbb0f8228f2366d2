#include "workers/supervisor/commands.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>

namespace ipclab {

namespace {

void takeDescriptors(msghdr& message, Request& request) {
    for (cmsghdr* header = CMSG_FIRSTHDR(&message); header;
         header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        int descriptors[2] = {-1, -1};
        const std::size_t bytes = header->cmsg_len - CMSG_LEN(0);
        std::memcpy(descriptors, CMSG_DATA(header), std::min(bytes, sizeof(descriptors)));
        request.ring = Fd(descriptors[0]);
        request.control = Fd(descriptors[1]);
    }
}

} // namespace

Reading readCommand(int socket, Request& request) {
    iovec part{&request.command, sizeof(request.command)};
    alignas(cmsghdr) char control[CMSG_SPACE(2 * sizeof(int))];
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof(control);
    const ssize_t size = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return Reading::Nothing;
    if (size > 0) takeDescriptors(message, request);
    return size == static_cast<ssize_t>(sizeof(request.command)) ? Reading::Got : Reading::Closed;
}

} // namespace ipclab
