#pragma once

#include "workers/worker/descriptors.h"
#include "workers/worker/message_queue.h"
#include "workers/worker/outcome.h"

namespace ipclab {

/// Makes any call of the catalogue: one line a call, one file a mechanism.
class Performer {
public:
    explicit Performer(Ledger& ledger) : messageQueues_(ledger) {}
    [[nodiscard]] Outcome perform(const PlannedCall& planned);

private:
    MessageQueueCalls messageQueues_;
    DescriptorCalls descriptors_;
};

/// The number of the system call on this machine, as /proc/PID/syscall shows it.
[[nodiscard]] long systemCallNumber(CallId id);

/// How many bytes of data the call's Returned can carry at most.
[[nodiscard]] std::size_t largestResult(const ResolvedCall& call);

} // namespace ipclab
