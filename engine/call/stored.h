#pragma once

#include "engine/call/call.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ipclab {

/// What `target = call(…)` stores. shmat gives a pointer: to what the declaration or the cast says
/// it points at, else to what the variable pointed at before.
[[nodiscard]] Value storedResult(const Action& action, const Value* before, std::int64_t result);

/// The number that a call returns when it returns this value; nothing for texts and structs.
[[nodiscard]] std::optional<std::int64_t> resultOf(const Value& value);

/// Makes a plain assignment of a load from, or a store to, an array that is a variable.
void settleArray(Action& action);
/// Whether the action reads as a load or a store when it is parsed on its own.
[[nodiscard]] bool isSettled(const Action& action);

} // namespace ipclab
