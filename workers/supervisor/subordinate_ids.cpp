#include "workers/supervisor/subordinate_ids.h"

#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

namespace ipclab {

namespace {

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

} // namespace

std::vector<std::uint32_t> subordinateIds(std::string_view text, const std::string& name,
                                          std::uint32_t uid, std::size_t count) {
    std::vector<std::uint32_t> ids;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos) continue;
        const std::string owner = line.substr(0, first);
        if (owner != name && owner != std::to_string(uid)) continue;
        const auto start = number(std::string_view(line).substr(first + 1, second - first - 1));
        const auto size = number(std::string_view(line).substr(second + 1));
        for (std::uint32_t i = 0; start && size && i < *size && ids.size() < count; ++i)
            ids.push_back(*start + i);
    }
    return ids;
}

std::vector<std::uint32_t> subordinateIdsFrom(const std::string& file, const std::string& name,
                                              std::uint32_t uid, std::size_t count) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return subordinateIds(text.str(), name, uid, count);
}

} // namespace ipclab
