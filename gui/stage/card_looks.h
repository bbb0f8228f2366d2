#pragma once

#include "engine/world/world.h"
#include "gui/stage/clock.h"

#include <deque>
#include <map>
#include <memory>

namespace ipclab {

/// What the cards of processes tell while motion catches up with them: each call stands there as it
/// was until what it did has been seen, and the next ones wait for it.
class CardLooks {
public:
    explicit CardLooks(const StageClock& clock) : clock_(clock) {}

    /// From `at` (ms of motion) on the card tells `after`, until then what it told last; that is
    /// `before` where it was up to date.
    void tell(ProcessId process, double at, std::shared_ptr<const World> before,
              std::shared_ptr<const World> after);
    /// When all that was told of the process stands on its card: ms of motion, not in the past.
    [[nodiscard]] double last(ProcessId process) const;
    [[nodiscard]] bool lags(ProcessId process) const { return looks_.contains(process); }
    [[nodiscard]] bool moving() const { return !looks_.empty(); }
    /// The world as its card tells it now; nullptr: as it is.
    [[nodiscard]] const World* shown(ProcessId process) const;
    void snap() { looks_.clear(); }
    /// Drops what has passed; true when a card changes with it.
    bool advance();

private:
    struct Look {
        double from = 0;
        std::shared_ptr<const World> world;
    };

    const StageClock& clock_;
    std::map<ProcessId, std::deque<Look>> looks_; ///< each with at least two
};

} // namespace ipclab
