#include "gui/controls/expression.h"

#include "engine/call/catalogue.h"
#include "engine/call/function.h"

namespace ipclab {

Expr numberExpr(std::int64_t value, NumberBase base) {
    Expr expr;
    expr.kind = Expr::Kind::Number;
    expr.base = base;
    expr.number = value; // a negative literal is one number, as the parser reads it
    return expr;
}

Expr nameExpr(std::string name) {
    Expr expr;
    expr.kind = Expr::Kind::Name;
    expr.text = std::move(name);
    return expr;
}

Expr nullExpr() {
    Expr expr;
    expr.kind = Expr::Kind::Null;
    return expr;
}

Expr addressOf(std::string variable) {
    Expr expr;
    expr.kind = Expr::Kind::AddressOf;
    expr.parts.push_back(nameExpr(std::move(variable)));
    return expr;
}

Expr messageExpr(std::int64_t mtype, std::string mtext) {
    Expr text;
    text.kind = Expr::Kind::String;
    text.text = std::move(mtext);
    Expr list;
    list.kind = Expr::Kind::List;
    list.parts.push_back(numberExpr(mtype));
    list.parts.push_back(std::move(text));
    return list;
}

Expr orExpr(std::vector<Expr> parts) {
    if (parts.empty()) return numberExpr(0);
    if (parts.size() == 1) return std::move(parts.front());
    Expr expr;
    expr.kind = Expr::Kind::Or;
    expr.parts = std::move(parts);
    return expr;
}

namespace {

/// `x = fd[1]` reads as a load, since one line does not say whether fd is an array or memory, and
/// `x = strlen(text)` as a call. As an argument they are what was written.
std::optional<Expr> argumentOf(Action& action) {
    if (!action.call || action.call->args.empty()) return {};
    Expr written;
    if (action.call->id == CallId::Load) {
        written = std::move(action.call->args.front());
    } else {
        const std::string_view name = entryOf(action.call->id).name;
        if (functionNamed(name) == nullptr) return {};
        written.kind = Expr::Kind::Function;
        written.text = name;
        written.parts = std::move(action.call->args);
    }
    if (action.cast.empty()) return written;
    Expr cast;
    cast.kind = Expr::Kind::Cast;
    cast.text = action.cast;
    cast.parts.push_back(std::move(written));
    return cast;
}

} // namespace

std::optional<Expr> readExpr(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.contains(u'\n')) return std::nullopt;
    Parsed<Statement> line = parseStatement("A: x = " + trimmed.toStdString());
    if (!line || line->actions.size() != 1 || line->expectation) return std::nullopt;
    Action& action = line->actions.front();
    return action.value ? std::move(action.value) : argumentOf(action);
}

std::vector<Expr> orParts(const Expr& expr) {
    const Expr& inner = uncast(expr);
    if (inner.kind != Expr::Kind::Or) return {inner};
    std::vector<Expr> parts;
    for (const Expr& part : inner.parts)
        for (Expr& leaf : orParts(part))
            parts.push_back(std::move(leaf));
    return parts;
}

const Expr& uncast(const Expr& expr) {
    const Expr* inner = &expr;
    while (inner->kind == Expr::Kind::Cast && !inner->parts.empty())
        inner = &inner->parts.front();
    return *inner;
}

std::optional<std::int64_t> literal(const Expr& expr) {
    const Expr& inner = uncast(expr);
    if (inner.kind == Expr::Kind::Number) return inner.number;
    if (inner.kind == Expr::Kind::Negative && !inner.parts.empty())
        if (const auto positive = literal(inner.parts.front())) return -*positive;
    return std::nullopt;
}

} // namespace ipclab
