// fork(2), wait(2), exit(3), setrlimit(2).
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"
#include "engine/call/resolve.h"

#include <algorithm>
#include <fmt/format.h>
#include <sys/resource.h>

namespace ipclab {

namespace {

Result<ResolvedCall> resolveWait(const Call& call, const Scope& scope) {
    ResolvedCall resolved{call.id, 0, {}, {}};
    const auto pointer = pointerOf(call.args[0], scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (!pointer->isAddress && filledVariable(call).empty())
        return failure(fmt::format("wstatus must be NULL or a variable such as &status, not {}",
                                   print(call.args[0])));
    // NULL is no address here: the kernel does not look at it.
    if (!pointer->isAddress || pointer->number() == 0) return resolved;
    resolved.flags = rawAddress;
    resolved.args[2] = pointer->number();
    return resolved;
}

Result<ResolvedCall> resolveExit(const Call& call, const Scope& scope) {
    const auto status = evaluateInt(call.args[0], scope, "status");
    if (!status) return std::unexpected(status.error());
    return ResolvedCall{call.id, 0, {*status}, {}};
}

/// Limits whose effect the lab can show. Numbers that mean nothing are left to the kernel.
bool mayBeSet(std::int64_t resource) {
    const auto known = entryOf(CallId::Setrlimit).parameters[0].constants;
    return resource < 0 || resource >= static_cast<std::int64_t>(RLIM_NLIMITS) ||
           std::ranges::find(known, resource, &Constant::value) != known.end();
}

/// {soft, hard} or {.rlim_cur = soft, .rlim_max = hard}
Result<void> takeLimits(ResolvedCall& resolved, const Expr& written, const Scope& scope) {
    const Expr& limits = pointee(written);
    const bool isList = limits.kind == Expr::Kind::List && limits.parts.size() == 2;
    const bool isFields = limits.kind == Expr::Kind::Fields && limits.parts.size() == 2 &&
                          std::ranges::is_permutation(
                              limits.names, std::array<std::string, 2>{"rlim_cur", "rlim_max"});
    if (!isList && !isFields)
        return failure(fmt::format("rlim must be written in place, as {{5, 5}} or "
                                   "{{.rlim_cur = 5, .rlim_max = 5}}, not {}",
                                   print(written)));
    const bool swapped = isFields && limits.names[0] == "rlim_max";
    for (std::size_t i = 0; i < 2; ++i) {
        const auto limit = evaluateNumber(limits.parts[swapped ? 1 - i : i], scope, "a limit");
        if (!limit) return std::unexpected(limit.error());
        resolved.args[1 + i] = *limit;
    }
    return {};
}

Result<ResolvedCall> resolveSetrlimit(const Call& call, const Scope& scope) {
    const auto resource = evaluateInt(call.args[0], scope, "resource");
    if (!resource) return std::unexpected(resource.error());
    if (!mayBeSet(*resource))
        return failure("the lab sets RLIMIT_NOFILE, RLIMIT_AS, RLIMIT_MEMLOCK and RLIMIT_NPROC, no "
                       "other limit");
    ResolvedCall resolved{call.id, 0, {*resource}, {}};
    if (auto taken = takeLimits(resolved, call.args[1], scope); !taken)
        return std::unexpected(taken.error());
    return resolved;
}

} // namespace

Result<ResolvedCall> resolveProcess(const Call& call, const Scope& scope) {
    switch (call.id) {
    case CallId::Wait:
        return resolveWait(call, scope);
    case CallId::Exit:
        return resolveExit(call, scope);
    case CallId::Setrlimit:
        return resolveSetrlimit(call, scope);
    default:
        return ResolvedCall{call.id, 0, {}, {}}; // fork
    }
}

} // namespace ipclab
