#include "engine/launch/line.h"

#include "engine/launch/packet.h"

#include <string>

namespace ipclab {

namespace {

template <class T> void append(std::string& packet, const T& value) {
    packet.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

} // namespace

Result<std::string> packLine(LineHeader header, std::span<const ResolvedCall> calls) {
    header.count = static_cast<std::uint32_t>(calls.size());
    std::string packet;
    append(packet, header);
    for (const ResolvedCall& call : calls) {
        append(packet, WireCall{call.id, call.flags, static_cast<std::uint32_t>(call.data.size()),
                                call.args});
        packet += call.data;
    }
    if (packet.size() > maxLineBytes)
        return failure("the line is too large for one go: " + std::to_string(packet.size()) +
                       " bytes with all its messages, the limit is " +
                       std::to_string(maxLineBytes) + " (maxLineBytes)");
    return packet;
}

Result<void> sendLine(int control, const LineHeader& header, std::span<const ResolvedCall> calls,
                      std::span<const int> forks) {
    const auto packet = packLine(header, calls);
    if (!packet) return std::unexpected(packet.error());
    const auto sent = sendPacket(control, *packet, forks);
    if (sent) return {};
    switch (sent.error().number) {
    case EPIPE:
    case ECONNRESET:
        return failure("the process is gone");
    case EAGAIN:
        return failure("the process has not taken its last line yet");
    default:
        return std::unexpected(Error{"sending the line to the process", sent.error().number});
    }
}

} // namespace ipclab
