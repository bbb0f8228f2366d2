#include "gui/bridge/repeat_count.h"

#include "engine/call/language.h"

#include <algorithm>
#include <utility>

namespace ipclab {
namespace {

/// A repeat of one store flat out is one call, which makes all rounds or dies.
bool isBurst(const Statement& repeat) {
    if (repeat.actions.size() != 1 || repeat.everyMs != 0) return false;
    const CallId id = repeat.actions.front().call->id;
    return id == CallId::Store || id == CallId::AtomicAdd;
}

} // namespace

RepeatCount::RepeatCount(std::shared_ptr<const Statement> repeat, CallRef first)
    : repeat_(std::move(repeat)), first_(first) {
}

void RepeatCount::entered() {
    asleep_ = false;
}

void RepeatCount::returned(const event::Returned& returned) {
    asleep_ = false;
    const std::size_t action = returned.ref - first_;
    if (action >= repeat_->actions.size()) return; // of a line before
    further_ = action + 1;
    if (further_ < repeat_->actions.size()) return;
    further_ = 0;
    rounds_ += isBurst(*repeat_) ? repeat_->times : 1;
}

std::string printRounds(const Statement& repeat, const RepeatRounds& made,
                        const std::map<ProcessId, std::string>& letters) {
    const auto least =
        std::ranges::min_element(made, {}, &RepeatRounds::value_type::second)->second;
    const std::uint64_t together = made.size() < repeat.processes.size() ? 0 : least;
    Statement part = repeat;
    part.times = together;
    std::string text = together == 0 ? std::string() : print(part) + '\n';
    for (const auto& [process, rounds] : made) {
        if (rounds == together) continue;
        part.processes = {letters.at(process)};
        part.times = rounds - together;
        text += print(part) + '\n';
    }
    return text;
}

} // namespace ipclab
