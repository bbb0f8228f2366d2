#include "engine/call/expr.h"
#include "engine/call/parser.h"
#include "engine/call/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipclab {

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
        if (cursor_.atSign('*')) return unaryOf(Expr::Kind::Deref);
        if (cursor_.atSign('(') && typeFollows(1)) return cast();
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
    constexpr std::array possible{Expr::Kind::Name,   Expr::Kind::Member, Expr::Kind::List,
                                  Expr::Kind::Fields, Expr::Kind::Cast,   Expr::Kind::Index,
                                  Expr::Kind::Deref};
    if (std::ranges::find(possible, of) == possible.end())
        cursor_.fail(expr.parts[0].at, "& needs a variable or a message {type, \"text\"}");
    return expr;
}

Expr Parser::sizeOf() {
    Expr expr = node(Expr::Kind::Sizeof, cursor_.take().at);
    if (cursor_.atSign('(') && typeFollows(1)) {
        Expr named = node(Expr::Kind::Name, cursor_.peek(1).at);
        named.text = typeInParentheses();
        expr.parts.push_back(std::move(named));
    } else if (cursor_.accept('(')) {
        expr.parts.push_back(expression());
        cursor_.expect(')', "')'");
    } else {
        expr.parts.push_back(unary());
    }
    return expr;
}

/// (type)value
Expr Parser::cast() {
    Expr cast = node(Expr::Kind::Cast, cursor_.peek().at);
    cast.text = typeInParentheses();
    cast.parts.push_back(unary());
    return cast;
}

} // namespace ipclab
