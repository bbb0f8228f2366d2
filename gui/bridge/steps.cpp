#include "gui/bridge/steps.h"

#include <algorithm>

namespace ipclab {

void Steps::clear() {
    *this = Steps{};
}

void Steps::take(std::uint64_t first, std::span<const Event> events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto* given = std::get_if<event::Given>(&events[i].body);
        if (given == nullptr) continue;
        ++given_;
        const bool sameLine = given->statement != nullptr && last_.lock() == given->statement;
        if (!sameLine) begins_.push_back(first + i);
        last_ = given->statement;
    }
}

std::uint64_t Steps::before(std::uint64_t position) const {
    const auto at = std::ranges::lower_bound(begins_, position);
    return at == begins_.begin() ? 0 : *std::prev(at);
}

std::optional<std::uint64_t> Steps::after(std::uint64_t position) const {
    const auto at = std::ranges::upper_bound(begins_, position);
    if (at == begins_.end()) return std::nullopt;
    return *at;
}

std::size_t Steps::countBefore(std::uint64_t position) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(begins_, position) - begins_.begin());
}

} // namespace ipclab
