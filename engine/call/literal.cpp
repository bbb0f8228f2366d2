#include "engine/call/literal.h"

#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace ipclab {

namespace {

constexpr std::string_view octalDigits = "01234567";
constexpr std::string_view hexDigits = "0123456789abcdefABCDEF";
constexpr std::string_view decimalDigits = "0123456789";

std::uint64_t digitsToNumber(std::string_view digits, int base) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(digits.begin(), digits.end(), value, base);
    return read.ec == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
}

/// The byte of a one-letter escape, or -1.
int simpleEscape(char letter) {
    constexpr std::string_view letters = "abefnrtv\\\"'?";
    constexpr std::string_view bytes = "\a\b\033\f\n\r\t\v\\\"'?";
    const std::size_t place = letters.find(letter);
    return place == std::string_view::npos ? -1 : static_cast<unsigned char>(bytes[place]);
}

struct Escape {
    int byte = 0;
    std::size_t length = 0; ///< after the backslash
};

std::expected<Escape, std::string> readEscape(std::string_view rest) {
    if (rest.empty()) return std::unexpected("the text ends after a backslash");
    if (octalDigits.find(rest[0]) != std::string_view::npos) {
        const std::size_t end = rest.substr(0, 3).find_first_not_of(octalDigits);
        const std::string_view digits = rest.substr(0, std::min<std::size_t>(end, 3));
        const std::uint64_t value = digitsToNumber(digits, 8);
        if (value > 0xff) return std::unexpected("an octal escape goes up to \\377");
        return Escape{static_cast<int>(value), digits.size()};
    }
    if (rest[0] == 'x') {
        const std::string_view digits = rest.substr(1, rest.find_first_not_of(hexDigits, 1) - 1);
        if (digits.empty()) return std::unexpected("\\x needs hexadecimal digits");
        const std::uint64_t value = digitsToNumber(digits, 16);
        if (value > 0xff)
            return std::unexpected("this \\x escape takes in all digits that follow and is larger "
                                   "than a byte; split the string: \"\\xff\" \"0\"");
        return Escape{static_cast<int>(value), digits.size() + 1};
    }
    if (const int byte = simpleEscape(rest[0]); byte >= 0) return Escape{byte, 1};
    return std::unexpected("unknown escape; known are \\n \\t \\0 \\\\ \\\" \\xHH and their like");
}

} // namespace

std::expected<StringLiteral, LiteralProblem> readQuoted(std::string_view source) {
    const char quote = source[0];
    StringLiteral literal;
    for (std::size_t i = 1; i < source.size();) {
        const char c = source[i];
        if (c == '\n') break;
        if (c == quote) {
            literal.length = i + 1;
            return literal;
        }
        if (c != '\\') {
            literal.bytes += c;
            ++i;
            continue;
        }
        const auto escape = readEscape(source.substr(i + 1));
        if (!escape) return std::unexpected(LiteralProblem{escape.error(), i});
        literal.bytes += static_cast<char>(escape->byte);
        i += 1 + escape->length;
    }
    return std::unexpected(
        LiteralProblem{fmt::format("the {} is not closed on this line", quote), 0});
}

std::expected<NumberLiteral, LiteralProblem> readNumber(std::string_view word) {
    NumberLiteral literal;
    std::string_view digits = word;
    std::string_view allowed = decimalDigits;
    int base = 10;
    if (word.starts_with("0x") || word.starts_with("0X")) {
        literal.base = NumberBase::Hexadecimal;
        digits = word.substr(2);
        allowed = hexDigits;
        base = 16;
    } else if (word.size() > 1 && word[0] == '0' && decimalDigits.contains(word[1])) {
        literal.base = NumberBase::Octal;
        digits = word.substr(1);
        allowed = octalDigits;
        base = 8;
    }
    const std::size_t end = std::min(digits.find_first_not_of(allowed), digits.size());
    if (digits.substr(end).find_first_not_of("uUlL") != std::string_view::npos || end == 0)
        return std::unexpected(LiteralProblem{base == 8
                                                  ? fmt::format("'{}' is not an octal number", word)
                                                  : fmt::format("'{}' is not a number", word),
                                              0});
    digits = digits.substr(0, end);
    const auto read = std::from_chars(digits.begin(), digits.end(), literal.value, base);
    if (read.ec != std::errc())
        return std::unexpected(LiteralProblem{"this number needs more than 64 bits", 0});
    return literal;
}

} // namespace ipclab
