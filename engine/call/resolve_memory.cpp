// strcpy, memcpy, memset, strlen, and C's own reading, storing and adding. printf has a file of
// its own.
#include "engine/call/bytes.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"
#include "engine/call/resolve.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// Where to copy to: memory, or a variable of the process that it already has.
Result<void> takeDestination(ResolvedCall& resolved, const Call& call, const Scope& scope) {
    const auto pointer = pointerOf(call.args[0], scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (pointer->isAddress) {
        resolved.args[0] = pointer->number();
        return {};
    }
    // A variable that nobody has set would be a slip of the pen more often than a buffer.
    if (const auto held = evaluate(*pointer->operand, scope); !held)
        return std::unexpected(held.error());
    if (filledVariable(call).empty())
        return failure(fmt::format("{} cannot be written to; an address such as what shmat "
                                   "returned can, and a variable",
                                   print(call.args[0])));
    resolved.flags |= intoVariable;
    return {};
}

Result<ResolvedCall> resolveStrcpy(const Call& call, const Scope& scope) {
    ResolvedCall resolved{call.id, 0, {}, {}};
    if (auto taken = takeDestination(resolved, call, scope); !taken)
        return std::unexpected(taken.error());
    const auto source = pointerOf(call.args[1], scope);
    if (!source) return std::unexpected(source.error());
    if (source->isAddress) {
        resolved.flags |= rawSource;
        resolved.args[1] = source->number();
        return resolved;
    }
    auto text = evaluateText(*source->operand, scope, "src");
    if (!text) return std::unexpected(text.error());
    resolved.data = std::move(*text);
    return resolved;
}

Result<ResolvedCall> resolveMemcpy(const Call& call, const Scope& scope) {
    ResolvedCall resolved{call.id, 0, {}, {}};
    if (auto taken = takeDestination(resolved, call, scope); !taken)
        return std::unexpected(taken.error());
    const auto count = evaluateNumber(call.args[2], scope, "n");
    if (!count) return std::unexpected(count.error());
    resolved.args[2] = *count;
    const auto source = pointerOf(call.args[1], scope);
    if (!source) return std::unexpected(source.error());
    if (!source->isAddress) {
        auto bytes = evaluateBytes(*source->operand, *count, scope, "src");
        if (!bytes) return std::unexpected(bytes.error());
        resolved.data = std::move(*bytes);
        return resolved;
    }
    resolved.flags |= rawSource;
    resolved.args[1] = source->number();
    if (auto fits = checkCount(*count, "n"); !fits) return std::unexpected(fits.error());
    return resolved;
}

/// Carries no bytes, so that it may be as long as the segment; a variable holds no more than a call
/// carries.
Result<ResolvedCall> resolveMemset(const Call& call, const Scope& scope) {
    ResolvedCall resolved{call.id, 0, {}, {}};
    if (auto taken = takeDestination(resolved, call, scope); !taken)
        return std::unexpected(taken.error());
    const auto byte = evaluateInt(call.args[1], scope, "c");
    if (!byte) return std::unexpected(byte.error());
    const auto count = evaluateNumber(call.args[2], scope, "n");
    if (!count) return std::unexpected(count.error());
    resolved.args[1] = *byte;
    resolved.args[2] = *count;
    if ((resolved.flags & intoVariable) == 0) return resolved;
    // There is no kernel here that a size which no memory has could be left to.
    if (auto fits = checkCarried(*count, "n"); !fits) return std::unexpected(fits.error());
    return resolved;
}

Result<ResolvedCall> resolveStrlen(const Call& call, const Scope& scope) {
    const auto source = pointerOf(call.args[0], scope);
    if (!source) return std::unexpected(source.error());
    if (source->isAddress) return ResolvedCall{call.id, rawSource, {source->number()}, {}};
    auto text = evaluateText(*source->operand, scope, "s");
    if (!text) return std::unexpected(text.error());
    return ResolvedCall{call.id, 0, {}, std::move(*text)};
}

Result<std::int64_t> storedNumber(const Expr& written, const Scope& scope) {
    const auto value = evaluate(written, scope);
    if (!value) return std::unexpected(value.error());
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return *number;
    if (const auto* address = std::get_if<Address>(&*value))
        return static_cast<std::int64_t>(address->at);
    return failure(fmt::format("a store writes a number, not {}; strcpy and memcpy write texts",
                               print(*value)));
}

Result<ResolvedCall> resolveLoad(const Call& call, const Scope& scope) {
    const auto place = numberPlaceOf(call.args[0], scope);
    if (!place) return std::unexpected(place.error());
    return ResolvedCall{
        call.id, 0, {static_cast<std::int64_t>(place->at), place->width, place->isSigned}, {}};
}

/// Once: who repeats it writes how often.
Result<ResolvedCall> resolveStore(const Call& call, const Scope& scope) {
    const bool atomic = call.id == CallId::AtomicAdd;
    const auto address = atomic ? addressOf(call.args[0], scope, "object")
                                : placeOf(withoutCasts(call.args[0]), scope);
    if (!address) return std::unexpected(address.error());
    const auto place = asNumber(*address, call.args[0]);
    if (!place) return std::unexpected(place.error());
    const auto number = storedNumber(call.args[1], scope);
    if (!number) return std::unexpected(number.error());
    ResolvedCall resolved{
        call.id, 0, {static_cast<std::int64_t>(place->at), place->width, *number}, {}};
    if (!atomic) resolved.args[3] = call.operation;
    resolved.args[atomic ? 3 : 4] = 1;
    return resolved;
}

} // namespace

Result<ResolvedCall> resolveMemory(const Call& call, const Scope& scope) {
    switch (call.id) {
    case CallId::Strcpy:
        return resolveStrcpy(call, scope);
    case CallId::Memcpy:
        return resolveMemcpy(call, scope);
    case CallId::Memset:
        return resolveMemset(call, scope);
    case CallId::Strlen:
        return resolveStrlen(call, scope);
    case CallId::Printf:
        return resolvePrintf(call, scope);
    case CallId::Load:
        return resolveLoad(call, scope);
    default:
        return resolveStore(call, scope);
    }
}

} // namespace ipclab
