#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// The bytes that a variable or a value has in C: of a text, a buffer, a number, a message, an
/// array. `what` names the argument in the sentence of a failure.
[[nodiscard]] Result<std::string> evaluateBytes(const Expr& operand, const Scope& scope,
                                                std::string_view what);

/// The first `count` of them, with zeros behind where there are fewer. A call that carries more
/// than the lab's limit is refused; sizes that no memory has are left to the kernel: no bytes.
[[nodiscard]] Result<std::string> evaluateBytes(const Expr& operand, std::int64_t count,
                                                const Scope& scope, std::string_view what);

/// The text that it is for strcpy and open: what stands before the first NUL.
[[nodiscard]] Result<std::string> evaluateText(const Expr& operand, const Scope& scope,
                                               std::string_view what);

/// Refuses a count of bytes that a call of the lab cannot carry.
[[nodiscard]] Result<void> checkCarried(std::int64_t count, std::string_view what);
/// The same, but for sizes that no memory has: those the kernel refuses itself.
[[nodiscard]] Result<void> checkCount(std::int64_t count, std::string_view what);

} // namespace ipclab
