// The parts of the one sentence of a moment that stand in files of their own.
#pragma once

#include "engine/world/world.h"

#include <QString>

namespace ipclab {

/// What another program did, which the lab noticed by comparing. World::lastOutside must be set.
[[nodiscard]] QString outsideSentence(const World& world);

/// How a process ended and why, and what outlives it.
[[nodiscard]] QString endSentence(const World& world, const Process& process);

} // namespace ipclab
