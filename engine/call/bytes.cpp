#include "engine/call/bytes.h"

#include "engine/call/member.h"
#include "engine/call/words.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// The highest address of a process and more: with so many bytes the kernel does not even begin.
constexpr std::uint64_t addressSpace = std::uint64_t{1} << 47U;

bool isBeyondMemory(std::int64_t count) {
    return static_cast<std::uint64_t>(count) >= addressSpace;
}

template <class T> void append(std::string& bytes, T number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

/// A visitor over Value; nothing for what has no bytes that the lab knows.
struct Bytes {
    using Found = std::optional<std::string>;

    Found operator()(std::int64_t number) const {
        std::string bytes;
        append(bytes, number);
        return bytes;
    }
    Found operator()(const std::string& text) const { return text; }
    Found operator()(const MessageBuffer& message) const {
        std::string bytes;
        append(bytes, message.mtype);
        return bytes + message.mtext;
    }
    Found operator()(const IntArray& array) const {
        std::string bytes;
        for (const std::int64_t item : array.items)
            append(bytes, static_cast<std::int32_t>(item));
        return bytes;
    }
    Found operator()(const Address& address) const {
        std::string bytes;
        append(bytes, address.at);
        return bytes;
    }
    Found operator()(const CharArray& array) const { return array.bytes; }
    Found operator()(const QueueStat&) const { return std::nullopt; }
    Found operator()(const SegmentStat&) const { return std::nullopt; }
};

} // namespace

Result<std::string> evaluateBytes(const Expr& operand, const Scope& scope, std::string_view what) {
    const auto value = evaluate(operand, scope);
    if (!value) return std::unexpected(value.error());
    if (auto bytes = std::visit(Bytes{}, *value)) return std::move(*bytes);
    return failure(fmt::format("{} must be a text or a buffer, not {}", what, print(operand)));
}

Result<std::string> evaluateBytes(const Expr& operand, std::int64_t count, const Scope& scope,
                                  std::string_view what) {
    auto bytes = evaluateBytes(operand, scope, what);
    if (!bytes) return bytes;
    if (auto fits = checkCount(count, "the count of bytes"); !fits)
        return std::unexpected(fits.error());
    bytes->resize(isBeyondMemory(count) ? 0 : static_cast<std::size_t>(count));
    return bytes;
}

Result<std::string> evaluateText(const Expr& operand, const Scope& scope, std::string_view what) {
    const auto value = evaluate(operand, scope);
    if (!value) return std::unexpected(value.error());
    const std::string* text = textOf(*value);
    if (!text)
        return failure(fmt::format("{} must be a text in quotes or a variable that holds one, "
                                   "not {}",
                                   what, print(operand)));
    return text->substr(0, text->find('\0'));
}

Result<void> checkCarried(std::int64_t count, std::string_view what) {
    if (static_cast<std::uint64_t>(count) <= maxTextBytes) return {};
    return failure(fmt::format("{} is {}, and a call carries at most {} bytes in the lab "
                               "(maxTextBytes)",
                               what, count, maxTextBytes));
}

Result<void> checkCount(std::int64_t count, std::string_view what) {
    return isBeyondMemory(count) ? Result<void>() : checkCarried(count, what);
}

} // namespace ipclab
