// own_descriptors: the worker's descriptors that are no part of what is shown. They stand from
// firstOwnDescriptor on, so that the first pipe of a process gets 3 and 4 as in any program.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

namespace ipclab {

/// Closes what a shell left open when it started the lab, makes standard error lead where standard
/// output leads, and lets the process's own calls get no number of the lab's, by the soft limit of
/// open files. dup2(2), close_range(2), setrlimit(2).
Result<void> keepFromOwnDescriptors();

/// The same, at a number of the lab's own, close-on-exec, whatever the soft limit says. fcntl(2),
/// F_DUPFD_CLOEXEC.
[[nodiscard]] Result<Fd> amongOwn(Fd fd);

} // namespace ipclab
