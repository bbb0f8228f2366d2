#include "engine/call/evaluate.h"
#include "engine/call/evaluate_parts.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"
#include "engine/call/types.h"
#include "engine/call/words.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

std::int64_t sizeOfType(std::string_view name) {
    const auto type = writtenType(name);
    return type ? static_cast<std::int64_t>(type->size()) : 0;
}

std::int64_t sizeOfValue(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return static_cast<std::int64_t>(text->size()) + 1;
    if (const auto* array = std::get_if<CharArray>(&value))
        return static_cast<std::int64_t>(array->bytes.size());
    if (const auto* array = std::get_if<IntArray>(&value))
        return static_cast<std::int64_t>(array->items.size() * sizeof(int));
    if (const auto* message = std::get_if<MessageBuffer>(&value))
        return static_cast<std::int64_t>(sizeof(long) + message->mtext.size());
    if (std::holds_alternative<Address>(value)) return sizeof(void*);
    if (std::holds_alternative<QueueStat>(value)) return sizeOfType("struct msqid_ds");
    if (std::holds_alternative<SegmentStat>(value)) return sizeOfType("struct shmid_ds");
    return sizeof(int);
}

/// (char[64])"text": the text and zero bytes behind it; (char[])"text" has one of them.
Result<Value> asArray(const Value& value, const WrittenType& type) {
    if (type.base.size == 1) {
        const std::string* text = textOf(value);
        if (!text)
            return failure(fmt::format("an array of char holds a text, not {}", print(value)));
        CharArray array{*text};
        array.bytes.resize(type.items > 0 ? type.items : text->size() + 1);
        return array;
    }
    IntArray array;
    if (const auto* items = std::get_if<IntArray>(&value)) array = *items;
    // {3} alone reads as a message without text.
    else if (const auto* message = std::get_if<MessageBuffer>(&value);
             message && message->mtext.empty())
        array.items.push_back(message->mtype);
    else
        return failure(fmt::format("an array holds numbers, as in {{3, 4}}, not {}", print(value)));
    if (type.items > 0) array.items.resize(type.items);
    for (std::int64_t& item : array.items)
        item = narrowed(item, type.base);
    return array;
}

} // namespace

Result<Value> evaluateSizeof(const Expr& expr, const Scope& scope) {
    const Expr& of = expr.parts[0];
    if (of.kind == Expr::Kind::Name)
        if (const auto type = writtenType(of.text)) return static_cast<std::int64_t>(type->size());
    if (isPlace(of) && !evaluate(of, scope))
        if (const auto place = placeOf(of, scope)) return std::int64_t{place->width};
    if (of.kind == Expr::Kind::Cast)
        if (const auto type = writtenType(of.text)) return static_cast<std::int64_t>(type->size());
    const auto value = evaluate(of, scope);
    if (!value) return value;
    // An array has no room for a NUL that was not stored in it.
    if (of.kind == Expr::Kind::Member && of.text == "mtext") return sizeOfValue(*value) - 1;
    if (of.kind == Expr::Kind::Member && of.text == "mtype")
        return static_cast<std::int64_t>(sizeof(long));
    return sizeOfValue(*value);
}

Result<Value> converted(const Value& value, std::string_view typeName) {
    const auto type = writtenType(typeName);
    if (!type) return value;
    if (type->isArray) return asArray(value, *type);
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* address = std::get_if<Address>(&value);
    if (type->isPointer() && (number || address)) {
        const std::uint64_t at = address ? address->at : static_cast<std::uint64_t>(*number);
        return Address{at, type->width(), type->pointsAtSigned()};
    }
    if (!type->isNumber()) return value;
    if (number) return narrowed(*number, type->base);
    if (address) return narrowed(static_cast<std::int64_t>(address->at), type->base);
    return value;
}

Result<Value> evaluateCast(const Expr& expr, const Scope& scope) {
    const auto value = evaluate(expr.parts[0], scope);
    if (!value) return value;
    return converted(*value, expr.text);
}

Value initialValue(std::string_view typeName) {
    const auto type = writtenType(typeName);
    if (!type) return std::int64_t{0};
    if (type->isArray && type->base.size == 1) return CharArray{std::string(type->items, '\0')};
    if (type->isArray) return IntArray{std::vector<std::int64_t>(type->items)};
    if (type->isPointer()) return Address{0, type->width(), type->pointsAtSigned()};
    if (type->base.name == "struct msgbuf") return MessageBuffer{};
    if (type->base.name == "struct msqid_ds") return QueueStat{};
    if (type->base.name == "struct shmid_ds") return SegmentStat{};
    return std::int64_t{0};
}

} // namespace ipclab
