// ftok(3).
#include "engine/call/evaluate.h"
#include "engine/call/path.h"
#include "engine/call/resolve.h"

namespace ipclab {

Result<ResolvedCall> resolveKey(const Call& call, const Scope& scope) {
    auto path = pathOf(call.args[0], scope, "pathname");
    if (!path) return std::unexpected(path.error());
    const auto id = evaluateInt(call.args[1], scope, "proj_id");
    if (!id) return std::unexpected(id.error());
    return ResolvedCall{call.id, 0, {*id}, std::move(*path)};
}

} // namespace ipclab
