#include "engine/call/foreseen.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

using KnownOf = std::function<Foreknown(std::string_view name)>;

/// Whether the argument's value needs no variable and no process.
bool isConstant(const Expr& expr) {
    if (expr.kind == Expr::Kind::Name) return constantNamed(expr.text) != nullptr;
    return std::ranges::all_of(expr.parts, isConstant);
}

/// A buffer or an array by its name alone: it is there, whatever it holds.
bool isArray(const Expr& argument, ParameterKind kind, const KnownOf& known) {
    const Expr& name = withoutCasts(argument);
    if (name.kind != Expr::Kind::Name || constantNamed(name.text)) return false;
    const Foreknown variable = known(name.text);
    if (kind == ParameterKind::BufferOut && !variable.isSet) return true; // the call makes it
    const bool takesArrays = kind == ParameterKind::BufferIn || kind == ParameterKind::BufferOut ||
                             kind == ParameterKind::AddressIn;
    return takesArrays && variable.array;
}

/// Something that every call accepts there, in place of what is not known yet.
Expr acceptable(ParameterKind kind) {
    Expr expr;
    switch (kind) {
    case ParameterKind::ProcessRef:
        expr.number = 1;
        return expr;
    case ParameterKind::Disposition:
        expr.kind = Expr::Kind::List;
        expr.parts.emplace_back(); // {0}: SIG_DFL
        return expr;
    case ParameterKind::LimitsIn:
        expr.kind = Expr::Kind::List;
        expr.parts.resize(2);
        return expr;
    case ParameterKind::Path:
        expr.kind = Expr::Kind::String;
        expr.text = "x";
        return expr;
    default:
        return expr; // 0, also as an address
    }
}

/// A world that refuses nothing: its queues and segments are all zeros.
Scope lenientScope(const KnownOf& known) {
    static const QueueStat queue;
    static const SegmentStat segment;
    Scope scope;
    scope.variable = [&known](std::string_view name) { return known(name).array; };
    scope.queue = [](std::int32_t) { return &queue; };
    scope.segment = [](std::int32_t) { return &segment; };
    scope.isProcess = [](std::int64_t) { return true; };
    return scope;
}

/// What these take depends on what their pointers and formats are.
bool dependsOnValues(CallId id) {
    return id == CallId::Printf || id == CallId::Load || id == CallId::Store ||
           id == CallId::AtomicAdd;
}

} // namespace

std::optional<SyntaxError> foreseenRefusal(const Call& call, const KnownOf& known) {
    const auto parameters = entryOf(call.id).parameters;
    if (dependsOnValues(call.id) || call.args.size() > parameters.size()) return {};
    const Scope scope = lenientScope(known);
    Call tried = call;
    std::vector<std::size_t> certain;
    for (std::size_t i = 0; i < call.args.size(); ++i) {
        if (isConstant(call.args[i]) || isArray(call.args[i], parameters[i].kind, known))
            certain.push_back(i);
        else
            tried.args[i] = acceptable(parameters[i].kind);
    }
    const auto resolved = resolve(tried, scope);
    if (resolved || certain.empty()) return {};
    // At fault is the argument without which it would be accepted.
    std::size_t fault = certain.front();
    for (const std::size_t i : certain) {
        const Expr written = std::exchange(tried.args[i], acceptable(parameters[i].kind));
        if (resolve(tried, scope)) fault = i;
        tried.args[i] = written;
    }
    return SyntaxError{call.args[fault].at, resolved.error().message()};
}

} // namespace ipclab
