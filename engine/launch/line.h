#pragma once

#include "engine/base/result.h"
#include "engine/event/protocol.h"

#include <span>
#include <vector>

namespace ipclab {

/// The largest packet a worker takes: one call's payload of 64 KiB, and room for lists of calls.
inline constexpr std::size_t maxLineBytes = 200 * 1024;

/// Packs a line as a worker reads it; `header.count` is set here. Fails when it is larger than
/// maxLineBytes, with its size and the limit.
[[nodiscard]] Result<std::string> packLine(LineHeader header, std::span<const ResolvedCall> calls);

/// Packs a line and sends it to a worker, with the ring and the worker's end of the control socket
/// of each child that its forks may make. Never waits.
Result<void> sendLine(int control, const LineHeader& header, std::span<const ResolvedCall> calls,
                      std::span<const int> forks = {});

} // namespace ipclab
