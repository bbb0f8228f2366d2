#pragma once

#include "engine/call/token_cursor.h"

namespace ipclab {

/// Reads the language, top down, one method per rule of the grammar (see README.md). Methods
/// return whatever they have after a failure; only the cursor's error says whether it counts.
class Parser {
public:
    explicit Parser(std::string_view text, int firstLine = 1) : cursor_(text, firstLine) {}

    Parsed<Script> script();
    Parsed<Statement> oneStatement();

private:
    // parse_script.cpp
    void labLine(Script& script);
    bool sysctl(Script& script);
    // parse_statement.cpp
    Statement statement(bool needsProcess);
    void finishSource(Statement& statement, std::size_t begin);
    ProcessDeclaration declaration();
    void signalling(Statement& statement);
    std::vector<std::string> processList();
    std::string processName();
    void doing(Statement& statement);
    void repeatHeader(Statement& statement);
    void repeatBody(Statement& statement);
    std::uint64_t count(std::string_view what, std::uint64_t most);
    // parse_expectation.cpp
    [[nodiscard]] bool atExpectation() const;
    [[nodiscard]] bool atComparison() const;
    Expectation expectation();
    void returned(Expectation& expectation);
    void expectedValue(Expectation& expectation);
    void expectedText(Expectation& expectation);
    void errorName(Expectation& expectation);
    void payload(Expectation& expectation);
    Expectation killedBy();
    int namedSignal();
    // parse_action.cpp
    Action action();
    void assignment(Action& action);
    void declared(Action& action);
    void assigned(Action& action);
    std::string target();
    std::string variableName();
    bool callFollows();
    [[nodiscard]] std::size_t castsAhead() const;
    std::string casts();
    Call call();
    void checkArgumentCount(const Call& call, Position at);
    // parse_store.cpp
    [[nodiscard]] bool placeFollows() const;
    void store(Action& action);
    void storeInto(Action& action, Expr place, bool beginsWithStar);
    void change(Action& action);
    [[nodiscard]] char changeSign() const;
    Expr changeValue();
    void takeLoad(Action& action);
    // parse_type.cpp
    [[nodiscard]] bool typeFollows(std::size_t ahead) const;
    std::string type();
    std::string typeInParentheses();
    std::string withArray(const std::string& item, Position at, bool mayBeEmpty);
    // parse_expression.cpp
    Expr expression();
    Expr sum();
    Expr product();
    Expr unary();
    Expr unaryOf(Expr::Kind kind);
    Expr negative();
    Expr addressOf();
    Expr sizeOf();
    Expr cast();
    // parse_primary.cpp
    Expr postfix();
    Expr primary();
    Expr name();
    Expr function(const Token& name);
    Expr numberLiteral(bool negative);
    Expr stringLiteral();
    Expr braces();
    void listParts(Expr& list);
    void fieldParts(Expr& fields);
    std::string memberPath();
    void addPart(Expr& parent, Expr part);

    TokenCursor cursor_;
    int nesting_ = 0;
};

} // namespace ipclab
