#pragma once

#include "engine/event/event.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace ipclab {

/// How much of a repeat its process has made so far, by what it reported.
class RepeatCount {
public:
    RepeatCount(std::shared_ptr<const Statement> repeat, CallRef first);

    void entered();
    void slept() { asleep_ = true; }
    void returned(const event::Returned& returned);

    [[nodiscard]] bool isComplete() const { return rounds_ >= repeat_->times; }
    [[nodiscard]] bool isAsleep() const { return asleep_; }
    /// Whole rounds.
    [[nodiscard]] std::uint64_t rounds() const { return rounds_; }
    /// Calls of the round behind them that have returned.
    [[nodiscard]] std::size_t further() const { return further_; }

private:
    std::shared_ptr<const Statement> repeat_;
    CallRef first_;
    std::uint64_t rounds_ = 0;
    std::size_t further_ = 0;
    bool asleep_ = false;
};

/// Rounds that each process made of one repeat.
using RepeatRounds = std::map<ProcessId, std::uint64_t>;

/// The repeat as far as it was made, a line for each part: the rounds that all of its processes
/// made together, and behind them those that only some did. Nothing for none.
[[nodiscard]] std::string printRounds(const Statement& repeat, const RepeatRounds& made,
                                      const std::map<ProcessId, std::string>& letters);

} // namespace ipclab
