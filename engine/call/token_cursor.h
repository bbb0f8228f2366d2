#pragma once

#include "engine/call/lexer.h"

#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

/// A place in a list of tokens. The first failure is kept, and from then on the cursor stands at
/// the end, so that every loop of the parser ends by itself and no result has to be checked.
class TokenCursor {
public:
    TokenCursor(std::string_view text, int firstLine) : tokens_(tokenize(text, firstLine)) {}

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    Token take();
    [[nodiscard]] const std::string& stringOf(const Token& token) const {
        return tokens_.strings[token.string];
    }

    [[nodiscard]] bool atSign(char sign, std::size_t ahead = 0) const;
    [[nodiscard]] bool atSign(std::string_view sign, std::size_t ahead = 0) const;
    [[nodiscard]] bool atWord(std::string_view word, std::size_t ahead = 0) const;
    [[nodiscard]] bool at(Token::Kind kind, std::size_t ahead = 0) const {
        return peek(ahead).kind == kind;
    }
    bool accept(char sign);
    bool accept(std::string_view sign);
    bool acceptWord(std::string_view word);
    void skipNewlines();
    /// Fails with "expected WHAT, found TOKEN" when the sign is not next.
    void expect(char sign, std::string_view what);
    /// Fails with "expected WHAT, found TOKEN" at the next token.
    void failExpected(std::string_view what);
    void fail(Position at, std::string message);
    [[nodiscard]] const std::optional<SyntaxError>& error() const { return error_; }

    [[nodiscard]] std::size_t place() const { return place_; }
    void goBack(std::size_t place) { place_ = error_ ? place_ : place; }
    /// The text from the first byte of one token to the last byte of the token before `end`.
    [[nodiscard]] std::string_view textBetween(std::size_t begin, std::size_t end) const;

private:
    Tokens tokens_;
    std::size_t place_ = 0;
    std::optional<SyntaxError> error_;
    Token end_; ///< what every peek gives after a failure
};

} // namespace ipclab
