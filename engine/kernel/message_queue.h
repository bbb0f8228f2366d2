// kernel: one thin wrapper per mechanism, so that a failed call comes back as a value with errno.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <sys/msg.h>

namespace ipclab {

/// A message as it stands in a queue.
struct CopiedMessage {
    long type = 0;
    std::string text;
};

/// IPC_STAT: needs read permission. msgctl(2).
[[nodiscard]] Result<msqid_ds> statQueue(int id);

/// The same for anyone, by MSG_STAT_ANY (Linux 4.17). EINVAL when no queue has this id. msgctl(2).
[[nodiscard]] Result<msqid_ds> statAnyQueue(int id);

/// The message at `index` (0 is the first), left where it is: MSG_COPY. Needs read permission and a
/// kernel with CONFIG_CHECKPOINT_RESTORE (else ENOSYS). ENOMSG past the end; E2BIG when its text is
/// longer than `room` minus the type. The call allocates as much as `room` holds. msgrcv(2).
[[nodiscard]] Result<CopiedMessage> copyMessage(int id, long index, std::span<std::byte> room);

/// IPC_RMID. msgctl(2).
Result<void> removeQueue(int id);

/// msgget(2), and msgsnd(2) that never waits.
[[nodiscard]] Result<int> getQueue(key_t key, int flags);
Result<void> sendMessage(int id, long type, std::string_view text);

} // namespace ipclab
