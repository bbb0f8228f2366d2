#include "engine/call/member.h"
#include "engine/call/parser.h"
#include "engine/call/spelling.h"

#include <csignal>
#include <fmt/format.h>

namespace ipclab {

namespace {

constexpr int highestErrno = 133;

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

bool Parser::atExpectation() const {
    return cursor_.atSign('=') || cursor_.atWord("blocks") || cursor_.atWord("killed");
}

/// = RESULT … | blocks | killed SIGNAL
Expectation Parser::expectation() {
    if (cursor_.atWord("killed")) return killedBy();
    Expectation result;
    result.at = cursor_.peek().at;
    if (cursor_.acceptWord("blocks")) {
        result.kind = Expectation::Kind::Blocks;
        return result;
    }
    cursor_.expect('=', "'=', blocks or killed");
    returned(result);
    return result;
}

void Parser::returned(Expectation& expectation) {
    const bool minus = cursor_.accept('-');
    if (!cursor_.at(Token::Kind::Number)) {
        cursor_.failExpected("the result: a number, or -1 and an errno such as -1 EIDRM");
        return;
    }
    expectation.result = numberLiteral(minus).number;
    if (cursor_.at(Token::Kind::Identifier)) errorName(expectation);
    if (cursor_.atSign('{')) payload(expectation);
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

/// {1, "hello"} of a receive, or {.msg_qnum = 2, …} of an IPC_STAT.
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
    const Token token = cursor_.peek();
    if (token.kind != Token::Kind::Identifier) {
        cursor_.failExpected("the name of a signal, such as SIGKILL");
        return result;
    }
    cursor_.take();
    result.signal = signalNumber(token.text);
    if (result.signal == 0)
        cursor_.fail(token.at, fmt::format("{} is not the name of a signal{}", shown(token),
                                           nearName(token.text, signalNames())));
    return result;
}

} // namespace ipclab
