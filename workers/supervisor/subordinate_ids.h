#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// The first `count` ids that the text of /etc/subuid or /etc/subgid gives the user, by name or by
/// number; fewer when there are fewer. subuid(5).
[[nodiscard]] std::vector<std::uint32_t> subordinateIds(std::string_view text,
                                                        const std::string& name, std::uint32_t uid,
                                                        std::size_t count);

/// The same from the file; none where it does not exist.
[[nodiscard]] std::vector<std::uint32_t> subordinateIdsFrom(const std::string& file,
                                                            const std::string& name,
                                                            std::uint32_t uid, std::size_t count);

} // namespace ipclab
