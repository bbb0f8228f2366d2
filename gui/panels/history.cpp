#include "gui/panels/history.h"

#include <algorithm>

namespace ipclab {

namespace {

/// The action that tells how often a line was done: its first call.
std::size_t countedAction(const Statement& statement) {
    const auto call = std::ranges::find_if(
        statement.actions, [](const Action& action) { return action.call.has_value(); });
    return static_cast<std::size_t>(call - statement.actions.begin());
}

} // namespace

void Histories::take(std::uint64_t first, const std::vector<Event>& events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::uint64_t place = first + i;
        if (place < taken_) continue;
        taken_ = place + 1;
        const Event& event = events[i];
        if (const auto* given = std::get_if<event::Given>(&event.body)) {
            if (!given->statement || given->statement->actions.empty()) continue;
            Line line{place, given->first, given->statement, 0};
            // Nothing tells of an assignment without a call but that it was given.
            if (countedAction(*given->statement) == given->statement->actions.size()) {
                line.begun = given->statement->times;
            }
            lines_[event.process].push_back(std::move(line));
        } else if (const auto* withdrawn = std::get_if<event::Withdrawn>(&event.body)) {
            std::erase_if(lines_[event.process],
                          [withdrawn](const Line& line) { return line.first == withdrawn->first; });
        } else if (const auto* entered = std::get_if<event::Entered>(&event.body)) {
            auto& lines = lines_[event.process];
            if (lines.empty()) continue;
            Line& line = lines.back();
            if (entered->ref == line.first + countedAction(*line.statement)) ++line.begun;
        }
    }
}

ProcessHistory Histories::at(ProcessId process, std::uint64_t position) const {
    ProcessHistory history;
    const auto found = lines_.find(process);
    if (found == lines_.end()) return history;
    for (const Line& line : found->second) {
        if (line.place >= position || line.begun == 0) continue;
        const std::vector<Action>& actions = line.statement->actions;
        ProcessHistory::Done done;
        done.action = actions.front();
        done.times = line.begun;
        done.more.assign(actions.begin() + 1, actions.end());
        history.done.push_back(std::move(done));
    }
    return history;
}

} // namespace ipclab
