#include "engine/call/lexer.h"

#include "engine/call/characters.h"
#include "engine/call/literal.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipclab {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isNameByte(char c) {
    return isNameStart(c) || isDigit(c);
}
bool isSign(char c) {
    return std::string_view("(){}[],;:=|+-*~&^.<>!").contains(c);
}

/// How many characters a sign has: `+=` is one sign, `= -` are two.
std::size_t signLength(std::string_view rest) {
    constexpr std::array<std::string_view, 11> pairs{
        "+=", "-=", "|=", "&=", "^=", "!=", "<=", ">=", "==", "++", "--"};
    return std::ranges::find(pairs, rest.substr(0, 2)) == pairs.end() ? 1 : 2;
}

/// Spaces that come along when text is copied from a web page or a document.
bool isSpace(const Character& character) {
    const char32_t code = character.code;
    return code == ' ' || code == '\t' || code == '\r' || code == '\f' || code == '\v' ||
           (character.valid && (code == 0xa0 || code == 0x3000 || code == 0xfeff));
}

class Lexer {
public:
    Lexer(std::string_view text, int firstLine) : rest_(text), at_{firstLine, 1} {}

    Tokens run() {
        while (skipBlank() && !rest_.empty() && readToken()) {
        }
        if (tokens_.problem.empty()) push(Token::Kind::End, 0);
        return std::move(tokens_);
    }

private:
    bool bad(std::string message) {
        tokens_.problem = std::move(message);
        push(Token::Kind::Bad, rest_.empty() ? 0 : firstCharacter(rest_).length);
        return false;
    }

    /// Moves on, and keeps the place in characters.
    void advance(std::size_t bytes) {
        const std::size_t target = rest_.size() - bytes;
        while (rest_.size() > target) {
            const Character character = firstCharacter(rest_);
            if (character.code == '\n') {
                ++at_.line;
                at_.column = 1;
            } else {
                ++at_.column;
            }
            rest_.remove_prefix(character.length);
        }
    }

    Token& push(Token::Kind kind, std::size_t bytes) {
        Token token;
        token.kind = kind;
        token.text = rest_.substr(0, bytes);
        token.at = at_;
        tokens_.all.push_back(token);
        advance(bytes);
        return tokens_.all.back();
    }

    /// Skips spaces and comments; false when a comment has no end.
    bool skipBlank() {
        while (!rest_.empty()) {
            const Character character = firstCharacter(rest_);
            if (isSpace(character)) {
                advance(character.length);
            } else if (rest_.starts_with("//") || (rest_[0] == '#' && atLineStart())) {
                advance(std::min(rest_.find('\n'), rest_.size()));
            } else if (rest_.starts_with("/*")) {
                const std::size_t end = rest_.find("*/", 2);
                if (end == std::string_view::npos) return bad("this comment has no closing */");
                advance(end + 2);
            } else {
                break;
            }
        }
        return true;
    }

    [[nodiscard]] bool atLineStart() const {
        return tokens_.all.empty() || tokens_.all.back().kind == Token::Kind::Newline;
    }

    bool readToken() {
        const char c = rest_[0];
        if (c == '\n') {
            push(Token::Kind::Newline, 1);
            return true;
        }
        if (isNameStart(c) || isDigit(c)) return readWord();
        if (c == '"') return readString();
        if (c == '\'') return readCharacter();
        if (isSign(c)) {
            push(Token::Kind::Sign, signLength(rest_));
            return true;
        }
        const Character character = firstCharacter(rest_);
        if (character.valid && (character.code == 0x201c || character.code == 0x201d))
            return bad("strings stand in straight quotes: \"hello\"");
        return bad(fmt::format("unexpected '{}'", visible(rest_.substr(0, character.length))));
    }

    bool readWord() {
        std::size_t length = 1;
        while (length < rest_.size() && isNameByte(rest_[length]))
            ++length;
        if (!isDigit(rest_[0])) {
            push(Token::Kind::Identifier, length);
            return true;
        }
        const auto number = readNumber(rest_.substr(0, length));
        if (!number) return bad(number.error().message);
        Token& token = push(Token::Kind::Number, length);
        token.number = number->value;
        token.base = number->base;
        return true;
    }

    bool readString() {
        const auto literal = readQuoted(rest_);
        if (!literal) return badLiteral(literal.error());
        tokens_.strings.push_back(literal->bytes);
        push(Token::Kind::String, literal->length).string =
            static_cast<std::uint32_t>(tokens_.strings.size() - 1);
        return true;
    }

    /// A character is a number in C: 'a' is 97.
    bool readCharacter() {
        const auto literal = readQuoted(rest_);
        if (!literal) return badLiteral(literal.error());
        if (literal->bytes.size() != 1)
            return bad("one byte stands in single quotes; a text stands in double quotes");
        const auto value = static_cast<signed char>(literal->bytes[0]);
        push(Token::Kind::Number, literal->length).number =
            static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
        return true;
    }

    bool badLiteral(const LiteralProblem& problem) {
        advance(problem.offset);
        return bad(problem.message);
    }

    std::string_view rest_;
    Position at_;
    Tokens tokens_;
};

} // namespace

Tokens tokenize(std::string_view text, int firstLine) {
    return Lexer(text, firstLine).run();
}

std::string shown(const Token& token) {
    constexpr std::size_t longest = 40;
    if (token.kind == Token::Kind::End) return "the end of the text";
    if (token.kind == Token::Kind::Newline) return "the end of the line";
    if (token.text.size() <= longest) return fmt::format("'{}'", visible(token.text));
    std::string_view head = token.text.substr(0, longest);
    // Not in the middle of a character.
    while (!head.empty() && (static_cast<unsigned char>(token.text[head.size()]) & 0xc0U) == 0x80U)
        head.remove_suffix(1);
    return fmt::format("'{}…'", visible(head));
}

} // namespace ipclab
