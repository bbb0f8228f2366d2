#include "engine/call/token_cursor.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

const Token& TokenCursor::peek(std::size_t ahead) const {
    if (error_) return end_;
    return tokens_.all[std::min(place_ + ahead, tokens_.all.size() - 1)];
}

Token TokenCursor::take() {
    const Token token = peek();
    if (token.kind == Token::Kind::Bad) fail(token.at, tokens_.problem);
    if (!error_ && place_ + 1 < tokens_.all.size()) ++place_;
    return token;
}

bool TokenCursor::atSign(char sign, std::size_t ahead) const {
    return atSign(std::string_view(&sign, 1), ahead);
}

bool TokenCursor::atSign(std::string_view sign, std::size_t ahead) const {
    const Token& token = peek(ahead);
    return token.kind == Token::Kind::Sign && token.text == sign;
}

bool TokenCursor::atWord(std::string_view word, std::size_t ahead) const {
    const Token& token = peek(ahead);
    return token.kind == Token::Kind::Identifier && token.text == word;
}

bool TokenCursor::accept(char sign) {
    return accept(std::string_view(&sign, 1));
}

bool TokenCursor::accept(std::string_view sign) {
    if (!atSign(sign)) return false;
    take();
    return true;
}

bool TokenCursor::acceptWord(std::string_view word) {
    if (!atWord(word)) return false;
    take();
    return true;
}

void TokenCursor::skipNewlines() {
    while (at(Token::Kind::Newline))
        take();
}

void TokenCursor::expect(char sign, std::string_view what) {
    if (!accept(sign)) failExpected(what);
}

void TokenCursor::failExpected(std::string_view what) {
    const Token& token = peek();
    if (token.kind == Token::Kind::Bad) return fail(token.at, tokens_.problem);
    fail(token.at, fmt::format("expected {}, found {}", what, shown(token)));
}

void TokenCursor::fail(Position at, std::string message) {
    if (error_) return;
    end_.at = at;
    error_ = SyntaxError{at, std::move(message)};
}

std::string_view TokenCursor::textBetween(std::size_t begin, std::size_t end) const {
    if (begin >= end || end > tokens_.all.size()) return {};
    const std::string_view first = tokens_.all[begin].text;
    const std::string_view last = tokens_.all[end - 1].text;
    return {first.begin(), last.end()};
}

} // namespace ipclab
