// Memory used like a variable: loads such as n = *p, stores such as p[0] = 'A' and *p += 1.
#include "engine/call/expr.h"
#include "engine/call/function.h"
#include "engine/call/member.h"
#include "engine/call/parser.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

bool isPlace(const Expr& expr) {
    return expr.kind == Expr::Kind::Deref || expr.kind == Expr::Kind::Index;
}

/// Whether a place can be memory that a pointer leads to: no byte of a text in the line itself.
bool mayBeMemory(const Expr& place) {
    if (place.kind == Expr::Kind::Deref) return true;
    const Expr* base = &place;
    while (base->kind == Expr::Kind::Index)
        base = &base->parts[0];
    return base->kind == Expr::Kind::Name || base->kind == Expr::Kind::Cast ||
           base->kind == Expr::Kind::Sum || base->kind == Expr::Kind::Deref;
}

/// The variable of a target as an expression: ds.msg_qbytes.
Expr variableOf(const std::string& target, Position at) {
    const Target place = splitTarget(target);
    Expr expr = node(Expr::Kind::Name, at);
    expr.text = place.variable;
    if (place.member.empty()) return expr;
    expr = parent(Expr::Kind::Member, std::move(expr));
    expr.text = place.member;
    return expr;
}

/// fd[0] of an array whose place is known when it is read.
bool isElement(const Expr& place) {
    return place.kind == Expr::Kind::Index && place.parts[0].kind == Expr::Kind::Name &&
           place.parts[1].kind == Expr::Kind::Number && place.parts[1].number >= 0;
}

} // namespace

/// Whether a place in memory is next: *p, p[64], (*p), ++*p.
bool Parser::placeFollows() const {
    return cursor_.atSign("++") || cursor_.atSign("--") || cursor_.atSign('*') ||
           cursor_.atSign('(') || (cursor_.at(Token::Kind::Identifier) && cursor_.atSign('[', 1));
}

/// '=', or the sign in front of it as in '+='; ++ counts as +. 0 where none of them is next.
char Parser::changeSign() const {
    const Token& token = cursor_.peek();
    if (token.kind != Token::Kind::Sign) return 0;
    if (token.text == "=" || token.text == "++" || token.text == "--") return token.text[0];
    const bool isPair = token.text.size() == 2 && token.text[1] == '=';
    return isPair && std::string_view("+-|&^").contains(token.text[0]) ? token.text[0] : '\0';
}

/// What stands behind a sign of change; 1 behind ++ and --.
Expr Parser::changeValue() {
    const Token sign = cursor_.take();
    if (sign.text == "++" || sign.text == "--") return numberExpr(1, sign.at);
    if (callFollows() && !functionNamed(cursor_.peek(castsAhead()).text))
        cursor_.fail(cursor_.peek().at, "the result of a call is stored in a variable first: n = "
                                        "…, then *p = n");
    return expression();
}

/// place = value | place += value | place++ | ++place | fd[0] = call(…)
void Parser::store(Action& action) {
    const Token first = cursor_.peek();
    const bool isStep = first.text == "++" || first.text == "--";
    if (isStep) cursor_.take();
    Expr place = unary();
    if (cursor_.error()) return;
    if (!isPlace(place) || !mayBeMemory(place))
        return cursor_.fail(place.at, "expected a call, a variable, or a place in memory such as "
                                      "*p or p[64]");
    if (isStep) {
        action.call = Call{CallId::Store, {std::move(place), numberExpr(1, first.at)}, '='};
        action.call->operation = first.text[0];
        return;
    }
    storeInto(action, std::move(place), first.text == "*");
}

void Parser::storeInto(Action& action, Expr place, bool beginsWithStar) {
    const Token sign = cursor_.peek();
    const char operation = changeSign();
    if (operation == 0) return cursor_.failExpected("'=' or '+=' after the place in memory");
    if (beginsWithStar && (sign.text == "++" || sign.text == "--"))
        return cursor_.fail(sign.at, fmt::format("in C this moves the pointer, not what it points "
                                                 "at; write (*p){}",
                                                 sign.text));
    if (operation == '=' && isElement(place)) {
        const std::size_t begin = cursor_.place();
        cursor_.take();
        if (callFollows() && !functionNamed(cursor_.peek(castsAhead()).text)) {
            action.target = print(place);
            action.cast = casts();
            action.call = call();
            return;
        }
        cursor_.goBack(begin);
    }
    Expr value = changeValue();
    action.call = Call{CallId::Store, {}, operation};
    action.call->args = {std::move(place), std::move(value)};
}

/// n += value of a variable: n = n + value.
void Parser::change(Action& action) {
    const Position at = cursor_.peek().at;
    const char operation = changeSign();
    Expr value = changeValue();
    if (operation == '&' || operation == '^')
        return cursor_.fail(at, fmt::format("{0}= is for memory only, as in *p {0}= 1; a variable "
                                            "has =, +=, -= and |=",
                                            operation));
    if (operation == '-') value = parent(Expr::Kind::Negative, std::move(value));
    action.value =
        parent(operation == '|' ? Expr::Kind::Or : Expr::Kind::Sum, variableOf(action.target, at));
    action.value->parts.push_back(std::move(value));
}

/// n = *p is a load, also behind a cast: n = (unsigned char)p[3].
void Parser::takeLoad(Action& action) {
    if (cursor_.error() || !action.value) return;
    Expr& value = *action.value;
    const bool isCast = value.kind == Expr::Kind::Cast && isPlace(value.parts[0]);
    const Expr& place = isCast ? value.parts[0] : value;
    if (!isPlace(place) || !mayBeMemory(place)) return;
    if (isCast) action.cast = value.text;
    action.call = Call{CallId::Load, {place}, '='};
    action.value.reset();
}

} // namespace ipclab
