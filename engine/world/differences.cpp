#include "engine/world/looks.h"
#include "engine/world/numbers.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

using event::OutsideChange;
using event::QueueSeen;
using Kind = OutsideChange::Kind;

/// What the contents have gained and lost without a call of the lab.
struct Balance {
    std::int64_t sent = 0;
    std::int64_t taken = 0;
    bool reordered = false;
};

/// What the kernel should hold if nobody but the lab did anything, and what it may hold.
struct Expected {
    std::vector<const Message*> messages;
    std::vector<const Message*> undecided;
};

Expected expectedOf(const World& world, const Queue& queue) {
    Expected expected;
    expected.messages.reserve(queue.messages.size());
    for (const Message& message : queue.messages)
        expected.messages.push_back(&message);
    for (const InFlight& each : queue.inFlight) {
        const Fate fate = fateOf(world, each);
        if (fate == Fate::InQueue) expected.messages.push_back(&each.message);
        if (fate == Fate::Undecided) expected.undecided.push_back(&each.message);
    }
    return expected;
}

/// Ticks off the first in the list, from `from` on, that is this message; its place, or npos.
constexpr std::size_t npos = static_cast<std::size_t>(-1);
std::size_t tickOff(std::vector<const Message*>& list, const event::SeenMessage& seen,
                    std::size_t from = 0) {
    for (std::size_t i = from; i < list.size(); ++i)
        if (list[i] && equal(*list[i], seen)) {
            list[i] = nullptr;
            return i;
        }
    return npos;
}

bool tickOffUnread(std::vector<const Message*>& list) {
    for (const Message*& each : list)
        if (each && !each->textKnown) {
            each = nullptr;
            return true;
        }
    return false;
}

/// What was seen against what was expected, message by message. `extra` counts the seen ones that
/// were not expected, `reached` the expected ones up to the last that was seen.
struct Matched {
    std::int64_t extra = 0;
    std::int64_t left = 0;
    std::size_t reached = 0;
    bool inOrder = true;
};

Matched match(Expected& expected, const std::vector<event::SeenMessage>& seen) {
    Matched matched;
    for (const event::SeenMessage& each : seen) {
        std::size_t at = tickOff(expected.messages, each, matched.reached);
        if (at == npos && matched.reached > 0) {
            at = tickOff(expected.messages, each);
            if (at != npos) matched.inOrder = false;
        }
        if (at != npos)
            matched.reached = std::max(matched.reached, at + 1);
        else if (tickOff(expected.undecided, each) == npos && !tickOffUnread(expected.messages))
            ++matched.extra;
    }
    matched.left = std::ranges::count_if(expected.messages, [](auto* each) { return each; });
    return matched;
}

std::int64_t lessAtMost(std::int64_t value, std::size_t by) {
    return std::max<std::int64_t>(0, value - static_cast<std::int64_t>(by));
}

/// The whole of the queue was seen.
Balance compareAll(const Queue& queue, Expected expected, const QueueSeen& seen) {
    const Matched matched = match(expected, seen.messages);
    Balance balance;
    balance.sent = matched.extra;
    balance.taken = lessAtMost(matched.left, queue.lostReceivers.size());
    balance.reordered = !matched.inOrder && balance.sent == 0 && balance.taken == 0;
    return balance;
}

/// Only the number of messages is certain.
Balance compareNumber(const Queue& queue, const Expected& expected, std::uint64_t qnum) {
    const auto more =
        static_cast<std::int64_t>(qnum) - static_cast<std::int64_t>(expected.messages.size());
    Balance balance;
    balance.sent = lessAtMost(more, expected.undecided.size());
    balance.taken = lessAtMost(-more, queue.lostReceivers.size());
    return balance;
}

/// The first of many were seen: what is missing among them was taken, and as many as make up the
/// number have come behind.
Balance compareHead(const Queue& queue, Expected expected, const QueueSeen& seen) {
    Balance balance = compareNumber(queue, expected, seen.stat.qnum);
    const Matched matched = match(expected, seen.messages);
    const auto skipped =
        std::count_if(expected.messages.begin(),
                      expected.messages.begin() + static_cast<std::ptrdiff_t>(matched.reached),
                      [](const Message* each) { return each; });
    if (balance.sent == 0 && balance.taken == 0 && matched.extra == 0) {
        balance.reordered = !matched.inOrder;
        if (matched.inOrder) balance.sent = balance.taken = skipped;
    } else if (matched.extra > balance.sent) {
        balance.taken += matched.extra - balance.sent;
        balance.sent = matched.extra;
    }
    return balance;
}

