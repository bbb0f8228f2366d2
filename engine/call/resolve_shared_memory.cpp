// shmget(2), shmop(2), shmctl(2), mprotect(2), munmap(2).
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"
#include "engine/call/resolve.h"

#include <fmt/format.h>
#include <linux/shm.h>

namespace ipclab {

namespace {

Result<ResolvedCall> resolveGet(const Call& call, const Scope& scope) {
    const auto key = evaluateInt(call.args[0], scope, "key");
    if (!key) return std::unexpected(key.error());
    const auto size = evaluateNumber(call.args[1], scope, "size");
    if (!size) return std::unexpected(size.error());
    const auto flags = evaluateInt(call.args[2], scope, "shmflg");
    if (!flags) return std::unexpected(flags.error());
    return ResolvedCall{call.id, 0, {*key, *size, *flags}, {}};
}

Result<ResolvedCall> resolveAttach(const Call& call, const Scope& scope) {
    const auto id = evaluateInt(call.args[0], scope, "shmid");
    if (!id) return std::unexpected(id.error());
    const auto address = addressOf(call.args[1], scope, "shmaddr");
    if (!address) return std::unexpected(address.error());
    const auto flags = evaluateInt(call.args[2], scope, "shmflg");
    if (!flags) return std::unexpected(flags.error());
    return ResolvedCall{call.id, 0, {*id, static_cast<std::int64_t>(address->at), *flags}, {}};
}

/// An address, and behind it the numbers that the call takes: shmdt, munmap, mprotect.
Result<ResolvedCall> resolvePages(const Call& call, const Scope& scope) {
    const auto parameters = entryOf(call.id).parameters;
    const auto address = addressOf(call.args[0], scope, parameters[0].name);
    if (!address) return std::unexpected(address.error());
    ResolvedCall resolved{call.id, 0, {static_cast<std::int64_t>(address->at)}, {}};
    for (std::size_t i = 1; i < call.args.size(); ++i) {
        const auto number = evaluateNumber(call.args[i], scope, parameters[i].name);
        if (!number) return std::unexpected(number.error());
        resolved.args[i] = *number;
    }
    return resolved;
}

/// The shmid_ds behind buf for IPC_SET: what the variable holds, or what the kernel last said with
/// the written fields changed.
Result<SegmentStat> newSettings(const Expr& operand, std::int64_t id, const Scope& scope) {
    if (operand.kind != Expr::Kind::Fields) {
        const auto value = evaluate(operand, scope);
        if (!value) return std::unexpected(value.error());
        if (const auto* stat = std::get_if<SegmentStat>(&*value)) return *stat;
        return failure(fmt::format("buf must be a struct shmid_ds, not {}", print(operand)));
    }
    const SegmentStat* now = scope.segment ? scope.segment(static_cast<std::int32_t>(id)) : nullptr;
    constexpr std::size_t settable = 3; // mode, uid, gid
    if (!now && operand.parts.size() < settable)
        return failure(fmt::format("nothing is known of segment {}, so the fields that {} leaves "
                                   "out cannot be filled in; call IPC_STAT first and set them in "
                                   "ds",
                                   id, print(operand)));
    const auto changed = evaluateFields(operand, now ? *now : SegmentStat{}, scope);
    if (!changed) return std::unexpected(changed.error());
    return std::get<SegmentStat>(*changed);
}

Result<ResolvedCall> resolveControl(const Call& call, const Scope& scope) {
    const auto id = evaluateInt(call.args[0], scope, "shmid");
    if (!id) return std::unexpected(id.error());
    const auto command = evaluateInt(call.args[1], scope, "cmd");
    if (!command) return std::unexpected(command.error());
    const auto pointer = pointerOf(call.args[2], scope);
    if (!pointer) return std::unexpected(pointer.error());
    ResolvedCall resolved{call.id, 0, {*id, *command}, {}};
    if (pointer->isAddress) {
        // Only IPC_STAT and IPC_SET look at buf, so NULL is no address elsewhere.
        const bool looks = *command == IPC_STAT || *command == IPC_SET;
        if (!looks && pointer->number() == 0) return resolved;
        resolved.flags = rawAddress;
        resolved.args[2] = pointer->number();
        return resolved;
    }
    if (*command == IPC_STAT && filledVariable(call).empty())
        return failure(
            fmt::format("buf must be a struct such as &ds, not {}", print(call.args[2])));
    if (*command != IPC_SET) return resolved;
    const auto settings = newSettings(*pointer->operand, *id, scope);
    if (!settings) return std::unexpected(settings.error());
    resolved.args[2] = settings->mode;
    resolved.args[3] = settings->uid;
    resolved.args[4] = settings->gid;
    return resolved;
}

} // namespace

Result<ResolvedCall> resolveSharedMemory(const Call& call, const Scope& scope) {
    switch (call.id) {
    case CallId::Shmget:
        return resolveGet(call, scope);
    case CallId::Shmat:
        return resolveAttach(call, scope);
    case CallId::Shmctl:
        return resolveControl(call, scope);
    default:
        return resolvePages(call, scope);
    }
}

} // namespace ipclab
