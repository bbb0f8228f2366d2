#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <string_view>

namespace ipclab {

/// The program of this name in `folder`; when that is empty, beside the running program or in
/// ../libexec/ipclab seen from there. Fails with the places that were searched.
[[nodiscard]] Result<std::filesystem::path> findProgram(const std::filesystem::path& folder,
                                                        std::string_view name);

} // namespace ipclab
