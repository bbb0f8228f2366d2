#pragma once

#include "engine/call/call.h"

#include <utility>

namespace ipclab {

/// An expression without parts.
[[nodiscard]] inline Expr node(Expr::Kind kind, Position at) {
    Expr expr;
    expr.kind = kind;
    expr.at = at;
    return expr;
}

/// An expression around a first part, where that part stands.
[[nodiscard]] inline Expr parent(Expr::Kind kind, Expr part) {
    Expr expr = node(kind, part.at);
    expr.parts.push_back(std::move(part));
    return expr;
}

[[nodiscard]] inline Expr numberExpr(std::int64_t number, Position at) {
    Expr expr = node(Expr::Kind::Number, at);
    expr.number = number;
    return expr;
}

} // namespace ipclab
