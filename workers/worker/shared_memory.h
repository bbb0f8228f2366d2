#pragma once

#include "workers/worker/attach_room.h"
#include "workers/worker/ledger.h"
#include "workers/worker/outcome.h"

namespace ipclab {

/// Makes the System V shared-memory calls of one worker, and those that change its mappings.
/// svipc(7), mprotect(2), munmap(2).
class SharedMemoryCalls {
public:
    explicit SharedMemoryCalls(Ledger& ledger) : ledger_(ledger) {}

    [[nodiscard]] Outcome shmget(const ResolvedCall& call);
    [[nodiscard]] Outcome shmat(const ResolvedCall& call);
    [[nodiscard]] Outcome shmdt(const ResolvedCall& call);
    [[nodiscard]] Outcome shmctl(const ResolvedCall& call);
    [[nodiscard]] Outcome mprotect(const ResolvedCall& call);
    [[nodiscard]] Outcome munmap(const ResolvedCall& call);

private:
    void makeRoom(int id, std::int64_t address);

    Ledger& ledger_;
    AttachRoom room_;
    event::Returned whole_; ///< of the last IPC_STAT
};

} // namespace ipclab
