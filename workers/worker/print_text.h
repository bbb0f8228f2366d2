#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

/// What printf(3) prints for a packed call (engine/call/printf.h); %s really reads the memory it is
/// given. Longer output than `most` is cut just behind it. Nothing for a format that cannot be.
[[nodiscard]] std::optional<std::string> printText(std::string_view packed, std::size_t most);

} // namespace ipclab
