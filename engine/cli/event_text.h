// cli: ipclab-cli, the lab without a window: runs scripts and lessons, prints events, calls and
// lessons.
#pragma once

#include "engine/world/world.h"

#include <optional>
#include <string>

namespace ipclab {

/// Prints events as lines of the language of calls. Keeps a world of its own to know what a
/// return belongs to.
class EventText {
public:
    /// The line for this event, without a line feed, or nothing for an event that only prepares
    /// another (Given, Entered) or confirms what is known.
    [[nodiscard]] std::optional<std::string> line(const Event& event);

private:
    [[nodiscard]] std::optional<std::string> text(const Event& event) const;
    [[nodiscard]] std::string startText(const event::ProcessStarted& started) const;
    [[nodiscard]] std::string endingText(const event::ProcessEnded& ended,
                                         const Process& process) const;
    [[nodiscard]] std::string familyText(const Process& ended) const;
    World world_;
};

/// The event as one JSON object on one line: seq, time_ns, process, kind and the kind's fields.
[[nodiscard]] std::string eventJson(const Event& event, const World& world);

} // namespace ipclab
