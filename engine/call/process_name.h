#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace ipclab {

using IsTaken = std::function<bool(std::string_view name)>;

/// The first of A, B, … Z, AA, AB, … that no process has had.
[[nodiscard]] std::string freeProcessName(const IsTaken& isTaken);

/// How the child of `target = fork()` is called: as the target where that is a variable that begins
/// with a capital letter and no process has had the name, else the first free one.
[[nodiscard]] std::string childName(std::string_view target, const IsTaken& isTaken);

} // namespace ipclab
