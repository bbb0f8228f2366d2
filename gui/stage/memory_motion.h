#pragma once

#include "gui/bridge/frame.h"
#include "gui/stage/call_rate.h"
#include "gui/stage/clock.h"
#include "gui/stage/memory_deed.h"

#include <map>
#include <vector>

namespace ipclab {

/// Accesses to shared memory as they light up. Nothing travels: the bytes change where they are,
/// and a small box on the line between process and segment says what was done. Accesses that come
/// faster than they can be read merge into one box with a counter.
class MemoryMotion {
public:
    explicit MemoryMotion(const StageClock& clock) : clock_(clock) {}

    /// A box on the line of one attachment.
    struct Box {
        MemoryDeed deed;
        double perSecond = 0; ///< so many accesses that they are counted; 0 = this one alone
        double opacity = 1;
    };

    void take(const Frame& frame);
    void snap() { boxes_.clear(); }
    /// Drops what has ended.
    void advance();
    [[nodiscard]] bool moving() const { return !boxes_.empty(); }
    /// Those of the moment, and those of accesses that still go on.
    [[nodiscard]] std::vector<Box> boxes(const World& world) const;

private:
    struct Shown {
        MemoryDeed deed;
        CallRate rate;
        double until = 0;
    };
    using Line = std::pair<ProcessId, std::uint64_t>; ///< process and Attachment::address

    void note(MemoryDeed deed, std::int64_t nowNs, double times);

    const StageClock& clock_;
    std::shared_ptr<const World> world_;
    std::uint64_t position_ = 0;
    std::map<Line, Shown> boxes_;
};

} // namespace ipclab
