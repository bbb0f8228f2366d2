#pragma once

#include "engine/call/language.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// Arguments as the forms make them; they print as the language writes them.

[[nodiscard]] Expr numberExpr(std::int64_t value, NumberBase base = NumberBase::Decimal);
[[nodiscard]] Expr nameExpr(std::string name);
[[nodiscard]] Expr nullExpr();
[[nodiscard]] Expr addressOf(std::string variable);
[[nodiscard]] Expr messageExpr(std::int64_t mtype, std::string mtext);
/// The parts joined by |; the single part, or 0, when there are fewer than two.
[[nodiscard]] Expr orExpr(std::vector<Expr> parts);

/// Reads one argument as it would stand in a call; nothing when it is not one.
[[nodiscard]] std::optional<Expr> readExpr(const QString& text);

/// The parts of an OR, without casts around them.
[[nodiscard]] std::vector<Expr> orParts(const Expr& expr);
/// The expression without the casts around it.
[[nodiscard]] const Expr& uncast(const Expr& expr);
/// The number that a literal or a negative literal stands for; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> literal(const Expr& expr);

} // namespace ipclab
