// mkfifo(3), open(2), and the names in the scratch folder.
#include "engine/call/evaluate.h"
#include "engine/call/path.h"
#include "engine/call/resolve.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// old path, NUL, new path
Result<ResolvedCall> resolveTwoPaths(const Call& call, const Scope& scope) {
    const auto parameters = entryOf(call.id).parameters;
    const bool renames = call.id == CallId::Rename;
    const auto first = pathOf(call.args[0], scope, parameters[0].name,
                              renames ? PathUse::Removed : PathUse::Linked);
    if (!first) return std::unexpected(first.error());
    const auto second =
        pathOf(call.args[1], scope, parameters[1].name, renames ? PathUse::Removed : PathUse::Name);
    if (!second) return std::unexpected(second.error());
    return ResolvedCall{call.id, 0, {}, *first + '\0' + *second};
}

PathUse useOf(CallId id) {
    if (id == CallId::Open) return PathUse::Opened;
    if (id == CallId::Unlink) return PathUse::Removed;
    return id == CallId::Mkfifo ? PathUse::Name : PathUse::Changed;
}

} // namespace

/// A path, and behind it whatever numbers the call takes: open's flags and mode, mkfifo's mode.
Result<ResolvedCall> resolveFile(const Call& call, const Scope& scope) {
    if (call.id == CallId::Link || call.id == CallId::Symlink || call.id == CallId::Rename)
        return resolveTwoPaths(call, scope);
    auto path = pathOf(call.args[0], scope, "pathname", useOf(call.id));
    if (!path) return std::unexpected(path.error());
    ResolvedCall resolved{call.id, 0, {}, std::move(*path)};
    for (std::size_t i = 1; i < call.args.size(); ++i) {
        const auto number = evaluateInt(call.args[i], scope, entryOf(call.id).parameters[i].name);
        if (!number) return std::unexpected(number.error());
        resolved.args[i - 1] = *number;
    }
    return resolved;
}

} // namespace ipclab
