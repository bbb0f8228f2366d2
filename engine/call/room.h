#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// Whether an array of the process has the item that the action stores in, and room for what its
/// call writes (pipe, read). In C the rest would silently overwrite what lies behind.
[[nodiscard]] Result<void> checkRoom(const Action& action, const Scope& scope);

} // namespace ipclab
