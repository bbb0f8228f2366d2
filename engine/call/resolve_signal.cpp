#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/resolve.h"

#include <csignal>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// The lab signals nobody but its own processes, so a number counts only if it is one of theirs.
Result<std::int64_t> processOfLab(const Expr& written, const Scope& scope) {
    const Expr& expr = withoutCasts(written);
    if (expr.kind == Expr::Kind::Name && scope.pid) {
        const bool isVariable = scope.variable && scope.variable(expr.text);
        if (const std::int64_t pid = scope.pid(expr.text); pid > 0 && !isVariable) return pid;
    }
    const auto pid = evaluateInt(expr, scope, "pid");
    if (!pid && expr.kind == Expr::Kind::Name)
        return failure(fmt::format("{} is no live process of this lab", expr.text));
    if (!pid) return pid;
    if (*pid <= 0)
        return failure(fmt::format("kill with pid {} would signal many processes at once, also "
                                   "outside the lab; name one process, as in kill(B, SIGUSR1)",
                                   *pid));
    if (!scope.isProcess || !scope.isProcess(*pid))
        return failure(fmt::format("pid {} is no process of this lab, and the lab signals no "
                                   "other; name one, as in kill(B, SIGUSR1)",
                                   *pid));
    return pid;
}

Result<ResolvedCall> resolveKill(const Call& call, const Scope& scope) {
    const auto pid = processOfLab(call.args[0], scope);
    if (!pid) return std::unexpected(pid.error());
    const auto signal = evaluateInt(call.args[1], scope, "sig");
    if (!signal) return std::unexpected(signal.error());
    return ResolvedCall{call.id, 0, {*pid, *signal}, {}};
}

/// The two halves of {handler, SA_RESTART} or {.sa_handler = …, .sa_flags = …}.
struct Halves {
    const Expr* disposition = nullptr;
    const Expr* flags = nullptr;
};

Result<Halves> halvesOf(const Expr& written) {
    const Expr& expr = pointee(written);
    Halves halves;
    const std::size_t parts = expr.parts.size();
    if (expr.kind == Expr::Kind::List && parts >= 1 && parts <= 2) {
        halves.disposition = &expr.parts[0];
        if (parts == 2) halves.flags = &expr.parts[1];
    } else if (expr.kind == Expr::Kind::Fields) {
        for (std::size_t i = 0; i < parts; ++i) {
            if (expr.names[i] == "sa_handler")
                halves.disposition = &expr.parts[i];
            else if (expr.names[i] == "sa_flags")
                halves.flags = &expr.parts[i];
            else
                return failure(fmt::format("the lab does not set {}", expr.names[i]));
        }
    }
    if (!halves.disposition)
        return failure(fmt::format("act must be written in place, as {{handler, SA_RESTART}} or "
                                   "{{SIG_IGN, 0}}, not {}",
                                   print(written)));
    return halves;
}

Result<ResolvedCall> resolveSigaction(const Call& call, const Scope& scope) {
    const auto signal = evaluateInt(call.args[0], scope, "signum");
    if (!signal) return std::unexpected(signal.error());
    const auto halves = halvesOf(call.args[1]);
    if (!halves) return std::unexpected(halves.error());
    const auto disposition = evaluateInt(*halves->disposition, scope, "sa_handler");
    if (!disposition) return std::unexpected(disposition.error());
    if (*disposition < 0 || *disposition > 2)
        return failure("sa_handler must be handler, SIG_IGN or SIG_DFL");
    std::int64_t flags = 0;
    if (halves->flags) {
        const auto written = evaluateInt(*halves->flags, scope, "sa_flags");
        if (!written) return std::unexpected(written.error());
        flags = *written;
    }
    constexpr std::int64_t allowed = SA_RESTART | SA_NODEFER | SA_RESETHAND;
    if ((static_cast<std::uint32_t>(flags) & ~static_cast<std::uint32_t>(allowed)) != 0)
        return failure("sa_flags may hold SA_RESTART, SA_NODEFER and SA_RESETHAND");
    const auto old = evaluateNumber(call.args[2], scope, "oldact");
    if (!old || *old != 0) return failure("oldact must be NULL");
    return ResolvedCall{call.id, 0, {*signal, *disposition, static_cast<std::uint32_t>(flags)}, {}};
}

} // namespace

Result<ResolvedCall> resolveSignal(const Call& call, const Scope& scope) {
    return call.id == CallId::Kill ? resolveKill(call, scope) : resolveSigaction(call, scope);
}

} // namespace ipclab
