#include "workers/worker/perform.h"

#include "engine/call/catalogue.h"
#include "workers/worker/signals.h"

#include <algorithm>

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
    default:
        break;
    }
    Outcome unknown;
    unknown.result = -1;
    unknown.refused = true;
    unknown.data = "a call that this worker does not know";
    return unknown;
}

long systemCallNumber(CallId id) {
    return entryOf(id).number;
}

std::size_t largestResult(const ResolvedCall& call) {
    constexpr std::size_t anyText = 256; // a packed QueueStat, or the name of a limit
    if (call.id != CallId::Msgrcv) return anyText;
    return std::max<std::size_t>(
        anyText, std::clamp<std::int64_t>(call.args[1], 0, static_cast<std::int64_t>(maxPayload)));
}

} // namespace ipclab
