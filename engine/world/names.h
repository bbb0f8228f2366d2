// names: the names in the scratch folder, as far as the lab's processes made or used them.
#pragma once

#include "engine/world/world.h"

#include <string>
#include <string_view>

namespace ipclab {

/// The path leads to this file.
void noteName(World& world, std::string_view path, const event::FileIdentity& file);
/// A name that leads to the file; empty when none is known.
[[nodiscard]] std::string pathOf(const World& world, const event::FileIdentity& file);

} // namespace ipclab
