#pragma once

#include "engine/world/world.h"

namespace ipclab {

// What the calls that map and unmap memory do to a process's attachments. shmop(2), munmap(2).
void returnAttach(World& world, Process& process, const CallOutcome& done);
void returnDetach(World& world, Process& process, const CallOutcome& done);
void returnUnmap(World& world, Process& process, const CallOutcome& done);
void returnProtect(World& world, Process& process, const CallOutcome& done);

} // namespace ipclab
