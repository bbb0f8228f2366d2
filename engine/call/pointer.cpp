#include "engine/call/pointer.h"

#include "engine/call/evaluate.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// What a value is as a pointer; nothing for a text, a struct or an array.
std::optional<Address> asAddress(const Value& value) {
    if (const auto* address = std::get_if<Address>(&value)) return *address;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return Address{static_cast<std::uint64_t>(*number)};
    return std::nullopt;
}

Result<Pointer> evaluated(const Expr& expr, const Scope& scope) {
    const auto value = evaluate(expr, scope);
    if (!value) return std::unexpected(value.error());
    if (const auto address = asAddress(*value)) return Pointer{true, *address, nullptr};
    return Pointer{false, {}, &withoutCasts(expr)};
}

/// Whether p[3] is memory: p is a pointer, and no array or text of the process.
bool isMemory(const Expr& place, const Scope& scope) {
    if (place.kind == Expr::Kind::Deref) return true;
    const auto base = evaluate(place.parts[0], scope);
    return base && asAddress(*base);
}

} // namespace

bool isPlace(const Expr& expr) {
    return (expr.kind == Expr::Kind::Deref && !expr.parts.empty()) ||
           (expr.kind == Expr::Kind::Index && expr.parts.size() == 2);
}

Result<Pointer> pointerOf(const Expr& written, const Scope& scope) {
    const Expr& expr = withoutCasts(written);
    if (expr.kind == Expr::Kind::AddressOf && !expr.parts.empty()) {
        const Expr& operand = withoutCasts(expr.parts[0]);
        if (!isPlace(operand) || !isMemory(operand, scope)) return Pointer{false, {}, &operand};
        const auto place = placeOf(operand, scope);
        if (!place) return std::unexpected(place.error());
        return Pointer{true, *place, nullptr};
    }
    if (expr.kind == Expr::Kind::List || expr.kind == Expr::Kind::Fields)
        return Pointer{false, {}, &expr};
    if (expr.kind == Expr::Kind::Name) {
        const Value* held = scope.variable ? scope.variable(expr.text) : nullptr;
        if (!held || !asAddress(*held)) return Pointer{false, {}, &expr};
    }
    // With its casts: they say what it points at.
    return evaluated(written, scope);
}

Result<Address> addressOf(const Expr& written, const Scope& scope, std::string_view what) {
    const auto pointer = pointerOf(written, scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (pointer->isAddress) return pointer->address;
    if (const auto value = evaluate(*pointer->operand, scope); !value)
        return std::unexpected(value.error());
    return failure(fmt::format("{} must be an address, such as what shmat returned, not {}", what,
                               print(written)));
}

Result<Address> placeOf(const Expr& place, const Scope& scope) {
    if (!isPlace(place))
        return failure(fmt::format("{} is no place in memory; *p and p[3] are", print(place)));
    auto base = addressOf(place.parts[0], scope, print(place.parts[0]));
    if (!base || place.kind == Expr::Kind::Deref) return base;
    const auto index = evaluateNumber(place.parts[1], scope, "an index");
    if (!index) return std::unexpected(index.error());
    // Wraps around as the processor does.
    base->at += static_cast<std::uint64_t>(*index) * base->width;
    return base;
}

Result<Address> numberPlaceOf(const Expr& written, const Scope& scope) {
    const auto place = placeOf(withoutCasts(written), scope);
    return place ? asNumber(*place, written) : place;
}

Result<Address> asNumber(const Address& place, const Expr& written) {
    if (place.width == 1 || place.width == 2 || place.width == 4 || place.width == 8) return place;
    return failure(fmt::format("{} is no number: it has {} bytes; a cast such as (int *) says how "
                               "many to take",
                               print(written), place.width));
}

} // namespace ipclab
