#pragma once

#include "engine/base/result.h"
#include "engine/event/event.h"

#include <sys/types.h>
#include <vector>

namespace ipclab {

/// The descriptors of a process, in the order of their numbers, without the lab's own. Targets in
/// its current folder are named as from there. Nothing is opened but files of /proc. proc(5).
[[nodiscard]] Result<std::vector<event::SeenDescriptor>> descriptorsOf(pid_t pid);

} // namespace ipclab
