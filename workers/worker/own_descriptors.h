// own_descriptors: the worker's descriptors that are no part of what is shown. They stand from
// firstOwnDescriptor on, so that the first pipe of a process gets 3 and 4 as in any program.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

namespace ipclab {

/// Lets numbers that high be used at all, where the soft limit of open files is lower.
/// setrlimit(2).
Result<void> makeRoomForOwnDescriptors();

/// The same, at a number of the lab's own, close-on-exec. fcntl(2), F_DUPFD_CLOEXEC.
[[nodiscard]] Result<Fd> amongOwn(Fd fd);

} // namespace ipclab
