#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <string>

namespace ipclab {

/// What a descriptor gives until its end, at most `most` bytes: of an input without end nothing
/// more is read. `name` is what an error speaks of ("standard input"). read(2).
[[nodiscard]] Result<std::string> readText(int fd, std::size_t most, const std::string& name);

} // namespace ipclab
