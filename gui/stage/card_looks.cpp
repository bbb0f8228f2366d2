#include "gui/stage/card_looks.h"

#include <algorithm>

namespace ipclab {

void CardLooks::tell(ProcessId process, double at, std::shared_ptr<const World> before,
                     std::shared_ptr<const World> after) {
    if (at <= clock_.now() && !lags(process)) return;
    auto& looks = looks_[process];
    if (looks.empty()) looks.push_back({clock_.now(), std::move(before)});
    looks.push_back({std::max(at, looks.back().from), std::move(after)});
}

double CardLooks::last(ProcessId process) const {
    const auto found = looks_.find(process);
    return found == looks_.end() ? clock_.now() : std::max(clock_.now(), found->second.back().from);
}

const World* CardLooks::shown(ProcessId process) const {
    const auto found = looks_.find(process);
    return found == looks_.end() ? nullptr : found->second.front().world.get();
}

bool CardLooks::advance() {
    bool changed = false;
    for (auto& [process, looks] : looks_)
        while (looks.size() > 1 && clock_.now() >= looks[1].from) {
            looks.pop_front();
            changed = true;
        }
    // The last look is the world's own.
    std::erase_if(looks_, [](const auto& each) { return each.second.size() < 2; });
    return changed;
}

} // namespace ipclab
