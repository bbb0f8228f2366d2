#pragma once

#include "engine/call/language.h"

#include <functional>
#include <optional>

namespace ipclab {

/// Why a repeat would not do what it says. Its arguments are worked out once, before the first
/// round, so a call in it may use nothing that the same repeat sets, and assignments, which are
/// made before the calls, do not go into it. Nothing for a line that is no repeat.
/// `isBuffer` says whether the process holds a text, an array or a struct by this name: strcpy(b,
/// …) and its like set a buffer, and memory behind a pointer otherwise.
[[nodiscard]] std::optional<SyntaxError>
refuseRepeat(const Statement& statement,
             const std::function<bool(std::string_view name)>& isBuffer);

} // namespace ipclab
