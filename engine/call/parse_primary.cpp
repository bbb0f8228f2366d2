#include "engine/call/expr.h"
#include "engine/call/function.h"
#include "engine/call/parser.h"
#include "engine/call/words.h"

#include <fmt/format.h>
#include <limits>

namespace ipclab {

/// A value with what stands behind it: ds.msg_qnum, fd[0], p[64].
Expr Parser::postfix() {
    Expr expr = primary();
    for (int depth = 0; !cursor_.error(); ++depth) {
        if (depth > maxNesting)
            cursor_.fail(expr.at, fmt::format("nested more than {} deep (maxNesting)", maxNesting));
        if (expr.kind == Expr::Kind::Name && cursor_.accept('.')) {
            expr = parent(Expr::Kind::Member, std::move(expr));
            expr.text = memberPath();
        } else if (cursor_.accept('[')) {
            expr = parent(Expr::Kind::Index, std::move(expr));
            expr.parts.push_back(expression());
            cursor_.expect(']', "']' after the index");
        } else {
            break;
        }
    }
    return expr;
}

std::string Parser::memberPath() {
    std::string path;
    do {
        if (!cursor_.at(Token::Kind::Identifier)) cursor_.failExpected("the name of a member");
        if (!path.empty()) path += '.';
        path += cursor_.take().text;
    } while (cursor_.accept('.') && path.size() <= maxNameBytes);
    return path;
}

Expr Parser::primary() {
    if (cursor_.at(Token::Kind::Number)) return numberLiteral(false);
    if (cursor_.at(Token::Kind::String)) return stringLiteral();
    if (cursor_.at(Token::Kind::Identifier)) return name();
    if (cursor_.atSign('{')) return braces();
    if (cursor_.accept('(')) {
        Expr inner = expression();
        cursor_.expect(')', "')'");
        return inner;
    }
    cursor_.failExpected("a value");
    return {};
}

Expr Parser::name() {
    const Token token = cursor_.take();
    Expr expr = node(token.text == "NULL" ? Expr::Kind::Null : Expr::Kind::Name, token.at);
    if (expr.kind == Expr::Kind::Null) return expr;
    if (cursor_.atSign('(') && functionNamed(token.text)) return function(token);
    if (cursor_.atSign('('))
        cursor_.fail(token.at, fmt::format("a call cannot stand inside another; store the result "
                                           "of '{}' in a variable first",
                                           token.text.substr(0, maxNameBytes)));
    if (token.text.size() > maxNameBytes)
        cursor_.fail(token.at, fmt::format("a name has at most {} letters", maxNameBytes));
    expr.text = token.text;
    return expr;
}

/// strlen("hello"): its value is known without a call.
Expr Parser::function(const Token& name) {
    Expr expr = node(Expr::Kind::Function, name.at);
    expr.text = name.text;
    cursor_.take();
    expr.parts.push_back(expression());
    if (cursor_.atSign(','))
        cursor_.fail(cursor_.peek().at, fmt::format("{} takes 1 argument", name.text));
    cursor_.expect(')', "')'");
    return expr;
}

Expr Parser::numberLiteral(bool negative) {
    const Token token = cursor_.take();
    constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool isCharacter = token.text.starts_with('\'');
    // 0xffffffffffffffff is -1, as it is when C stores it in a long.
    if (!isCharacter && token.base == NumberBase::Decimal && token.number > largest + negative)
        cursor_.fail(token.at, "this number needs more than 64 bits");
    Expr expr = node(Expr::Kind::Number, token.at);
    expr.base = token.base;
    expr.number = static_cast<std::int64_t>(negative ? -token.number : token.number);
    return expr;
}

/// Strings that follow each other are one, as in C.
Expr Parser::stringLiteral() {
    Expr expr = node(Expr::Kind::String, cursor_.peek().at);
    while (cursor_.at(Token::Kind::String))
        expr.text += cursor_.stringOf(cursor_.take());
    return expr;
}

Expr Parser::braces() {
    Expr expr = node(Expr::Kind::List, cursor_.take().at);
    if (cursor_.atSign('.')) {
        expr.kind = Expr::Kind::Fields;
        fieldParts(expr);
    } else if (cursor_.atSign('}')) {
        cursor_.failExpected("a message {type, \"text\"}");
    } else {
        listParts(expr);
    }
    cursor_.expect('}', "',' or '}'");
    return expr;
}

void Parser::listParts(Expr& list) {
    do {
        addPart(list, expression());
    } while (cursor_.accept(',') && !cursor_.atSign('}'));
}

void Parser::fieldParts(Expr& fields) {
    do {
        cursor_.expect('.', "a field such as .msg_qbytes");
        fields.names.push_back(memberPath());
        cursor_.expect('=', "'=' after the field");
        addPart(fields, expression());
    } while (cursor_.accept(',') && !cursor_.atSign('}'));
}

void Parser::addPart(Expr& parent, Expr part) {
    if (parent.parts.size() >= maxParts)
        cursor_.fail(part.at, fmt::format("more than {} parts (maxParts)", maxParts));
    parent.parts.push_back(std::move(part));
}

} // namespace ipclab
