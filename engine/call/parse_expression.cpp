#include "engine/call/parser.h"
#include "engine/call/words.h"

#include <fmt/format.h>
#include <limits>

namespace ipclab {

namespace {

Expr node(Expr::Kind kind, Position at) {
    Expr expr;
    expr.kind = kind;
    expr.at = at;
    return expr;
}

Expr parent(Expr::Kind kind, Expr part) {
    Expr expr = node(kind, part.at);
    expr.parts.push_back(std::move(part));
    return expr;
}

} // namespace

Expr Parser::expression() {
    Expr first = sum();
    if (!cursor_.atSign('|')) return first;
    Expr all = parent(Expr::Kind::Or, std::move(first));
    while (cursor_.accept('|'))
        addPart(all, sum());
    return all;
}

/// a - b is a + -b: the value is the same and one kind is enough.
Expr Parser::sum() {
    Expr first = product();
    if (!cursor_.atSign('+') && !cursor_.atSign('-')) return first;
    Expr all = parent(Expr::Kind::Sum, std::move(first));
    while (cursor_.atSign('+') || cursor_.atSign('-')) {
        const bool minus = cursor_.take().text == "-";
        Expr part = product();
        addPart(all, minus ? parent(Expr::Kind::Negative, std::move(part)) : std::move(part));
    }
    return all;
}

Expr Parser::product() {
    Expr first = unary();
    if (!cursor_.atSign('*')) return first;
    Expr all = parent(Expr::Kind::Product, std::move(first));
    while (cursor_.accept('*'))
        addPart(all, unary());
    return all;
}

Expr Parser::unary() {
    const Position at = cursor_.peek().at;
    if (++nesting_ > maxNesting)
        cursor_.fail(at, fmt::format("nested more than {} deep (maxNesting)", maxNesting));
    Expr expr = [this] {
        if (cursor_.atSign('-')) return negative();
        if (cursor_.atSign('~')) return unaryOf(Expr::Kind::Complement);
        if (cursor_.atSign('&')) return addressOf();
        if (cursor_.atSign('(')) return parenthesized();
        if (cursor_.atWord("sizeof")) return sizeOf();
        return postfix();
    }();
    --nesting_;
    expr.at = at;
    return expr;
}

Expr Parser::unaryOf(Expr::Kind kind) {
    Expr expr = node(kind, cursor_.take().at);
    expr.parts.push_back(unary());
    return expr;
}

Expr Parser::negative() {
    if (!cursor_.at(Token::Kind::Number, 1)) return unaryOf(Expr::Kind::Negative);
    cursor_.take();
    return numberLiteral(true);
}

Expr Parser::addressOf() {
    Expr expr = unaryOf(Expr::Kind::AddressOf);
    const Expr::Kind of = expr.parts[0].kind;
    if (of != Expr::Kind::Name && of != Expr::Kind::Member && of != Expr::Kind::List &&
        of != Expr::Kind::Fields && of != Expr::Kind::Cast)
        cursor_.fail(expr.parts[0].at, "& needs a variable or a message {type, \"text\"}");
    return expr;
}

Expr Parser::sizeOf() {
    Expr expr = node(Expr::Kind::Sizeof, cursor_.take().at);
    if (cursor_.atSign('(') && typeFollows(1)) {
        cursor_.take();
        Expr named = node(Expr::Kind::Name, cursor_.peek().at);
        named.text = type();
        cursor_.expect(')', "')' after the type");
        expr.parts.push_back(std::move(named));
    } else if (cursor_.accept('(')) {
        expr.parts.push_back(expression());
        cursor_.expect(')', "')'");
    } else {
        expr.parts.push_back(unary());
    }
    return expr;
}

/// (type)value or (expression).
Expr Parser::parenthesized() {
    const Position at = cursor_.take().at;
    if (!typeFollows(0)) {
        Expr inner = expression();
        cursor_.expect(')', "')'");
        return inner;
    }
    Expr cast = node(Expr::Kind::Cast, at);
    cast.text = type();
    cursor_.expect(')', "')' after the type");
    cast.parts.push_back(unary());
    return cast;
}

Expr Parser::postfix() {
    Expr expr = primary();
    if (expr.kind != Expr::Kind::Name || !cursor_.accept('.')) return expr;
    Expr member = parent(Expr::Kind::Member, std::move(expr));
    member.text = memberPath();
    return member;
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
    cursor_.failExpected("a value");
    return {};
}

Expr Parser::name() {
    const Token token = cursor_.take();
    Expr expr = node(token.text == "NULL" ? Expr::Kind::Null : Expr::Kind::Name, token.at);
    if (expr.kind == Expr::Kind::Null) return expr;
    if (cursor_.atSign('('))
        cursor_.fail(token.at, fmt::format("a call cannot stand inside another; store the result "
                                           "of '{}' in a variable first",
                                           token.text.substr(0, maxNameBytes)));
    if (token.text.size() > maxNameBytes)
        cursor_.fail(token.at, fmt::format("a name has at most {} letters", maxNameBytes));
    expr.text = token.text;
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
