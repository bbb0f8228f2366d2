#include "gui/timeline/time_axis.h"

#include <algorithm>

namespace ipclab {

void TimeAxis::note(std::int64_t timeNs) {
    const std::int64_t idle = timeNs - lastNs_;
    if (lastNs_ != 0 && idle > shownOfGap && gaps_.size() < mostGaps) {
        const Gap* last = gaps_.empty() ? nullptr : &gaps_.back();
        const std::int64_t before = last ? last->cutBefore + (last->toNs - last->fromNs) : 0;
        gaps_.push_back({lastNs_ + shownOfGap / 2, timeNs - shownOfGap / 2, before});
    }
    lastNs_ = std::max(lastNs_, timeNs);
}

std::int64_t TimeAxis::toAxis(std::int64_t timeNs) const {
    if (!folded_) return timeNs;
    const std::int64_t known = std::min(timeNs, lastNs_ + shownOfGap); // the gap that still grows
    const auto next = std::ranges::upper_bound(gaps_, known, {}, &Gap::fromNs);
    if (next == gaps_.begin()) return known;
    const Gap& gap = *std::prev(next);
    return known - gap.cutBefore - (std::min(known, gap.toNs) - gap.fromNs);
}

std::int64_t TimeAxis::fromAxis(std::int64_t axisNs) const {
    if (!folded_) return axisNs;
    const auto next = std::ranges::upper_bound(
        gaps_, axisNs, {}, [](const Gap& gap) { return gap.fromNs - gap.cutBefore; });
    if (next == gaps_.begin()) return axisNs;
    const Gap& gap = *std::prev(next);
    return axisNs + gap.cutBefore + (gap.toNs - gap.fromNs);
}

std::int64_t TimeAxis::markDistance(double leastNs) {
    std::int64_t power = 1;
    while (true) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (static_cast<double>(factor * power) >= leastNs) return factor * power;
        }
        power *= 10;
    }
}

} // namespace ipclab
