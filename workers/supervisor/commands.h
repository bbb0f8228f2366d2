#pragma once

#include "engine/base/fd.h"
#include "engine/event/protocol.h"

#include <optional>

namespace ipclab {

/// What the engine asked for, with the descriptors that came along with a Start.
struct Request {
    Command command;
    Fd ring, control;
};

enum class Reading { Got, Nothing, Closed };

/// Takes the next packet of the engine without waiting. Closed: the engine is gone, or sent
/// something that is no command.
[[nodiscard]] Reading readCommand(int socket, Request& request);

} // namespace ipclab
