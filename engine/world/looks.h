#pragma once

#include "engine/world/world.h"

#include <vector>

namespace ipclab {

/// Whether this pid is, or was, a process of the lab; 0 (nobody yet) counts.
[[nodiscard]] bool isOurs(const World& world, std::int32_t pid);

/// At the first look at a queue: whether a process of the lab made it, or IPC_CREAT found one that
/// was there before. Then its owner is someone else, or strangers have already used it.
[[nodiscard]] bool madeByLab(const World& world, const Queue& queue, const QueueStat& stat);

/// What a quiet look may decide, because nobody of the lab will tell.
enum class Fate : std::uint8_t {
    Underway,  ///< its process will still return and tell
    InQueue,   ///< handed to a process that sleeps on: then it was queued after all
    Undecided, ///< its sender or receiver was killed in the call: either is possible
};
[[nodiscard]] Fate fateOf(const World& world, const InFlight& each);

/// Whether what was seen can be this message.
[[nodiscard]] inline bool equal(const Message& message, const event::SeenMessage& seen) {
    return message.textKnown && message.type == seen.type && message.text == seen.text;
}

/// adopt.cpp: after a quiet look the queue holds what the kernel holds, and equal messages stay
/// the tokens they were.
void adoptContents(World& world, Queue& queue, const event::QueueSeen& seen);

} // namespace ipclab
