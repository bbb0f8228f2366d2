#pragma once

#include "engine/world/world.h"

#include <optional>

namespace ipclab {

/// The index of the message that msgrcv with this msgtyp and msgflg would take now, by the rules
/// of msgop(2): 0 = the first, n = the first of type n (MSG_EXCEPT: not n), -n = the lowest type
/// up to n. Nothing when it would sleep or fail.
[[nodiscard]] std::optional<std::size_t> wouldTake(const Queue& queue, std::int64_t msgtyp,
                                                   int msgflg = 0);

/// The class of permission bits that applies to a user: owner or creator first, then group.
enum class PermissionClass : std::uint8_t { Owner, Group, Other };
[[nodiscard]] PermissionClass permissionClass(const QueueStat& queue, std::uint32_t uid,
                                              std::uint32_t gid);
/// The three bits (rwx) of that class.
[[nodiscard]] std::uint32_t permissionBits(const QueueStat& queue, std::uint32_t uid,
                                           std::uint32_t gid);

/// Whether a message of this size would fit now: bytes and count against msg_qbytes.
[[nodiscard]] bool wouldFit(const Queue& queue, std::uint64_t size);

/// Every process is ready, held, ended or asleep.
[[nodiscard]] bool settled(const World& world);

/// Whose child a process is now: the supervisor takes in those whose parent has ended.
[[nodiscard]] ProcessId parentNow(const World& world, const Process& process);
/// Whether it has ended and its parent has not waited for it yet.
[[nodiscard]] bool isZombie(const Process& process);

} // namespace ipclab
