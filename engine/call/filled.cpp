#include "engine/call/evaluate.h"
#include "engine/call/member.h"

#include <linux/shm.h>

namespace ipclab {

namespace {

/// The place of the argument that the call writes through, or -1.
int writtenArgument(const Call& call) {
    switch (call.id) {
    case CallId::Pipe:
    case CallId::Pipe2:
    case CallId::Wait:
    case CallId::Strcpy:
    case CallId::Memcpy:
    case CallId::Memset:
        return 0;
    case CallId::Read:
    case CallId::Msgrcv:
        return 1;
    case CallId::Msgctl:
    case CallId::Shmctl: {
        if (call.args.size() != 3) return -1;
        const auto command = evaluateNumber(call.args[1], Scope{}, "cmd");
        return command && *command == IPC_STAT ? 2 : -1;
    }
    default:
        return -1;
    }
}

/// What stands there without casts and &: a name, or a member of one.
const Expr* filledPlace(const Call& call) {
    const int place = writtenArgument(call);
    if (place < 0 || static_cast<std::size_t>(place) >= call.args.size()) return nullptr;
    return &pointee(call.args[static_cast<std::size_t>(place)]);
}

} // namespace

std::string_view filledVariable(const Call& call) {
    const Expr* place = filledPlace(call);
    const bool copies =
        call.id == CallId::Strcpy || call.id == CallId::Memcpy || call.id == CallId::Memset;
    if (copies && place && place->kind == Expr::Kind::Member && !place->parts.empty())
        place = &place->parts[0];
    return place && place->kind == Expr::Kind::Name ? std::string_view(place->text)
                                                    : std::string_view();
}

std::optional<std::size_t> filledArgument(const Call& call) {
    if (filledVariable(call).empty()) return {};
    return static_cast<std::size_t>(writtenArgument(call));
}

} // namespace ipclab
