#include "workers/worker/line.h"

#include "workers/worker/descriptors.h"
#include "workers/worker/message_queue.h"
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

PlannedCall plan(ResolvedCall call, CallRef ref) {
    PlannedCall planned;
    planned.call = std::move(call);
    planned.ref = ref;
    planned.number = systemCallNumber(planned.call.id);
    planned.largestResult = largestResult(planned.call);
    std::string_view data;
    planned.entered = enteredRecord(planned.call, ref, planned.longArgs, data);
    if (planned.call.id == CallId::Msgsnd) planned.message = messageBuffer(planned.call);
    if (planned.call.id == CallId::Write) planned.message = writtenBytes(planned.call);
    return planned;
}

std::vector<Cradle> cradlesFor(const Line& line, std::vector<Fd> descriptors) {
    std::vector<Cradle> cradles;
    const auto fork = std::ranges::find(line.calls, CallId::Fork,
                                        [](const PlannedCall& planned) { return planned.call.id; });
    if (fork == line.calls.end()) return cradles;
    std::string_view numbers = fork->call.data;
    ProcessId number = 0;
    for (std::size_t i = 0; i + 1 < descriptors.size() && take(numbers, number); i += 2)
        cradles.push_back({number, std::move(descriptors[i]), std::move(descriptors[i + 1])});
    return cradles;
}

Result<Line> readLine(std::string_view packet) {
    const std::unexpected<Error> damaged = failure("the engine's packet is damaged");
    LineHeader header;
    if (!take(packet, header)) return damaged;
    Line line{header.times, header.everyNs, {header.start, header.together}, {}};
    for (std::uint32_t i = 0; i < header.count; ++i) {
        WireCall wire;
        if (!take(packet, wire) || packet.size() < wire.dataBytes ||
            static_cast<int>(wire.id) >= callCount)
            return damaged;
        std::string data(packet.substr(0, wire.dataBytes));
        line.calls.push_back(
            plan({wire.id, wire.flags, wire.args, std::move(data)}, header.first + i));
        packet.remove_prefix(wire.dataBytes);
    }
    return line;
}

} // namespace ipclab
