#pragma once

#include "workers/worker/descriptors.h"
#include "workers/worker/key.h"
#include "workers/worker/memory.h"
#include "workers/worker/message_queue.h"
#include "workers/worker/outcome.h"
#include "workers/worker/process.h"
#include "workers/worker/shared_memory.h"

namespace ipclab {

/// Makes any call of the catalogue: one line a call, one file a mechanism.
class Performer {
public:
    Performer(Ledger& ledger, ProcessCalls& processes, const WorkerSlot& self)
        : messageQueues_(ledger), processes_(processes), sharedMemory_(ledger), memory_(self) {}
    [[nodiscard]] Outcome perform(const PlannedCall& planned);
    /// In a forked child: where it is told to stop from now on.
    void become(const WorkerSlot& self) { memory_.become(self); }

private:
    [[nodiscard]] Outcome performProcess(const ResolvedCall& call);
    [[nodiscard]] Outcome performMemory(const ResolvedCall& call);

    MessageQueueCalls messageQueues_;
    DescriptorCalls descriptors_;
    ProcessCalls& processes_;
    SharedMemoryCalls sharedMemory_;
    MemoryCalls memory_;
    KeyCalls keys_;
};

/// The number of the system call on this machine, as /proc/PID/syscall shows it.
[[nodiscard]] long systemCallNumber(CallId id);

/// How many bytes of data the call's Returned can carry at most.
[[nodiscard]] std::size_t largestResult(const ResolvedCall& call);

} // namespace ipclab
