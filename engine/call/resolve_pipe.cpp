// pipe(2), read(2), write(2) and the other calls on descriptors.
#include "engine/call/bytes.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"
#include "engine/call/resolve.h"

#include <fcntl.h>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// A descriptor of the process. What the kernel knows as wrong is left to it.
Result<std::int64_t> descriptorOf(const Expr& expr, const Scope& scope, std::string_view what) {
    const auto fd = evaluateInt(expr, scope, what);
    if (fd && *fd >= firstOwnDescriptor)
        return failure(fmt::format("{} is {}, and descriptors from {} on are the lab's own", what,
                                   *fd, firstOwnDescriptor));
    return fd;
}

/// Fills in [2] for a buffer that is an address. A variable must be one that the call can fill.
Result<void> takeFilled(ResolvedCall& resolved, const Call& call, const Expr& buffer,
                        const Scope& scope, std::string_view what) {
    const auto pointer = pointerOf(buffer, scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (pointer->isAddress) {
        resolved.flags = rawAddress;
        resolved.args[2] = pointer->number();
        return {};
    }
    if (!filledVariable(call).empty()) return {};
    return failure(fmt::format("{} must be a variable or an address, not {}", what, print(buffer)));
}

Result<ResolvedCall> resolvePipes(const Call& call, const Scope& scope) {
    ResolvedCall resolved{call.id, 0, {}, {}};
    if (call.id == CallId::Pipe2) {
        const auto flags = evaluateInt(call.args[1], scope, "flags");
        if (!flags) return std::unexpected(flags.error());
        resolved.args[0] = *flags;
    }
    const auto taken = takeFilled(resolved, call, call.args[0], scope, "pipefd");
    if (!taken) return std::unexpected(taken.error());
    return resolved;
}

Result<ResolvedCall> resolveRead(const Call& call, const Scope& scope) {
    const auto fd = descriptorOf(call.args[0], scope, "fd");
    if (!fd) return std::unexpected(fd.error());
    const auto count = evaluateNumber(call.args[2], scope, "count");
    if (!count) return std::unexpected(count.error());
    ResolvedCall resolved{call.id, 0, {*fd, *count}, {}};
    if (auto taken = takeFilled(resolved, call, call.args[1], scope, "buf"); !taken)
        return std::unexpected(taken.error());
    if ((resolved.flags & rawAddress) != 0) return resolved;
    if (auto fits = checkCount(*count, "count"); !fits) return std::unexpected(fits.error());
    return resolved;
}

Result<ResolvedCall> resolveWrite(const Call& call, const Scope& scope) {
    const auto fd = descriptorOf(call.args[0], scope, "fd");
    if (!fd) return std::unexpected(fd.error());
    const auto count = evaluateNumber(call.args[2], scope, "count");
    if (!count) return std::unexpected(count.error());
    ResolvedCall resolved{call.id, 0, {*fd, *count}, {}};
    const auto pointer = pointerOf(call.args[1], scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (pointer->isAddress) {
        resolved.flags = rawAddress;
        resolved.args[2] = pointer->number();
        return resolved;
    }
    auto bytes = evaluateBytes(*pointer->operand, *count, scope, "buf");
    if (!bytes) return std::unexpected(bytes.error());
    resolved.data = std::move(*bytes);
    return resolved;
}

Result<ResolvedCall> resolveDup(const Call& call, const Scope& scope) {
    ResolvedCall resolved{call.id, 0, {}, {}};
    constexpr std::string_view names[] = {"oldfd", "newfd"};
    for (std::size_t i = 0; i < call.args.size(); ++i) {
        const auto fd =
            descriptorOf(call.args[i], scope, call.id == CallId::Close ? "fd" : names[i]);
        if (!fd) return std::unexpected(fd.error());
        resolved.args[i] = *fd;
    }
    return resolved;
}

/// Commands that fcntl(2) knows and the catalogue does not: some of them signal other processes or
/// take a pointer. Numbers that mean nothing are left to the kernel.
bool isUnlisted(std::int64_t command) {
    for (const Constant& each : entryOf(CallId::Fcntl).parameters[1].constants)
        if (each.value == command) return false;
    constexpr std::int64_t lastCommon = 63;
    constexpr std::int64_t firstOfLinux = F_SETLEASE;
    constexpr std::int64_t lastOfLinux = firstOfLinux + 99;
    return (command >= 0 && command <= lastCommon) ||
           (command >= firstOfLinux && command <= lastOfLinux);
}

Result<ResolvedCall> resolveFcntl(const Call& call, const Scope& scope) {
    const auto fd = descriptorOf(call.args[0], scope, "fd");
    if (!fd) return std::unexpected(fd.error());
    const auto command = evaluateInt(call.args[1], scope, "cmd");
    if (!command) return std::unexpected(command.error());
    if (isUnlisted(*command))
        return failure(fmt::format("the lab makes no fcntl with the command {}", *command));
    ResolvedCall resolved{call.id, 0, {*fd, *command}, {}};
    if (call.args.size() < 3) return resolved;
    const auto argument = *command == F_DUPFD ? descriptorOf(call.args[2], scope, "arg")
                                              : evaluateInt(call.args[2], scope, "arg");
    if (!argument) return std::unexpected(argument.error());
    resolved.args[2] = *argument;
    return resolved;
}

Result<ResolvedCall> resolveSeek(const Call& call, const Scope& scope) {
    const auto fd = descriptorOf(call.args[0], scope, "fd");
    if (!fd) return std::unexpected(fd.error());
    const auto offset = evaluateNumber(call.args[1], scope, "offset");
    if (!offset) return std::unexpected(offset.error());
    const auto whence = evaluateInt(call.args[2], scope, "whence");
    if (!whence) return std::unexpected(whence.error());
    return ResolvedCall{call.id, 0, {*fd, *offset, *whence}, {}};
}

} // namespace

Result<ResolvedCall> resolvePipe(const Call& call, const Scope& scope) {
    switch (call.id) {
    case CallId::Pipe:
    case CallId::Pipe2:
        return resolvePipes(call, scope);
    case CallId::Read:
        return resolveRead(call, scope);
    case CallId::Write:
        return resolveWrite(call, scope);
    case CallId::Fcntl:
        return resolveFcntl(call, scope);
    case CallId::Lseek:
        return resolveSeek(call, scope);
    default:
        return resolveDup(call, scope); // close, dup, dup2
    }
}

} // namespace ipclab
