#include "engine/call/parser.h"
#include "engine/call/spelling.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

/// process … | kill B SIGTERM | A, B: … Without needsProcess, the processes in front may be
/// missing: then the window or the terminal that reads the line knows whose it is.
Statement Parser::statement(bool needsProcess) {
    Statement result;
    const std::size_t begin = cursor_.place();
    result.at = cursor_.peek().at;
    const bool declares = cursor_.atWord("process") && cursor_.at(Token::Kind::Identifier, 1);
    const bool signals = cursor_.atWord("kill") && cursor_.at(Token::Kind::Identifier, 1);
    const bool named =
        cursor_.at(Token::Kind::Identifier) && (cursor_.atSign(':', 1) || cursor_.atSign(',', 1));
    if (declares) {
        result.kind = Statement::Kind::Declare;
        result.declaration = declaration();
    } else if (signals) {
        signalling(result);
    } else {
        if (named || needsProcess) result.processes = processList();
        doing(result);
    }
    cursor_.accept(';');
    finishSource(result, begin);
    return result;
}

void Parser::finishSource(Statement& statement, std::size_t begin) {
    if (!cursor_.at(Token::Kind::Newline) && !cursor_.at(Token::Kind::End))
        cursor_.failExpected("the end of the line");
    const std::string_view text = cursor_.textBetween(begin, cursor_.place());
    if (cursor_.error()) return;
    statement.source = text.contains('\n') ? print(statement) : std::string(text);
}

/// process C as carol "reader"
ProcessDeclaration Parser::declaration() {
    ProcessDeclaration result;
    result.at = cursor_.take().at;
    result.letter = processName();
    if (cursor_.acceptWord("as")) {
        const Token user = cursor_.peek();
        if (user.kind != Token::Kind::Identifier) cursor_.failExpected("the name of a user");
        cursor_.take();
        if (std::ranges::find(userNames(), user.text) == userNames().end())
            cursor_.fail(user.at, fmt::format("unknown user {}; the users are {}", shown(user),
                                              listed(userNames())));
        result.user = user.text;
    }
    if (!cursor_.at(Token::Kind::String)) return result;
    const Position at = cursor_.peek().at;
    result.label = stringLiteral().text;
    if (result.label.size() > maxLabelBytes)
        cursor_.fail(at,
                     fmt::format("a label has at most {} bytes (maxLabelBytes)", maxLabelBytes));
    return result;
}

/// kill B SIGTERM
void Parser::signalling(Statement& statement) {
    cursor_.take();
    statement.kind = Statement::Kind::Signal;
    statement.processes = {processName()};
    statement.signal = namedSignal();
}

std::vector<std::string> Parser::processList() {
    std::vector<std::string> names;
    do {
        const Position at = cursor_.peek().at;
        std::string name = processName();
        if (std::ranges::find(names, name) != names.end())
            cursor_.fail(at, fmt::format("'{}' is named twice", name));
        names.push_back(std::move(name));
    } while (cursor_.accept(',') && names.size() <= maxScriptProcesses);
    cursor_.expect(':', "':' after the process, as in 'A: msgget(1234, 0)'");
    return names;
}

std::string Parser::processName() {
    const Token token = cursor_.peek();
    if (token.kind != Token::Kind::Identifier) {
        cursor_.failExpected("the name of a process, such as A");
        return {};
    }
    cursor_.take();
    if (isReserved(token.text))
        cursor_.fail(token.at, fmt::format("{} cannot be the name of a process; a line starts "
                                           "with its process, as in 'A: msgget(1234, 0)'",
                                           shown(token)));
    if (token.text.size() > maxNameBytes)
        cursor_.fail(token.at, fmt::format("a name has at most {} letters", maxNameBytes));
    return std::string(token.text);
}

void Parser::doing(Statement& statement) {
    if (cursor_.acceptWord("returns")) {
        statement.kind = Statement::Kind::Await;
        if (atComparison()) statement.expectation = expectation();
        return;
    }
    if (cursor_.atWord("killed")) {
        statement.kind = Statement::Kind::Await;
        statement.expectation = killedBy();
        return;
    }
    if (cursor_.atWord("repeat")) {
        repeatHeader(statement);
        repeatBody(statement);
    } else {
        statement.actions.push_back(action());
    }
    if (!atExpectation()) return;
    const Position at = cursor_.peek().at;
    statement.expectation = expectation();
    if (!statement.actions.empty() && !statement.actions.back().call)
        cursor_.fail(at, "nothing can be expected of an assignment: it makes no system call");
}

/// repeat N { | repeat N every T ms {
void Parser::repeatHeader(Statement& statement) {
    cursor_.take();
    statement.repeated = true;
    statement.times = count("how often: repeat 10 { … }", maxRepeat);
    if (!cursor_.acceptWord("every")) return;
    statement.everyMs = count("milliseconds: repeat 10 every 100 ms { … }", maxEveryMs);
    if (!cursor_.acceptWord("ms")) cursor_.failExpected("ms");
}

std::uint64_t Parser::count(std::string_view what, std::uint64_t most) {
    const Token token = cursor_.peek();
    if (token.kind != Token::Kind::Number) {
        cursor_.failExpected(what);
        return 1;
    }
    cursor_.take();
    if (token.number < 1 || token.number > most)
        cursor_.fail(token.at, fmt::format("{} is not between 1 and {}", token.text, most));
    return token.number;
}

/// { action; action } with a semicolon or the end of a line between two of them.
void Parser::repeatBody(Statement& statement) {
    cursor_.expect('{', "'{'");
    cursor_.skipNewlines();
    while (!cursor_.atSign('}') && !cursor_.error()) {
        const Position at = cursor_.peek().at;
        if (cursor_.atWord("repeat")) cursor_.fail(at, "a repeat cannot stand inside another");
        if (statement.actions.size() >= maxParts)
            cursor_.fail(at, fmt::format("more than {} calls in a repeat (maxParts)", maxParts));
        statement.actions.push_back(action());
        if (atExpectation())
            cursor_.fail(cursor_.peek().at, "what is expected stands behind the closing '}'");
        const bool separated = cursor_.accept(';') || cursor_.at(Token::Kind::Newline);
        cursor_.skipNewlines();
        if (!separated && !cursor_.atSign('}')) cursor_.failExpected("';' or '}'");
    }
    if (statement.actions.empty()) cursor_.failExpected("at least one call in the repeat");
    cursor_.expect('}', "'}'");
}

} // namespace ipclab
