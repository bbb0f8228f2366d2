// What evaluate() is made of; for its own files only.
#pragma once

#include "engine/call/language.h"

namespace ipclab {

// evaluate.cpp
/// The numbers of all parts joined with | or *.
[[nodiscard]] Result<std::int64_t> evaluateChain(const Expr& expr, const Scope& scope);

// evaluate_type.cpp
[[nodiscard]] Result<Value> evaluateSizeof(const Expr& expr, const Scope& scope);
[[nodiscard]] Result<Value> evaluateCast(const Expr& expr, const Scope& scope);

// evaluate_address.cpp
/// Adds numbers, or moves a pointer by so many of what it points at.
[[nodiscard]] Result<Value> evaluateSum(const Expr& expr, const Scope& scope);
/// A variable stands for itself behind &; of a place in memory it is the address.
[[nodiscard]] Result<Value> evaluateAddressOf(const Expr& expr, const Scope& scope);
/// An item of an array that is a variable.
[[nodiscard]] Result<Value> evaluateIndex(const Expr& expr, const Scope& scope);

} // namespace ipclab
