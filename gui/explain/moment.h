// The parts of the one sentence of a moment that stand in files of their own.
#pragma once

#include "engine/world/world.h"

#include <QString>

namespace ipclab {

/// Whether the process is in the middle of a repeated line: each of its returns is old news a
/// moment later, and must not push aside what another process has just done.
[[nodiscard]] bool repeatsNow(const Process& process);
/// How long another process's return is told before a burst beside it is again.
inline constexpr std::int64_t newsNs = 6'000'000'000;

/// What another program did, which the lab noticed by comparing. World::lastOutside must be set.
[[nodiscard]] QString outsideSentence(const World& world);

/// How a process ended and why, and what outlives it.
[[nodiscard]] QString endSentence(const World& world, const Process& process);

} // namespace ipclab
