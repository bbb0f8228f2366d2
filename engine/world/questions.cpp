#include "engine/world/questions.h"

#include "engine/world/numbers.h"
#include "engine/world/selection.h"

#include <algorithm>
#include <limits>

namespace ipclab {

namespace {

/// The largest type that a negative msgtyp accepts; LONG_MIN has no positive counterpart.
std::int64_t largestAccepted(std::int64_t msgtyp) {
    constexpr auto limits = std::numeric_limits<std::int64_t>();
    return msgtyp == limits.min() ? limits.max() : -msgtyp;
}

std::optional<std::size_t> lowestType(const Queue& queue, std::int64_t largest) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < queue.messages.size(); ++i) {
        const Message& message = queue.messages[i];
        if (!message.textKnown || message.type > largest) continue;
        if (!best || message.type < queue.messages[*best].type) best = i;
        if (message.type == 1) break; // nothing is lower
    }
    return best;
}

} // namespace

bool accepts(std::int64_t msgtyp, std::int64_t msgflg, std::int64_t type) {
    if (msgtyp == 0) return true;
    if (msgtyp < 0) return type <= largestAccepted(msgtyp);
    return (msgflg & number::msgExcept) != 0 ? type != msgtyp : type == msgtyp;
}

std::optional<std::size_t> wouldTake(const Queue& queue, std::int64_t msgtyp, int msgflg) {
    if (queue.removed) return std::nullopt;
    if ((msgflg & number::msgCopy) != 0) {
        const auto index = static_cast<std::uint64_t>(msgtyp);
        if (msgtyp < 0 || index >= queue.messages.size()) return std::nullopt;
        return index;
    }
    if (msgtyp < 0) return lowestType(queue, largestAccepted(msgtyp));
    for (std::size_t i = 0; i < queue.messages.size(); ++i) {
        const Message& message = queue.messages[i];
        if (msgtyp == 0 || (message.textKnown && accepts(msgtyp, msgflg, message.type))) return i;
    }
    return std::nullopt;
}

PermissionClass permissionClass(const QueueStat& queue, std::uint32_t uid, std::uint32_t gid) {
    if (uid == queue.uid || uid == queue.cuid) return PermissionClass::Owner;
    if (gid == queue.gid || gid == queue.cgid) return PermissionClass::Group;
    return PermissionClass::Other;
}

std::uint32_t permissionBits(const QueueStat& queue, std::uint32_t uid, std::uint32_t gid) {
    switch (permissionClass(queue, uid, gid)) {
    case PermissionClass::Owner:
        return (queue.mode >> 6) & 7;
    case PermissionClass::Group:
        return (queue.mode >> 3) & 7;
    case PermissionClass::Other:
        break;
    }
    return queue.mode & 7;
}

bool wouldFit(const Queue& queue, std::uint64_t size) {
    const QueueStat& stat = queue.stat;
    return size + stat.cbytes <= stat.qbytes && 1 + stat.qnum <= stat.qbytes;
}

bool settled(const World& world) {
    for (const Process& process : world.processes) {
        if (process.state == ProcessState::InKernel) return false;
        // Between two calls of a line that runs flat out.
        if (process.state == ProcessState::Ready && process.given &&
            process.given->statement->everyMs == 0)
            return false;
    }
    return std::ranges::none_of(world.queues, [&](const Queue& queue) {
        return std::ranges::any_of(queue.inFlight, [&](const InFlight& each) {
            const Process* receiver = world.process(each.receiver);
            return receiver && receiver->alive();
        });
    });
}

} // namespace ipclab
