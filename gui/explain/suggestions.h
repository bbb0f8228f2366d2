// What a process could try next, collected; each mechanism adds its own.
#pragma once

#include "gui/explain/phrase.h"

namespace ipclab {

inline constexpr std::size_t mostSuggestions = 3;

/// Lines that can be given, each once, up to the limit.
class Suggestions {
public:
    void add(const QString& label, const Process& by, const std::string& line) {
        if (auto fix = phrase::fix(label, by, line)) add(std::move(*fix));
    }
    void add(Fix fix) {
        if (found_.size() >= mostSuggestions) return;
        found_.push_back({std::move(fix.label), std::move(fix.statement)});
    }
    [[nodiscard]] std::vector<Suggestion> take() { return std::move(found_); }

private:
    std::vector<Suggestion> found_;
};

/// False when the process has no end of a pipe, or no segment attached.
bool suggestOnPipe(Suggestions& found, const World& world, const Process& process);
bool suggestOnSegment(Suggestions& found, const World& world, const Process& process);
/// Ways to a FIFO or segment that others have made. False when there is none.
bool suggestMeeting(Suggestions& found, const World& world, const Process& process);

} // namespace ipclab
