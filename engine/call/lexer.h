#pragma once

#include "engine/call/language.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// One word of the language. A view into the text; strings and numbers are decoded already.
struct Token {
    enum class Kind : std::uint8_t {
        End,        ///< of the text; the last token, always
        Newline,    ///< ends a line
        Identifier, ///< a name or a word
        Number,     ///< `number`, written in `base`
        String,     ///< one literal; `string` is its place in Tokens::strings
        Sign,       ///< ( ) { } [ ] , ; : = | + - * ~ & ^ . < > ! or two of them: += <= ++ …
        Bad,        ///< the text breaks off here; Tokens::problem says why
    };
    Kind kind = Kind::End;
    NumberBase base = NumberBase::Decimal;
    std::uint32_t string = 0;
    std::uint64_t number = 0;
    std::string_view text;
    Position at;
};

struct Tokens {
    std::vector<Token> all;
    std::vector<std::string> strings; ///< the bytes of string literals
    std::string problem;              ///< what is wrong at a Bad token
};

/// Splits a text into tokens. Comments (//, /* */, # at the start of a line) are left out. Any
/// bytes are allowed; what is no token ends the list with Bad. Columns count characters.
[[nodiscard]] Tokens tokenize(std::string_view text, int firstLine = 1);

/// The text of a token as a message may show it: 'msgget', 'end of line', '\x01'.
[[nodiscard]] std::string shown(const Token& token);

} // namespace ipclab
