#include "engine/call/room.h"

#include "engine/call/bytes.h"
#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/pointer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace ipclab {

namespace {

const Value* heldBy(std::string_view name, const Scope& scope) {
    return name.empty() || !scope.variable ? nullptr : scope.variable(name);
}

/// How many items an array has; nothing for what is none.
std::optional<std::size_t> itemsOf(const Value* held) {
    if (!held) return {};
    if (const auto* numbers = std::get_if<IntArray>(held)) return numbers->items.size();
    if (const auto* bytes = std::get_if<CharArray>(held)) return bytes->bytes.size();
    return {};
}

Result<void> checkItem(std::string_view written, const Scope& scope) {
    const Target target = splitTarget(written);
    const auto items = itemsOf(heldBy(target.variable, scope));
    if (!items || !target.member.starts_with('[')) return {};
    const std::string_view digits = target.member.substr(1);
    std::size_t item = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), item);
    if (parsed.ec != std::errc() || item < *items) return {};
    return failure(fmt::format("{} has {} items, counted from 0, so there is no {}",
                               target.variable, *items, written));
}

/// A text that is copied, with its NUL; 0 where it comes out of memory, or is not known yet.
std::int64_t textBytes(const Expr& source, const Scope& scope) {
    const auto pointer = pointerOf(source, scope);
    if (!pointer || pointer->isAddress) return 0;
    const auto text = evaluateText(*pointer->operand, scope, "src");
    if (!text) return 0;
    return static_cast<std::int64_t>(std::min(text->find('\0'), text->size())) + 1;
}

/// The bytes that a call writes into an array as far as is known before it is made; 0: any.
Result<std::int64_t> bytesWritten(const Call& call, const Scope& scope) {
    constexpr std::int64_t twoDescriptors = 2 * sizeof(int);
    if (call.id == CallId::Pipe || call.id == CallId::Pipe2) return twoDescriptors;
    if (call.id == CallId::Read) return evaluateNumber(call.args[2], scope, "count");
    if (call.id == CallId::Strcpy) return textBytes(call.args[1], scope);
    if (call.id == CallId::Memcpy || call.id == CallId::Memset)
        return evaluateNumber(call.args[2], scope, "n");
    return 0;
}

Result<void> checkFilled(const Call& call, const Scope& scope) {
    const std::string_view name = filledVariable(call);
    const Value* held = heldBy(name, scope);
    const auto items = itemsOf(held);
    if (!items) return {};
    const auto bytes = bytesWritten(call, scope);
    if (!bytes) return std::unexpected(bytes.error());
    const std::size_t width = std::holds_alternative<IntArray>(*held) ? sizeof(int) : 1;
    const auto room = static_cast<std::int64_t>(*items * width);
    if (*bytes <= room) return {};
    return failure(fmt::format("{} has room for {} bytes, and {} may write {}: in C the rest would "
                               "overwrite what lies behind it",
                               name, room, entryOf(call.id).name, *bytes));
}

} // namespace

Result<void> checkRoom(const Action& action, const Scope& scope) {
    if (auto checked = checkItem(action.target, scope); !checked) return checked;
    return action.call ? checkFilled(*action.call, scope) : Result<void>();
}

} // namespace ipclab
