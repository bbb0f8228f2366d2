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
        take(place, events[i]);
    }
}

void Histories::take(std::uint64_t place, const Event& event) {
    std::vector<Line>& lines = members_[event.process].lines;
    if (const auto* started = std::get_if<event::ProcessStarted>(&event.body)) {
        Member& member = members_[event.process];
        member.letter = started->letter;
        member.label = started->label;
        member.parent = started->parent;
        if (started->parent != 0) fork(place, started->parent, event.process);
    } else if (const auto* renamed = std::get_if<event::Renamed>(&event.body)) {
        members_[event.process].label = renamed->label;
    } else if (const auto* given = std::get_if<event::Given>(&event.body)) {
        if (!given->statement || given->statement->actions.empty()) return;
        Line line{place, given->first, given->statement};
        // Nothing tells of an assignment without a call but that it was given.
        if (countedAction(*given->statement) == given->statement->actions.size())
            line.begun = given->statement->times;
        lines.push_back(std::move(line));
    } else if (const auto* withdrawn = std::get_if<event::Withdrawn>(&event.body)) {
        std::erase_if(lines,
                      [withdrawn](const Line& line) { return line.first == withdrawn->first; });
    } else if (const auto* entered = std::get_if<event::Entered>(&event.body)) {
        if (lines.empty() || entered->ref < lines.back().first) return;
        Line& line = lines.back();
        line.entered = static_cast<std::size_t>(entered->ref - line.first);
        if (line.entered == countedAction(*line.statement)) ++line.begun;
    }
}

/// The parent is in the call: its child reports itself before that returns.
void Histories::fork(std::uint64_t place, ProcessId parent, ProcessId child) {
    std::vector<Line>& lines = members_[parent].lines;
    if (lines.empty() || lines.back().begun == 0) return;
    Line& line = lines.back();
    line.forked.push_back({place, line.entered, line.begun - 1, child});
}

std::vector<ProcessId> Histories::eldest() const {
    std::vector<ProcessId> all;
    for (const auto& [process, member] : members_)
        if (member.parent == 0) all.push_back(process);
    return all;
}

ProcessId Histories::eldestOf(ProcessId process) const {
    for (;;) {
        const auto member = members_.find(process);
        if (member == members_.end() || member->second.parent == 0) return process;
        process = member->second.parent;
    }
}

std::optional<std::uint64_t> Histories::lastOf(ProcessId process, std::uint64_t position) const {
    const auto member = members_.find(process);
    if (member == members_.end()) return std::nullopt;
    std::optional<std::uint64_t> last;
    for (const Line& line : member->second.lines)
        if (line.begun > 0 && line.place < position) last = line.place;
    return last;
}

ProcessHistory Histories::at(ProcessId process, std::uint64_t position,
                             std::optional<std::uint64_t> without) const {
    ProcessHistory history;
    const auto member = members_.find(process);
    if (member == members_.end()) return history;
    history.letter = member->second.letter;
    history.label = member->second.label;
    for (const Line& line : member->second.lines) {
        if (line.place >= position || line.begun == 0 || line.place == without) continue;
        const std::vector<Action>& actions = line.statement->actions;
        ProcessHistory::Done done;
        done.action = actions.front();
        done.times = line.begun;
        done.more.assign(actions.begin() + 1, actions.end());
        done.everyMs = line.statement->everyMs;
        for (const Child& each : line.forked)
            if (each.place < position)
                done.forked.push_back(
                    {each.action, each.turn, at(each.process, position, without)});
        history.done.push_back(std::move(done));
    }
    return history;
}

} // namespace ipclab
