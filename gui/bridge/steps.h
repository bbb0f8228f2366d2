#pragma once

#include "engine/event/event.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ipclab {

/// Where the steps that a user sees begin in the journal: each line given to a process is one.
/// A line given to several processes at once is one step.
class Steps {
public:
    void clear();
    /// Takes in events in their order; `first` is the place of events[0] in the journal.
    void take(std::uint64_t first, std::span<const Event> events);

    /// The last beginning before this moment; 0 when there is none.
    [[nodiscard]] std::uint64_t before(std::uint64_t position) const;
    /// The first beginning after this moment; nothing when the rest is one step.
    [[nodiscard]] std::optional<std::uint64_t> after(std::uint64_t position) const;
    /// How many steps have begun before this moment.
    [[nodiscard]] std::size_t countBefore(std::uint64_t position) const;
    [[nodiscard]] std::size_t count() const { return begins_.size(); }
    /// How many Given events were taken in: more than steps where processes started together.
    [[nodiscard]] std::uint64_t given() const { return given_; }

private:
    std::vector<std::uint64_t> begins_;
    std::weak_ptr<const Statement> last_;
    std::uint64_t given_ = 0;
};

} // namespace ipclab
