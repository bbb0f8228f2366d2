#include "engine/call/evaluate.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate_parts.h"
#include "engine/call/function.h"
#include "engine/call/member.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace ipclab {

namespace {

Result<Value> evaluateName(const Expr& expr, const Scope& scope) {
    if (const Constant* constant = constantNamed(expr.text)) return constant->value;
    if (scope.variable)
        if (const Value* value = scope.variable(expr.text)) return *value;
    if (scope.pid)
        if (const std::int64_t pid = scope.pid(expr.text); pid > 0) return pid;
    return failure(fmt::format("{} has no value in this process: first make the call here that "
                               "gives it one",
                               expr.text));
}

/// "x" * 8192, the lab's own short way to write a long text.
Result<Value> repeatedText(std::string_view text, const Expr& product, const Scope& scope) {
    Expr factor = product;
    factor.parts.erase(factor.parts.begin());
    const auto times = evaluateChain(factor, scope);
    if (!times) return std::unexpected(times.error());
    if (*times < 0) return failure(fmt::format("a text cannot be repeated {} times", *times));
    if (!text.empty() && static_cast<std::uint64_t>(*times) > maxTextBytes / text.size())
        return failure(
            fmt::format("a text has at most {} bytes in the lab (maxTextBytes)", maxTextBytes));
    std::string all;
    if (!text.empty())
        for (std::int64_t i = 0; i < *times; ++i)
            all += text;
    return all;
}

Result<Value> evaluateProduct(const Expr& expr, const Scope& scope) {
    auto first = evaluate(expr.parts[0], scope);
    if (!first) return first;
    if (const std::string* text = textOf(*first)) return repeatedText(*text, expr, scope);
    return evaluateChain(expr, scope);
}

/// {3, 4}: what pipe(fd) leaves in fd.
Result<Value> evaluateNumbers(const Expr& expr, const Scope& scope) {
    IntArray array;
    for (const Expr& part : expr.parts) {
        const auto number = evaluateNumber(part, scope, print(part));
        if (!number) return std::unexpected(number.error());
        array.items.push_back(*number);
    }
    return array;
}

/// {type, "text"} is a message; {type} is one without text. Several numbers are an array.
Result<Value> evaluateList(const Expr& expr, const Scope& scope) {
    if (expr.parts.size() > 2) return evaluateNumbers(expr, scope);
    if (expr.parts.empty())
        return failure(fmt::format("{} is not a message {{type, \"text\"}}", print(expr)));
    MessageBuffer message;
    const auto type = evaluateNumber(expr.parts[0], scope, "the type of a message");
    if (!type) return std::unexpected(type.error());
    message.mtype = *type;
    if (expr.parts.size() == 1) return message;
    const auto second = evaluate(expr.parts[1], scope);
    if (!second) return second;
    if (std::holds_alternative<std::int64_t>(*second)) return evaluateNumbers(expr, scope);
    const std::string* text = textOf(*second);
    if (!text)
        return failure(fmt::format("the text of a message is a string, not {}", print(*second)));
    message.mtext = *text;
    return message;
}

Result<Value> evaluateMember(const Expr& expr, const Scope& scope) {
    const auto value = evaluate(expr.parts[0], scope);
    if (!value) return value;
    return memberOf(*value, expr.text);
}

Result<Value> evaluateFunction(const Expr& expr, const Scope& scope) {
    const NamedFunction* function = functionNamed(expr.text);
    if (!function) return failure(fmt::format("{} is no function of the lab", expr.text));
    const auto argument = evaluate(expr.parts[0], scope);
    if (!argument) return argument;
    return function->apply(*argument);
}

Result<Value> evaluateSign(const Expr& expr, const Scope& scope) {
    const auto number = evaluateNumber(expr.parts[0], scope, print(expr.parts[0]));
    if (!number) return std::unexpected(number.error());
    if (expr.kind == Expr::Kind::Complement) return ~*number;
    if (*number == std::numeric_limits<std::int64_t>::min())
        return failure(fmt::format("{} does not fit into 64 bits", print(expr)));
    return -*number;
}

/// Whether the expression has the parts that its kind needs; the parser makes no other.
bool isWhole(const Expr& expr) {
    switch (expr.kind) {
    case Expr::Kind::Number:
    case Expr::Kind::Name:
    case Expr::Kind::String:
    case Expr::Kind::Null:
    case Expr::Kind::List:
        return true;
    case Expr::Kind::Fields:
        return expr.names.size() == expr.parts.size();
    case Expr::Kind::Index:
        return expr.parts.size() == 2;
    default:
        return !expr.parts.empty();
    }
}

/// A user's name counts where an owner is set.
Result<Value> evaluateOwner(std::string_view path, const Expr& expr, const Scope& scope) {
    const std::string_view last = path.substr(path.find('.') + 1);
    const bool isUid = path.contains('.') && (last == "uid" || last == "cuid");
    const bool isGid = path.contains('.') && (last == "gid" || last == "cgid");
    const auto& find = isGid ? scope.gid : scope.uid;
    if (expr.kind == Expr::Kind::Name && (isUid || isGid) && find) {
        if (const std::int64_t id = find(expr.text); id >= 0) return id;
    }
    return evaluate(expr, scope);
}

} // namespace

