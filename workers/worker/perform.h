#pragma once

#include "workers/worker/descriptors.h"
#include "workers/worker/key.h"
#include "workers/worker/memory.h"
#include "workers/worker/message_queue.h"
#include "workers/worker/outcome.h"
#include "workers/worker/shared_memory.h"

namespace ipclab {

/// Makes any call of the catalogue: one line a call, one file a mechanism.
class Performer {
public:
    Performer(Ledger& ledger, const WorkerSlot& self)
        : messageQueues_(ledger), sharedMemory_(ledger), memory_(self) {}
    [[nodiscard]] Outcome perform(const PlannedCall& planned);

private:
    [[nodiscard]] Outcome performMemory(const ResolvedCall& call);

    MessageQueueCalls messageQueues_;
    DescriptorCalls descriptors_;
    SharedMemoryCalls sharedMemory_;
    MemoryCalls memory_;
    KeyCalls keys_;
};

/// The number of the system call on this machine, as /proc/PID/syscall shows it.
[[nodiscard]] long systemCallNumber(CallId id);

/// How many bytes of data the call's Returned can carry at most.
[[nodiscard]] std::size_t largestResult(const ResolvedCall& call);

} // namespace ipclab
