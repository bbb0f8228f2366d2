#pragma once

#include "engine/event/event.h"

#include <sys/types.h>

namespace ipclab {

/// What a pipe or FIFO holds, through a descriptor of it: FIONREAD, F_GETPIPE_SZ, and its contents
/// by tee(2) into a private pipe, which leaves them where they are. Only a read end shows contents;
/// another end is never opened, since that alone would change the pipe.
[[nodiscard]] event::PipeSeen lookAtPipe(int fd);

} // namespace ipclab
