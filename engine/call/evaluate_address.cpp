#include "engine/call/evaluate.h"
#include "engine/call/evaluate_parts.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

const Expr& withoutSign(const Expr& expr) {
    return expr.kind == Expr::Kind::Negative && !expr.parts.empty() ? expr.parts[0] : expr;
}

/// One part of a sum: a number with its sign, or a pointer.
struct Term {
    std::int64_t number = 0;
    std::optional<Address> address;
    bool isNegative = false; ///< of a pointer: p - q
};

Result<Term> termOf(const Expr& part, const Scope& scope) {
    const Expr& unsignedPart = withoutSign(part);
    const auto value = evaluate(unsignedPart, scope);
    if (!value) return std::unexpected(value.error());
    Term term;
    term.isNegative = &unsignedPart != &part;
    if (const auto* address = std::get_if<Address>(&*value)) {
        term.address = *address;
        return term;
    }
    const auto number = evaluateNumber(part, scope, print(part));
    if (!number) return std::unexpected(number.error());
    term.number = *number;
    return term;
}

/// Pointers wrap around, as addresses do.
Address moved(Address address, std::int64_t items) {
    address.at += static_cast<std::uint64_t>(items) * address.width;
    return address;
}

/// The next part of a sum that holds a pointer already.
Result<Value> added(const Address& sum, const Term& term, const Expr& part) {
    if (!term.address) return moved(sum, term.number);
    if (!term.isNegative) return failure("two pointers cannot be added");
    if (sum.width != term.address->width)
        return failure(fmt::format("{} points at something of another size", print(part.parts[0])));
    return static_cast<std::int64_t>(sum.at - term.address->at) / sum.width;
}

Result<std::int64_t> indexOf(const Expr& expr, const Scope& scope) {
    return evaluateNumber(expr.parts[1], scope, "the index");
}

/// The byte of a text; the one behind the last is the NUL that ends it.
Result<Value> byteOf(const Expr& expr, const std::string& text, std::int64_t index) {
    if (index < 0 || static_cast<std::uint64_t>(index) > text.size())
        return failure(fmt::format("{} lies outside: {} has {} bytes", print(expr),
                                   print(expr.parts[0]), text.size()));
    const auto place = static_cast<std::size_t>(index);
    return std::int64_t{place < text.size() ? static_cast<signed char>(text[place]) : 0};
}

} // namespace

Result<Value> evaluateSum(const Expr& expr, const Scope& scope) {
    Value sum = std::int64_t{0};
    for (const Expr& part : expr.parts) {
        const auto term = termOf(part, scope);
        if (!term) return std::unexpected(term.error());
        if (const auto* address = std::get_if<Address>(&sum)) {
            auto next = added(*address, *term, part);
            if (!next) return next;
            sum = std::move(*next);
            continue;
        }
        auto& number = std::get<std::int64_t>(sum);
        if (term->address && term->isNegative)
            return failure("a pointer cannot be taken from a number");
        if (term->address)
            sum = moved(*term->address, number);
        else if (__builtin_add_overflow(number, term->number, &number))
            return failure(fmt::format("{} does not fit into 64 bits", print(expr)));
    }
    return sum;
}

Result<Value> evaluateAddressOf(const Expr& expr, const Scope& scope) {
    const auto pointer = pointerOf(expr, scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (pointer->isAddress) return pointer->address;
    return evaluate(expr.parts[0], scope);
}

Result<Value> evaluateIndex(const Expr& expr, const Scope& scope) {
    const auto base = evaluate(expr.parts[0], scope);
    if (!base) return base;
    if (std::holds_alternative<Address>(*base))
        return failure(fmt::format("{0} is memory of the process; load it into a variable first: "
                                   "n = {0}",
                                   print(expr)));
    const auto index = indexOf(expr, scope);
    if (!index) return std::unexpected(index.error());
    if (const std::string* text = textOf(*base)) return byteOf(expr, *text, *index);
    const auto* array = std::get_if<IntArray>(&*base);
    if (!array)
        return failure(fmt::format("{} is no array and no pointer: it is {}", print(expr.parts[0]),
                                   print(*base)));
    if (*index < 0 || static_cast<std::uint64_t>(*index) >= array->items.size())
        return failure(fmt::format("{} lies outside: {} has {} items", print(expr),
                                   print(expr.parts[0]), array->items.size()));
    return array->items[static_cast<std::size_t>(*index)];
}

} // namespace ipclab
