#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"
#include "engine/call/resolve.h"
#include "engine/call/words.h"

#include <fmt/format.h>
#include <linux/msg.h>

namespace ipclab {

namespace {

Result<ResolvedCall> resolveGet(const Call& call, const Scope& scope) {
    const auto key = evaluateInt(call.args[0], scope, "key");
    if (!key) return std::unexpected(key.error());
    const auto flags = evaluateInt(call.args[1], scope, "msgflg");
    if (!flags) return std::unexpected(flags.error());
    return ResolvedCall{call.id, 0, {*key, *flags}, {}};
}

/// The message behind msgp, cut to the bytes that the kernel will read.
Result<void> takeMessage(ResolvedCall& resolved, const Expr& argument, const Scope& scope) {
    const auto pointer = pointerOf(argument, scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (pointer->isAddress) {
        resolved.flags = rawAddress;
        resolved.args[4] = pointer->number();
        return {};
    }
    const auto value = evaluate(*pointer->operand, scope);
    if (!value) return std::unexpected(value.error());
    const auto* message = std::get_if<MessageBuffer>(&*value);
    if (!message)
        return failure(fmt::format("msgp must be a message {{type, \"text\"}}, not {}",
                                   print(*pointer->operand)));
    if (message->mtext.size() > maxTextBytes)
        return failure(
            fmt::format("a text has at most {} bytes in the lab (maxTextBytes)", maxTextBytes));
    const auto size = static_cast<std::uint64_t>(resolved.args[2]);
    resolved.args[1] = message->mtype;
    resolved.data = message->mtext.substr(0, std::min<std::uint64_t>(size, message->mtext.size()));
    return {};
}

Result<ResolvedCall> resolveSend(const Call& call, const Scope& scope) {
    const auto id = evaluateInt(call.args[0], scope, "msqid");
    if (!id) return std::unexpected(id.error());
    const auto size = evaluateNumber(call.args[2], scope, "msgsz");
    if (!size) return std::unexpected(size.error());
    const auto flags = evaluateInt(call.args[3], scope, "msgflg");
    if (!flags) return std::unexpected(flags.error());
    ResolvedCall resolved{call.id, 0, {*id, 0, *size, *flags}, {}};
    if (const auto taken = takeMessage(resolved, call.args[1], scope); !taken)
        return std::unexpected(taken.error());
    return resolved;
}

Result<ResolvedCall> resolveReceive(const Call& call, const Scope& scope) {
    const auto id = evaluateInt(call.args[0], scope, "msqid");
    if (!id) return std::unexpected(id.error());
    const auto pointer = pointerOf(call.args[1], scope);
    if (!pointer) return std::unexpected(pointer.error());
    const auto size = evaluateNumber(call.args[2], scope, "msgsz");
    if (!size) return std::unexpected(size.error());
    const auto type = evaluateNumber(call.args[3], scope, "msgtyp");
    if (!type) return std::unexpected(type.error());
    const auto flags = evaluateInt(call.args[4], scope, "msgflg");
    if (!flags) return std::unexpected(flags.error());
    ResolvedCall resolved{call.id, 0, {*id, *size, *type, *flags}, {}};
    if (pointer->isAddress) {
        resolved.flags = rawAddress;
        resolved.args[4] = pointer->number();
    } else if (filledVariable(call).empty()) {
        return failure(
            fmt::format("msgp must be a buffer such as &rbuf, not {}", print(call.args[1])));
    }
    return resolved;
}

/// The msqid_ds behind buf for IPC_SET: what the variable holds, or what the kernel last said
/// with the written fields changed.
Result<QueueStat> newSettings(const Expr& operand, std::int64_t id, const Scope& scope) {
    if (operand.kind != Expr::Kind::Fields) {
        const auto value = evaluate(operand, scope);
        if (!value) return std::unexpected(value.error());
        if (const auto* stat = std::get_if<QueueStat>(&*value)) return *stat;
        return failure(fmt::format("buf must be a struct msqid_ds, not {}", print(operand)));
    }
    const QueueStat* now = scope.queue ? scope.queue(static_cast<std::int32_t>(id)) : nullptr;
    constexpr std::size_t settable = 4; // mode, uid, gid, qbytes
    if (!now && operand.parts.size() < settable)
        return failure(fmt::format("nothing is known of queue {}, so the fields that {} leaves out "
                                   "cannot be filled in; call IPC_STAT first and set them in ds",
                                   id, print(operand)));
    const auto changed = evaluateFields(operand, now ? *now : QueueStat{}, scope);
    if (!changed) return std::unexpected(changed.error());
    return std::get<QueueStat>(*changed);
}

Result<ResolvedCall> resolveControl(const Call& call, const Scope& scope) {
    const auto id = evaluateInt(call.args[0], scope, "msqid");
    if (!id) return std::unexpected(id.error());
    const auto command = evaluateInt(call.args[1], scope, "cmd");
    if (!command) return std::unexpected(command.error());
    const auto pointer = pointerOf(call.args[2], scope);
    if (!pointer) return std::unexpected(pointer.error());
    ResolvedCall resolved{call.id, 0, {*id, *command}, {}};
    if (pointer->isAddress) {
        // IPC_RMID never looks at buf, so NULL is no address there.
        if (*command == IPC_RMID && pointer->number() == 0) return resolved;
        resolved.flags = rawAddress;
        resolved.args[2] = pointer->number();
        return resolved;
    }
    if (*command != IPC_SET) {
        if (*command == IPC_STAT && filledVariable(call).empty())
            return failure(
                fmt::format("buf must be a struct such as &ds, not {}", print(call.args[2])));
        return resolved;
    }
    const auto settings = newSettings(*pointer->operand, *id, scope);
    if (!settings) return std::unexpected(settings.error());
    resolved.args[2] = settings->mode;
    resolved.args[3] = settings->uid;
    resolved.args[4] = settings->gid;
    resolved.args[5] = static_cast<std::int64_t>(settings->qbytes);
    return resolved;
}

} // namespace

Result<ResolvedCall> resolveMessageQueue(const Call& call, const Scope& scope) {
    switch (call.id) {
    case CallId::Msgget:
        return resolveGet(call, scope);
    case CallId::Msgsnd:
        return resolveSend(call, scope);
    case CallId::Msgrcv:
        return resolveReceive(call, scope);
    default:
        return resolveControl(call, scope);
    }
}

} // namespace ipclab
