#pragma once

#include "engine/world/world.h"

namespace ipclab {

// memory.cpp: what the calls that use memory do to the segments that are attached there.
void enterMemory(World& world, const Process& process, const ResolvedCall& call);
void returnMemory(World& world, const Process& process, const CallOutcome& done);
/// The process ended in its call: what it wrote by then, the next look tells.
void endInMemory(World& world, const Process& process, const ResolvedCall& call);

// races.cpp: additions that happen at the same time.
void enterAddition(World& world, const Process& process, const ResolvedCall& call);
void returnAddition(World& world, const Process& process, const CallOutcome& done);
/// The process ended in the middle: how often it added is not known, and so nothing can be counted.
void endAddition(World& world, const Process& process, const ResolvedCall& call);

} // namespace ipclab
