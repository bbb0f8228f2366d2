#include "workers/worker/perform.h"

#include "workers/worker/signals.h"

#include <algorithm>
#include <sys/syscall.h>

namespace ipclab {

Outcome Performer::perform(const PlannedCall& planned) {
    const ResolvedCall& call = planned.call;
    switch (call.id) {
    case CallId::Msgget:
        return messageQueues_.msgget(call);
    case CallId::Msgsnd:
        return messageQueues_.msgsnd(planned);
    case CallId::Msgrcv:
        return messageQueues_.msgrcv(call);
    case CallId::Msgctl:
        return messageQueues_.msgctl(call);
    case CallId::Kill:
        return performKill(call);
    case CallId::Sigaction:
        return performSigaction(call);
    }
    Outcome unknown;
    unknown.result = -1;
    unknown.refused = true;
    unknown.data = "a call that this worker does not know";
    return unknown;
}

long systemCallNumber(CallId id) {
    switch (id) {
    case CallId::Msgget:
        return SYS_msgget;
    case CallId::Msgsnd:
        return SYS_msgsnd;
    case CallId::Msgrcv:
        return SYS_msgrcv;
    case CallId::Msgctl:
        return SYS_msgctl;
    case CallId::Kill:
        return SYS_kill;
    case CallId::Sigaction:
        return SYS_rt_sigaction;
    }
    return -1;
}

std::size_t largestResult(const ResolvedCall& call) {
    constexpr std::size_t anyText = 256; // a packed QueueStat, or the name of a limit
    if (call.id != CallId::Msgrcv) return anyText;
    return std::max<std::size_t>(
        anyText, std::clamp<std::int64_t>(call.args[1], 0, static_cast<std::int64_t>(maxPayload)));
}

} // namespace ipclab
