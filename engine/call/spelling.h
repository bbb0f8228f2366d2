#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// The candidate that `word` was most likely meant to be: equal but for upper and lower case, or
/// a few typing errors away. Empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// "; did you mean msgsnd?", or nothing when no candidate is near.
[[nodiscard]] std::string suggestion(std::string_view word,
                                     const std::vector<std::string_view>& candidates);

/// "alice, bob, carol or root".
[[nodiscard]] std::string listed(const std::vector<std::string_view>& words);

} // namespace ipclab
