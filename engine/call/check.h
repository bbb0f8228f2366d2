#pragma once

#include "engine/call/language.h"

#include <optional>

namespace ipclab {

/// The first thing in a script that could not work when it runs: a variable that no earlier line
/// of its process sets, a process declared too late, a kill of something outside the lab, a limit.
/// Settles what only the whole script shows: which names are arrays.
[[nodiscard]] std::optional<SyntaxError> firstProblem(Script& script);

} // namespace ipclab
