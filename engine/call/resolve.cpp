#include "engine/call/resolve.h"

#include "engine/call/catalogue.h"

#include <fmt/format.h>

namespace ipclab {

Result<ResolvedCall> resolve(const Call& call, const Scope& scope) {
    const CatalogueEntry& entry = entryOf(call.id);
    if (!takes(entry, call.args.size()))
        return failure(fmt::format("{} takes {} arguments, not {}", entry.name,
                                   entry.parameters.size(), call.args.size()));
    switch (call.id) {
    case CallId::Msgget:
    case CallId::Msgsnd:
    case CallId::Msgrcv:
    case CallId::Msgctl:
        return resolveMessageQueue(call, scope);
    case CallId::Kill:
    case CallId::Sigaction:
        return resolveSignal(call, scope);
    default:
        break;
    }
    return failure("unknown call");
}

} // namespace ipclab
