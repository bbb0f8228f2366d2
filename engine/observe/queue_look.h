// observe: what the kernel says of processes and queues. Looking changes nothing that is looked at.
#pragma once

#include "engine/base/result.h"
#include "engine/event/event.h"

#include <string>
#include <vector>

namespace ipclab {

/// What a queue holds from its head on.
struct QueueContents {
    bool known = false;
    std::vector<event::SeenMessage> messages;
    std::string missing; ///< why they are not known, in words
    int error = 0;       ///< EACCES where another identity might be let in
};

/// The queue's msqid_ds, whoever may read it. EINVAL when there is no queue with this id.
[[nodiscard]] Result<QueueStat> lookAtQueue(int id);

/// Whether it does for anyone: it was built with CONFIG_CHECKPOINT_RESTORE.
[[nodiscard]] bool kernelCopiesMessages();

/// Copies messages from the head: at most observedMessages of them, and at most as many as a record
/// of an event can carry. `stat` is what lookAtQueue said just before. The kernel walks the queue
/// from its head for each.
[[nodiscard]] QueueContents readContents(const QueueStat& stat);

} // namespace ipclab
