#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// The number that an expression gives; `what` names it in the sentence of a failure ("msgsz").
[[nodiscard]] Result<std::int64_t> evaluateNumber(const Expr& expr, const Scope& scope,
                                                  std::string_view what);

/// The same, when it must fit into the 32 bits of a C int or an unsigned int; gives the int.
[[nodiscard]] Result<std::int64_t> evaluateInt(const Expr& expr, const Scope& scope,
                                               std::string_view what);

/// The value as a type of C keeps it: a pointer's width, a number's bits, an array's length.
[[nodiscard]] Result<Value> converted(const Value& value, std::string_view typeName);
/// What a variable of the type holds before anything is stored in it: zeros.
[[nodiscard]] Value initialValue(std::string_view typeName);

/// The expression inside of casts: (void *)&rbuf is &rbuf.
[[nodiscard]] const Expr& withoutCasts(const Expr& expr);
/// What a pointer argument names, inside of casts and behind &: (void *)&rbuf is rbuf.
[[nodiscard]] const Expr& pointee(const Expr& expr);

/// What a {.field = …} gives, starting from `base`. Names of users count for uid and gid.
[[nodiscard]] Result<Value> evaluateFields(const Expr& fields, Value base, const Scope& scope);

} // namespace ipclab
