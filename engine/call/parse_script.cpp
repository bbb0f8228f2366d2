#include "engine/call/check.h"
#include "engine/call/parser.h"
#include "engine/call/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipclab {

/// lab private | lab private msgmni=2 shmmni=2 shmall=2
void Parser::labLine(Script& script) {
    cursor_.take();
    if (!cursor_.acceptWord("private")) cursor_.failExpected("private: lab private msgmni=2");
    script.privateNamespace = true;
    while (cursor_.at(Token::Kind::Identifier) && limit(script)) {
    }
    cursor_.accept(';');
    if (!cursor_.at(Token::Kind::Newline) && !cursor_.at(Token::Kind::End))
        cursor_.failExpected("the end of the line");
}

/// msgmni=2, a limit of the lab's own namespace; each at most once.
bool Parser::limit(Script& script) {
    struct Limit {
        std::string_view name;
        std::uint64_t Script::* member;
        std::uint64_t most; ///< of the kernel
        std::string_view what;
    };
    constexpr std::uint64_t mostObjects = 32768; // IPCMNI
    constexpr std::array limits{
        Limit{"msgmni", &Script::msgmni, mostObjects, "the limit of queues: lab private msgmni=2"},
        Limit{"shmmni", &Script::shmmni, mostObjects,
              "the limit of segments: lab private shmmni=2"},
        Limit{"shmall", &Script::shmall, maxRepeat,
              "the limit of pages of all segments: lab private shmall=2"},
    };
    const Token name = cursor_.take();
    const auto* const found = std::ranges::find(limits, name.text, &Limit::name);
    if (found == limits.end()) {
        cursor_.fail(name.at, fmt::format("unknown limit {}; the limits are msgmni, shmmni and "
                                          "shmall",
                                          shown(name)));
        return false;
    }
    if (script.*found->member != 0)
        cursor_.fail(name.at, fmt::format("{} stands here twice", name.text));
    cursor_.expect('=', "'='");
    script.*found->member = count(found->what, found->most);
    return true;
}

Parsed<Script> Parser::script() {
    Script result;
    cursor_.skipNewlines();
    if (cursor_.atWord("lab") && cursor_.at(Token::Kind::Identifier, 1)) labLine(result);
    cursor_.skipNewlines();
    while (!cursor_.at(Token::Kind::End)) {
        if (cursor_.atWord("lab") && cursor_.at(Token::Kind::Identifier, 1))
            cursor_.fail(cursor_.peek().at, "'lab private' stands on the first line only");
        result.statements.push_back(statement(true));
        cursor_.skipNewlines();
    }
    if (const auto& error = cursor_.error()) return std::unexpected(*error);
    return result;
}

Parsed<Statement> Parser::oneStatement() {
    cursor_.skipNewlines();
    if (cursor_.at(Token::Kind::End)) cursor_.failExpected("a call such as msgget(1234, 0)");
    Statement result = statement(false);
    cursor_.skipNewlines();
    if (!cursor_.at(Token::Kind::End)) cursor_.failExpected("a single line");
    if (const auto& error = cursor_.error()) return std::unexpected(*error);
    return result;
}

Parsed<Script> parseScript(std::string_view text) {
    if (text.size() > maxScriptBytes)
        return std::unexpected(SyntaxError{
            {1, 1}, fmt::format("a script has at most {} bytes (maxScriptBytes)", maxScriptBytes)});
    Parsed<Script> script = Parser(text).script();
    if (!script) return script;
    if (const auto problem = firstProblem(*script)) return std::unexpected(*problem);
    return script;
}

Parsed<Statement> parseStatement(std::string_view line, int lineNumber) {
    if (line.size() > maxScriptBytes)
        return std::unexpected(SyntaxError{
            {lineNumber, 1},
            fmt::format("a line has at most {} bytes (maxScriptBytes)", maxScriptBytes)});
    return Parser(line, lineNumber).oneStatement();
}

} // namespace ipclab
