#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// Whether an array of the process has the item that the action stores in, and room for what its
/// call writes (pipe, read, strcpy, memcpy, memset). In C the rest would silently overwrite what
/// lies behind. How long a text in shared memory is shows only when it is copied.
[[nodiscard]] Result<void> checkRoom(const Action& action, const Scope& scope);

} // namespace ipclab
