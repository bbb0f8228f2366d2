#pragma once

#include "engine/world/world.h"

namespace ipclab {

/// A process by its number: the processes stand in the order of their numbers, mostly without gaps.
[[nodiscard]] Process* findProcess(World& world, ProcessId id);

/// The queue with this id that is not removed, or nullptr.
[[nodiscard]] Queue* liveQueue(World& world, std::int64_t id);
/// The same, or the newest removed one: for a call that returns after the removal was reported.
[[nodiscard]] Queue* anyQueue(World& world, std::int64_t id);
/// Notes a send or receive that returned because the queue was removed.
void noteCut(Queue& queue, const Process& process, const CallOutcome& done);
/// A fresh queue with this id at the end of world.queues. Drops the oldest removed one when there
/// are more than maxObjects.
Queue& addQueue(World& world, std::int32_t id);
/// The live queue with this id; one that nobody of the lab made appears when there is none.
Queue& queueFound(World& world, std::int64_t id);

/// The message joins the tail, or the place where it would stand if it had joined at
/// message.sinceNs; msg_qnum and msg_cbytes grow.
void joinTail(Queue& queue, Message message);
void joinWhereItBelongs(Queue& queue, Message message);
/// Takes the message out; msg_qnum and msg_cbytes shrink.
Message takeOut(Queue& queue, std::size_t index);

/// Removes the queue as the kernel does: at once, with all messages.
void removeQueue(World& world, Queue& queue);

} // namespace ipclab
