#include "engine/call/member.h"
#include "engine/call/parser.h"
#include "engine/call/spelling.h"
#include "engine/call/stored.h"
#include "engine/call/words.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <fmt/format.h>

namespace ipclab {

namespace {

constexpr int highestErrno = 133;

/// In the order of Expectation::Compare.
constexpr std::array<std::string_view, 6> comparisons{"=", "!=", "<", "<=", ">", ">="};

std::vector<std::string> errnoNames() {
    std::vector<std::string> names;
    for (int number = 1; number <= highestErrno; ++number)
        names.push_back(errnoName(number));
    return names;
}

std::vector<std::string> signalNames() {
    std::vector<std::string> names;
    for (int number = 1; number < SIGRTMIN; ++number)
        names.push_back(signalName(number));
    return names;
}

std::string nearName(std::string_view word, const std::vector<std::string>& names) {
    return suggestion(word, {names.begin(), names.end()});
}

} // namespace

bool Parser::atComparison() const {
    return std::ranges::any_of(comparisons,
                               [this](std::string_view sign) { return cursor_.atSign(sign); });
}

bool Parser::atExpectation() const {
    return atComparison() || cursor_.atWord("blocks") || cursor_.atWord("killed");
}

/// = RESULT … | != RESULT | < RESULT | blocks | killed SIGNAL
Expectation Parser::expectation() {
    if (cursor_.atWord("killed")) return killedBy();
    Expectation result;
    result.at = cursor_.peek().at;
    if (cursor_.acceptWord("blocks")) {
        result.kind = Expectation::Kind::Blocks;
        return result;
    }
    if (!atComparison()) cursor_.failExpected("'=', blocks or killed");
    const Token sign = cursor_.take();
    const auto place = std::ranges::find(comparisons, sign.text) - comparisons.begin();
    if (!cursor_.error()) result.compare = static_cast<Expectation::Compare>(place);
    returned(result);
    return result;
}

void Parser::returned(Expectation& expectation) {
    expectedValue(expectation);
    const Position at = cursor_.peek().at;
    const bool isMore = cursor_.at(Token::Kind::Identifier) || cursor_.at(Token::Kind::String) ||
                        cursor_.atSign('{');
    if (isMore && expectation.compare != Expectation::Compare::Equal)
        cursor_.fail(at, "an errno, a text or a message is expected with = only");
    if (cursor_.at(Token::Kind::Identifier)) errorName(expectation);
    if (cursor_.at(Token::Kind::String)) expectedText(expectation);
    if (cursor_.atSign('{')) payload(expectation);
}

/// A number, or an expression of the process's variables that is evaluated when it is compared.
void Parser::expectedValue(Expectation& expectation) {
    const Token& first = cursor_.peek();
    const bool isWord = first.kind == Token::Kind::Identifier;
    const bool isValue = first.kind == Token::Kind::Number || cursor_.atSign('-') ||
                         cursor_.atSign('(') || cursor_.atSign('~') || cursor_.atSign('&') ||
                         (isWord && errnoNumber(first.text) == 0 && !isLanguageWord(first.text));
    if (!isValue)
        return cursor_.failExpected("the result: a number, or -1 and an errno such as -1 EIDRM");
    Expr expr = expression();
    if (cursor_.error()) return;
    // What needs no variable is known now: (void *)-1 is -1.
    if (const auto value = evaluate(expr, Scope{})) {
        if (const auto number = resultOf(*value)) expectation.result = *number;
    }
    if (expr.kind != Expr::Kind::Number || expr.base != NumberBase::Decimal)
        expectation.value = std::move(expr);
}

/// "hello child" of a read or a printf; also "x" * 8192.
void Parser::expectedText(Expectation& expectation) {
    const Expr expr = product();
    if (cursor_.error()) return;
    const auto value = evaluate(expr, Scope{});
    const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
    if (!text) return cursor_.fail(expr.at, value ? "expected a text" : value.error().what);
    expectation.text = *text;
}

void Parser::errorName(Expectation& expectation) {
    const Token token = cursor_.take();
    expectation.error = errnoNumber(token.text);
    if (expectation.error == 0)
        cursor_.fail(token.at, fmt::format("{} is not the name of an errno{}", shown(token),
                                           nearName(token.text, errnoNames())));
    else if (expectation.result != -1)
        cursor_.fail(token.at, fmt::format("an errno comes with -1 only: = -1 {}", token.text));
}

/// {1, "hello"} of a receive, {3, 4} of a pipe, or {.msg_qnum = 2, …} of an IPC_STAT.
void Parser::payload(Expectation& expectation) {
    Expr expr = braces();
    if (cursor_.error()) return;
    if (expr.kind == Expr::Kind::Fields && !isMessageFields(expr)) {
        for (const std::string& name : expr.names)
            if (!isMember(name))
                cursor_.fail(expr.at, fmt::format("unknown field '{}'{}", name.substr(0, 40),
                                                  suggestion(name, memberNames())));
        expectation.fields = std::move(expr);
        return;
    }
    const Result<Value> value = evaluate(expr, Scope{});
    if (value && std::holds_alternative<IntArray>(*value)) {
        expectation.fields = std::move(expr);
        return;
    }
    if (!value || !std::holds_alternative<MessageBuffer>(*value)) {
        cursor_.fail(expr.at, value ? "expected a message {type, \"text\"}" : value.error().what);
        return;
    }
    expectation.message = std::get<MessageBuffer>(*value);
}

Expectation Parser::killedBy() {
    Expectation result;
    result.at = cursor_.take().at;
    result.kind = Expectation::Kind::Killed;
    result.signal = namedSignal();
    return result;
}

int Parser::namedSignal() {
    const Token token = cursor_.peek();
    if (token.kind != Token::Kind::Identifier) {
        cursor_.failExpected("the name of a signal, such as SIGKILL");
        return 0;
    }
    cursor_.take();
    const int signal = signalNumber(token.text);
    if (signal == 0)
        cursor_.fail(token.at, fmt::format("{} is not the name of a signal{}", shown(token),
                                           nearName(token.text, signalNames())));
    return signal;
}

} // namespace ipclab
