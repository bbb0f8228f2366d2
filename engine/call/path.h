#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// Where a path may lead: a lesson is data from strangers, so files outside the lab are out of its
/// reach.
enum class PathUse : std::uint8_t {
    Name,    ///< something in the scratch folder
    Opened,  ///< also /proc/self/fd/N
    Changed, ///< something in the scratch folder, but not the folder itself
    Removed, ///< the same, but for "ram/." and the like, which the kernel itself refuses
    Linked   ///< the same: another name of the folder would be a way to change it
};

/// The path that an argument gives, up to its first NUL; a failure if it leads out of the lab's
/// scratch folder. An empty one is left to the kernel.
[[nodiscard]] Result<std::string> pathOf(const Expr& written, const Scope& scope,
                                         std::string_view what, PathUse use = PathUse::Name);

} // namespace ipclab
