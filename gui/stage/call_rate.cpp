#include "gui/stage/call_rate.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr std::int64_t windowNs = 500'000'000;

} // namespace

void CallRate::add(std::int64_t nowNs, double calls) {
    if (counts_.empty() || counts_.back().ns != nowNs) counts_.push_back({nowNs, 0});
    counts_.back().calls += calls;
    std::erase_if(counts_, [&](const Count& each) { return nowNs - each.ns > windowNs; });
    calls_ = 0;
    for (const Count& each : counts_)
        calls_ += each.calls;
    // The first frame of a burst has no length yet; a tenth of a second is what it is shown for.
    const double seconds = static_cast<double>(nowNs - counts_.front().ns) / 1e9;
    perSecond_ = calls_ / std::max(0.1, seconds);
}

} // namespace ipclab
