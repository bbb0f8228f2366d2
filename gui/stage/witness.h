#pragma once

#include "engine/world/world.h"
#include "gui/stage/words.h"

#include <vector>

namespace ipclab {

/// What one event did that can be seen on the stage.
struct Deed {
    enum class Kind : std::uint8_t {
        Sent,         ///< `process`'s message took its place at the tail
        Parked,       ///< its message was copied into the kernel, but there is no room: it sleeps
        Received,     ///< `process` took the message out of the queue
        HandedOver,   ///< the kernel gave it to the sleeping `process` without queueing it
        Copied,       ///< MSG_COPY: the message stays
        SentOutside,  ///< a program that is not the lab's sent it
        TakenOutside, ///< … or took it
        Failed,       ///< `process`'s call failed with `error`
        Removed, ///< the queue is gone, and `message` with it (one deed per message; none: size 0)
    };
    Kind kind = Kind::Sent;
    ProcessId process = 0;
    std::size_t queue = 0; ///< index into World::queues
    Message message;
    int error = 0;
    std::int32_t pid = 0;               ///< of an outside program, where the kernel said
    bool slept = false;                 ///< the call had been asleep in the kernel
    std::vector<words::Buffer> buffers; ///< what the receiver's card showed before
};

/// Applies the event, and says what it did. Looks only at the queue that the event is about.
[[nodiscard]] std::vector<Deed> witness(World& world, const Event& event);

} // namespace ipclab
