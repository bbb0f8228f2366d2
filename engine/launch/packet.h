#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <span>
#include <string_view>
#include <utility>

namespace ipclab {

/// Two connected ends of a SOCK_SEQPACKET socket, close-on-exec, with buffers for a packet of
/// `largest` bytes as far as the system allows. socketpair(2).
[[nodiscard]] Result<std::pair<Fd, Fd>> packetSockets(std::size_t largest);

/// Sends one packet, with descriptors. Never waits: a full socket is an error (EAGAIN), a packet
/// that the socket can never take too (EMSGSIZE). unix(7).
Result<void> sendPacket(int socket, std::string_view packet, std::span<const int> descriptors = {});

} // namespace ipclab
