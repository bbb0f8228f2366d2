#pragma once

#include "engine/event/event.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

/// One call of a line, as it came in: the arguments are evaluated, `data` points into the packet.
struct PlannedCall {
    ResolvedCall call;
    CallRef ref = 0;
    long number = 0;               ///< of the system call
    std::size_t largestResult = 0; ///< bytes that its Returned may carry at most
};

/// What a call gave back.
struct Outcome {
    std::int64_t result = 0;
    int error = 0;
    std::int64_t mtype = 0;
    std::string_view data; ///< in the worker's own buffer, valid until the next call
    std::optional<QueueStat> stat;
    bool refused = false; ///< by the lab's own limit, which `data` names; not made
    bool existed = false; ///< msgget: the queue stood there just before the call
};

} // namespace ipclab
