#include "engine/call/check.h"
#include "engine/call/parser.h"
#include "engine/call/words.h"

#include <fmt/format.h>

namespace ipclab {

/// lab private | lab private msgmni=2
void Parser::labLine(Script& script) {
    cursor_.take();
    if (!cursor_.acceptWord("private")) cursor_.failExpected("private: lab private msgmni=2");
    script.privateNamespace = true;
    if (cursor_.acceptWord("msgmni")) {
        cursor_.expect('=', "'='");
        constexpr std::uint64_t kernelMost = 32768; // IPCMNI
        script.msgmni = count("the limit of queues: lab private msgmni=2", kernelMost);
    }
    cursor_.accept(';');
    if (!cursor_.at(Token::Kind::Newline) && !cursor_.at(Token::Kind::End))
        cursor_.failExpected("the end of the line");
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
