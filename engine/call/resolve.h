#pragma once

#include "engine/call/catalogue.h"
#include "engine/call/language.h"

namespace ipclab {

/// Fills in a call of one mechanism. The number of arguments is checked before.
[[nodiscard]] Result<ResolvedCall> resolveMessageQueue(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolveSignal(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolvePipe(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolveFile(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolveProcess(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolveSharedMemory(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolveMemory(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolvePrintf(const Call& call, const Scope& scope);
[[nodiscard]] Result<ResolvedCall> resolveKey(const Call& call, const Scope& scope);

} // namespace ipclab