Balance compareContents(const World& world, const Queue& queue, const QueueSeen& seen) {
    const Expected expected = expectedOf(world, queue);
    if (!seen.contentsKnown) return compareNumber(queue, expected, seen.stat.qnum);
    if (seen.messages.size() >= seen.stat.qnum) return compareAll(queue, expected, seen);
    return compareHead(queue, expected, seen);
}

/// Contents that agree can still hide someone who sent one and someone who took one: the pids of
/// the last sender and receiver tell.
void addHidden(const World& world, const Queue& queue, const QueueStat& seen, Balance& balance) {
    if (balance.sent > 0 || balance.taken > 0) return;
    const bool strangeSender = seen.lspid != queue.stat.lspid && !isOurs(world, seen.lspid);
    const bool strangeReceiver = seen.lrpid != queue.stat.lrpid && !isOurs(world, seen.lrpid);
    if (strangeSender || strangeReceiver) balance.sent = balance.taken = 1;
}

std::string settingsChanged(const QueueStat& before, const QueueStat& now) {
    std::string what;
    const auto note = [&](std::string_view text) {
        if (!what.empty()) what += ", ";
        what += text;
    };
    if (before.mode != now.mode) note(fmt::format("mode {:04o} → {:04o}", before.mode, now.mode));
    if (before.uid != now.uid) note(fmt::format("uid {} → {}", before.uid, now.uid));
    if (before.gid != now.gid) note(fmt::format("gid {} → {}", before.gid, now.gid));
    if (before.qbytes != now.qbytes)
        note(fmt::format("msg_qbytes {} → {}", before.qbytes, now.qbytes));
    return what;
}

/// Whether a process of the lab is removing it at this moment: it will tell.
bool beingRemoved(const World& world, std::int32_t id) {
    return std::ranges::any_of(world.processes, [id](const Process& process) {
        return process.current && process.current->call.id == CallId::Msgctl &&
               process.current->call.args[0] == id &&
               process.current->call.args[1] == number::ipcRmid;
    });
}

std::string messages(std::int64_t count, std::string_view verb) {
    return fmt::format("{} message{} {}", count, count == 1 ? "" : "s", verb);
}

} // namespace

std::vector<OutsideChange> differences(const World& world, const QueueSeen& seen) {
    const Queue* queue = world.queue(seen.stat.id);
    if (!queue) return {};
    const std::int32_t id = seen.stat.id;
    if (seen.gone) {
        if (beingRemoved(world, id)) return {};
        return {{Kind::Removed, id, 0, 1, "removed"}};
    }
    if (!seen.quiet || (!queue->seen && !madeByLab(world, *queue, seen.stat))) return {};

    std::vector<OutsideChange> changes;
    Balance balance = compareContents(world, *queue, seen);
    balance.sent += static_cast<std::int64_t>(queue->strangeReceives);
    addHidden(world, *queue, seen.stat, balance);
    const auto stranger = [&](std::int32_t pid) { return isOurs(world, pid) ? 0 : pid; };
    if (balance.sent > 0)
        changes.push_back({Kind::Sent, id, stranger(seen.stat.lspid), balance.sent,
                           messages(balance.sent, "sent")});
    if (balance.taken > 0)
        changes.push_back({Kind::Taken, id, stranger(seen.stat.lrpid), balance.taken,
                           messages(balance.taken, "taken")});
    if (balance.reordered)
        changes.push_back({Kind::Reordered, id, 0, static_cast<std::int64_t>(seen.stat.qnum),
                           "the kernel's order of messages sent at the same time"});
    if (queue->seen)
        if (std::string what = settingsChanged(queue->stat, seen.stat); !what.empty())
            changes.push_back({Kind::Changed, id, 0, 1, std::move(what)});
    return changes;
}

} // namespace ipclab
