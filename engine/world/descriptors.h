#pragma once

#include "engine/world/world.h"

namespace ipclab {

/// fork(2): the child gets a copy of every descriptor, and they lead to the same open file
/// descriptions.
void copyForFork(World& world, const Process& parent, Process& child);

} // namespace ipclab
