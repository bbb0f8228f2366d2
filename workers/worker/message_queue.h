#pragma once

#include "engine/event/board.h"
#include "workers/worker/ledger.h"
#include "workers/worker/outcome.h"

#include <memory>
#include <string>

namespace ipclab {

/// Makes the System V message-queue calls of one worker. svipc(7).
class MessageQueueCalls {
public:
    explicit MessageQueueCalls(Ledger& ledger);

    [[nodiscard]] Outcome msgget(const ResolvedCall& call);
    [[nodiscard]] Outcome msgsnd(const PlannedCall& planned);
    [[nodiscard]] Outcome msgrcv(const ResolvedCall& call);
    [[nodiscard]] Outcome msgctl(const ResolvedCall& call);

private:
    struct Buffer; ///< struct msgbuf with room for any message of the lab
    struct Free {
        void operator()(Buffer* buffer) const;
    };
    Ledger& ledger_;
    std::unique_ptr<Buffer, Free> rbuf_;
    QueueStat stat_; ///< of the last IPC_STAT
};

/// The struct msgbuf that a msgsnd gives the kernel, made once for however many times.
[[nodiscard]] std::string messageBuffer(const ResolvedCall& send);

} // namespace ipclab
