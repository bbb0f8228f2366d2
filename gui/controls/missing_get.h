#pragma once

#include "engine/world/world.h"

#include <optional>

namespace ipclab {

/// The msgget that gives the queue variable `id` its value, when this process has none yet.
[[nodiscard]] std::optional<Statement> missingGet(const World& world, const Process& process,
                                                  const Expr& id);

} // namespace ipclab
