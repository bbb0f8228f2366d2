#include "workers/worker/line.h"

#include "workers/worker/perform.h"

#include <algorithm>
#include <cstring>

namespace ipclab {

namespace {

template <class T> bool take(std::string_view& packet, T& value) {
    if (packet.size() < sizeof(T)) return false;
    std::memcpy(&value, packet.data(), sizeof(T));
    packet.remove_prefix(sizeof(T));
    return true;
}

} // namespace

Result<Line> readLine(std::string_view packet) {
    const std::unexpected<Error> damaged = failure("the engine's packet is damaged");
    LineHeader header;
    if (!take(packet, header)) return damaged;
    Line line{header.times, header.everyNs, {}};
    for (std::uint32_t i = 0; i < header.count; ++i) {
        WireCall wire;
        if (!take(packet, wire) || packet.size() < wire.dataBytes ||
            static_cast<int>(wire.id) >= callCount)
            return damaged;
        PlannedCall planned;
        planned.call = {wire.id, wire.flags, wire.args,
                        std::string(packet.substr(0, wire.dataBytes))};
        planned.ref = header.first + i;
        planned.number = systemCallNumber(wire.id);
        planned.largestResult = largestResult(planned.call);
        line.calls.push_back(std::move(planned));
        packet.remove_prefix(wire.dataBytes);
    }
    return line;
}

} // namespace ipclab
