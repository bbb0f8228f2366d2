#include "engine/call/check.h"
#include "engine/call/parser.h"
#include "engine/call/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipclab {

namespace {

std::string_view whatIs(const IpcSysctl& sysctl) {
    if (sysctl.name == "msgmni") return "the limit of queues: lab private msgmni=2";
    if (sysctl.name == "shmmni") return "the limit of segments: lab private shmmni=2";
    if (sysctl.name == "shmall") return "the limit of pages of all segments: lab private shmall=2";
    return "1: lab private shm_rmid_forced=1";
}

} // namespace

/// lab private | lab private msgmni=2 shmmni=2 shmall=2
void Parser::labLine(Script& script) {
    cursor_.take();
    if (!cursor_.acceptWord("private")) cursor_.failExpected("private: lab private msgmni=2");
    script.privateNamespace = true;
    while (cursor_.at(Token::Kind::Identifier) && sysctl(script)) {
    }
    cursor_.accept(';');
    if (!cursor_.at(Token::Kind::Newline) && !cursor_.at(Token::Kind::End))
        cursor_.failExpected("the end of the line");
}

/// msgmni=2, a setting of the lab's own namespace; each at most once.
bool Parser::sysctl(Script& script) {
    const Token name = cursor_.take();
    const auto* const found = std::ranges::find(ipcSysctls, name.text, &IpcSysctl::name);
    if (found == ipcSysctls.end()) {
        cursor_.fail(name.at,
                     fmt::format("unknown setting {}; there are msgmni, shmmni, shmall and "
                                 "shm_rmid_forced",
                                 shown(name)));
        return false;
    }
    std::uint64_t& value = script.sysctls.*found->value;
    if (value != 0) cursor_.fail(name.at, fmt::format("{} stands here twice", name.text));
    cursor_.expect('=', "'='");
    value = count(whatIs(*found), found->most);
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
