// What a line stores: assignments, declarations, and what a call's result becomes.
#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/expr.h"
#include "engine/call/member.h"
#include "engine/call/stored.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// `n = p` keeps what n points at, as C does, unless the line says otherwise with a cast.
Value withWidthOf(const Value* before, Value value) {
    const auto* old = before ? std::get_if<Address>(before) : nullptr;
    auto* address = std::get_if<Address>(&value);
    if (old && address) {
        address->width = old->width;
        address->isSigned = old->isSigned;
    }
    return value;
}

const Value* heldBy(std::string_view target, const Scope& scope) {
    return scope.variable ? scope.variable(target) : nullptr;
}

bool isArray(const Value* held) {
    return held && (std::holds_alternative<IntArray>(*held) || textOf(*held));
}

bool isArray(const Expr& place, const Scope& scope) {
    return place.kind == Expr::Kind::Index && place.parts[0].kind == Expr::Kind::Name &&
           isArray(heldBy(place.parts[0].text, scope));
}

} // namespace

Result<Value> evaluate(const Action& action, const Scope& scope) {
    if (action.call) return failure("a call has no value before it is made");
    if (!action.value) return initialValue(action.type);
    auto value = evaluate(*action.value, scope);
    if (!value) return value;
    if (!action.type.empty()) return converted(*value, action.type);
    if (action.value->kind == Expr::Kind::Cast) return value;
    return withWidthOf(heldBy(action.target, scope), std::move(*value));
}

Value storedResult(const Action& action, const Value* before, std::int64_t result) {
    const std::string& type = action.type.empty() ? action.cast : action.type;
    const bool isPointer =
        action.call && entryOf(action.call->id).result == ResultKind::AddressResult;
    Value value = result;
    if (isPointer) value = Address{.at = static_cast<std::uint64_t>(result)};
    if (type.empty()) return isPointer ? withWidthOf(before, value) : value;
    auto kept = converted(value, type);
    return kept ? *kept : value;
}

std::optional<std::int64_t> resultOf(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* address = std::get_if<Address>(&value))
        return static_cast<std::int64_t>(address->at);
    return {};
}

void settleArray(Action& action) {
    const bool isMemory =
        action.call && (action.call->id == CallId::Load || action.call->id == CallId::Store);
    if (!isMemory) return;
    Call& call = *action.call;
    Expr place = std::move(call.args[0]);
    if (call.id == CallId::Load) {
        action.value = std::move(place);
        if (!action.cast.empty()) {
            action.value = parent(Expr::Kind::Cast, std::move(*action.value));
            action.value->text = std::exchange(action.cast, {});
        }
        action.call.reset();
        return;
    }
    action.target = print(place);
    Expr value = std::move(call.args[1]);
    const char operation = call.operation;
    action.call.reset();
    if (operation == '-') value = parent(Expr::Kind::Negative, std::move(value));
    if (operation != '=') {
        Expr all = parent(operation == '|' ? Expr::Kind::Or : Expr::Kind::Sum, std::move(place));
        all.parts.push_back(std::move(value));
        value = std::move(all);
    }
    action.value = std::move(value);
}

bool isSettled(const Action& action) {
    if (action.call || !action.value) return false;
    const Expr& value = withoutCasts(*action.value);
    return action.target.contains('[') || value.kind == Expr::Kind::Index;
}

namespace {

bool canSettle(const Call& call) {
    if (call.args.empty()) return false;
    const Expr& place = call.args[0];
    if (call.id == CallId::Load) return true;
    return call.id == CallId::Store && call.args.size() == 2 &&
           std::string_view("=+-|").contains(call.operation) && place.kind == Expr::Kind::Index &&
           place.parts[1].kind == Expr::Kind::Number && place.parts[1].number >= 0;
}

} // namespace

Result<void> settle(Statement& statement, const Scope& scope) {
    for (Action& action : statement.actions) {
        if (!action.call) continue;
        if (canSettle(*action.call)) {
            if (isArray(action.call->args[0], scope)) settleArray(action);
            continue;
        }
        const Target target = splitTarget(action.target);
        if (target.member.starts_with('[') && !isArray(heldBy(target.variable, scope)))
            return failure(fmt::format("{0} is no array of this process; a call's result is stored "
                                       "in a variable first: n = …, then {1} = n",
                                       target.variable, action.target));
    }
    return {};
}

} // namespace ipclab
