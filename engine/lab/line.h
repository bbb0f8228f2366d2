#pragma once

#include "engine/base/result.h"
#include "engine/call/language.h"
#include "engine/event/protocol.h"
#include "engine/world/world.h"

#include <vector>

namespace ipclab {

/// What the process with this id knows in this state: its variables, the others' pids, the users.
[[nodiscard]] Scope scopeOf(const World& world, const Process& process, const Hello& hello);

/// Every call of the statement, evaluated for one process.
[[nodiscard]] Result<std::vector<ResolvedCall>> resolveLine(const Statement& statement,
                                                            const Scope& scope);

} // namespace ipclab
