#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// Fills in a call of one mechanism. The number of arguments is checked before.
[[nodiscard]] Result<ResolvedCall> resolveMessageQueue(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolveSignal(const Call& call, const Scope& scope);

} // namespace ipclab
