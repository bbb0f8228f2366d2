#pragma once

#include "engine/base/result.h"
#include "engine/event/protocol.h"
#include "workers/worker/common_start.h"
#include "workers/worker/outcome.h"
#include "workers/worker/process.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ipclab {

/// One line of calls, ready to be made.
struct Line {
    std::uint64_t times = 1;
    std::uint64_t everyNs = 0;
    CommonStart start;
    std::vector<PlannedCall> calls;
};

/// A call of a line, with all that can be got ready before it is made.
[[nodiscard]] PlannedCall plan(ResolvedCall call, CallRef ref);

/// What the engine got ready for the line's forks: the numbers stand in their data, and for each of
/// them came a ring and a control socket.
[[nodiscard]] std::vector<Cradle> cradlesFor(const Line& line, std::vector<Fd> descriptors);

/// Reads a line from the engine's packet.
[[nodiscard]] Result<Line> readLine(std::string_view packet);

} // namespace ipclab
