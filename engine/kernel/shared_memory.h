#pragma once

#include "engine/base/result.h"

#include <sys/shm.h>

namespace ipclab {

/// What the kernel says of a segment, for anyone, by SHM_STAT_ANY (Linux 4.17). EINVAL when no
/// segment has this id. shmctl(2).
[[nodiscard]] Result<shmid_ds> statAnySegment(int id);

/// IPC_RMID: at once, or with the last detach. shmctl(2).
Result<void> removeSegment(int id);

/// shmget(2).
[[nodiscard]] Result<int> getSegment(key_t key, std::size_t size, int flags);

} // namespace ipclab
