#pragma once

#include "engine/call/call.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace ipclab {

/// Why a literal cannot be read, and at which byte of it.
struct LiteralProblem {
    std::string message;
    std::size_t offset = 0;
};

struct StringLiteral {
    std::string bytes;
    std::size_t length = 0; ///< bytes of source, with both quotes
};

/// Reads a literal that starts with a quote (" or ') and ends with the same one on the same line.
[[nodiscard]] std::expected<StringLiteral, LiteralProblem> readQuoted(std::string_view source);

struct NumberLiteral {
    std::uint64_t value = 0;
    NumberBase base = NumberBase::Decimal;
};

/// Reads a whole word that starts with a digit: 12, 0644, 0x1f, with a suffix of U and L or none.
[[nodiscard]] std::expected<NumberLiteral, LiteralProblem> readNumber(std::string_view word);

} // namespace ipclab