Result<std::int64_t> evaluateChain(const Expr& expr, const Scope& scope) {
    std::int64_t all = expr.kind == Expr::Kind::Product ? 1 : 0;
    for (const Expr& part : expr.parts) {
        const auto number = evaluateNumber(part, scope, print(part));
        if (!number) return number;
        if (expr.kind == Expr::Kind::Or)
            all |= *number;
        else if (__builtin_mul_overflow(all, *number, &all))
            return failure(fmt::format("{} does not fit into 64 bits", print(expr)));
    }
    return all;
}

Result<Value> evaluate(const Expr& expr, const Scope& scope) {
    if (!isWhole(expr)) return failure("an incomplete expression");
    switch (expr.kind) {
    case Expr::Kind::Number:
        return expr.number;
    case Expr::Kind::Name:
        return evaluateName(expr, scope);
    case Expr::Kind::String:
        return expr.text;
    case Expr::Kind::Null:
        return std::int64_t{0};
    case Expr::Kind::Or:
        return evaluateChain(expr, scope);
    case Expr::Kind::Sum:
        return evaluateSum(expr, scope);
    case Expr::Kind::Product:
        return evaluateProduct(expr, scope);
    case Expr::Kind::Negative:
    case Expr::Kind::Complement:
        return evaluateSign(expr, scope);
    case Expr::Kind::AddressOf:
        return evaluateAddressOf(expr, scope);
    case Expr::Kind::Sizeof:
        return evaluateSizeof(expr, scope);
    case Expr::Kind::List:
        return evaluateList(expr, scope);
    case Expr::Kind::Fields:
        return evaluateFields(expr, structOf(expr), scope);
    case Expr::Kind::Cast:
        return evaluateCast(expr, scope);
    case Expr::Kind::Member:
        return evaluateMember(expr, scope);
    case Expr::Kind::Index:
        return evaluateIndex(expr, scope);
    case Expr::Kind::Deref:
        return failure(fmt::format("{0} is memory of the process; load it into a variable first: "
                                   "n = {0}",
                                   print(expr)));
    case Expr::Kind::Function:
        return evaluateFunction(expr, scope);
    }
    return failure("an unknown expression");
}

Result<std::int64_t> evaluateNumber(const Expr& expr, const Scope& scope, std::string_view what) {
    const auto value = evaluate(expr, scope);
    if (!value) return std::unexpected(value.error());
    if (const auto* number = std::get_if<std::int64_t>(&*value)) return *number;
    return failure(fmt::format("{} must be a number, not {}", what, print(*value)));
}

Result<std::int64_t> evaluateInt(const Expr& expr, const Scope& scope, std::string_view what) {
    const auto number = evaluateNumber(expr, scope, what);
    if (!number) return number;
    if (*number < std::numeric_limits<std::int32_t>::min() ||
        *number > std::numeric_limits<std::uint32_t>::max())
        return failure(fmt::format("{} is {}, which does not fit into 32 bits", what, *number));
    return static_cast<std::int32_t>(*number);
}

const Expr& withoutCasts(const Expr& expr) {
    const Expr* inner = &expr;
    while (inner->kind == Expr::Kind::Cast && !inner->parts.empty())
        inner = &inner->parts[0];
    return *inner;
}

const Expr& pointee(const Expr& expr) {
    const Expr& pointer = withoutCasts(expr);
    const bool isAddress = pointer.kind == Expr::Kind::AddressOf && !pointer.parts.empty();
    return isAddress ? withoutCasts(pointer.parts[0]) : pointer;
}

Result<Value> evaluateFields(const Expr& fields, Value base, const Scope& scope) {
    for (std::size_t i = 0; i < std::min(fields.parts.size(), fields.names.size()); ++i) {
        const auto value = evaluateOwner(fields.names[i], fields.parts[i], scope);
        if (!value) return value;
        auto next = assigned(&base, "it." + fields.names[i], *value);
        if (!next) return next;
        base = std::move(*next);
    }
    return base;
}

} // namespace ipclab
