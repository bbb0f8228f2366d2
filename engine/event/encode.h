#pragma once

#include "engine/base/result.h"
#include "engine/event/event.h"
#include "engine/event/varint.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

/// Which event a run of bytes begins with. Written to files: numbers are never given away twice.
enum class EventTag : std::uint8_t {
    ProcessStarted = 1,
    ProcessEnded,
    Renamed,
    Given,
    Withdrawn,
    Entered,
    SleepSeen,
    Returned,
    Assigned,
    QueueSeen,
    Quiet,
    TableSeen,
    OutsideChange,
    Hole,
    Notice,
    Stopped,
    DescriptorsSeen,
    PipeSeen,
    SegmentSeen,
};

/// Writes events one behind the other, numbers and times as the difference to the event before.
class EventEncoder {
public:
    /// Appends the event to `out`.
    void append(const Event& event, std::string& out);
    /// The next event stands for itself, so that reading can begin there.
    void restart() { *this = {}; }

private:
    std::uint64_t seq_ = 0;
    std::int64_t timeNs_ = 0;
};

/// Reads them back. Bytes that no encoder wrote give an Error; nothing can be read after it.
class EventDecoder {
public:
    explicit EventDecoder(std::string_view bytes) : in_(bytes) {}

    [[nodiscard]] bool atEnd() const { return in_.atEnd(); }
    /// How many bytes are not read yet.
    [[nodiscard]] std::size_t left() const { return in_.left(); }
    /// A given line is read by parseStatement(); one that it does not read becomes a Notice.
    [[nodiscard]] Result<Event> next();
    /// The encoder restarted here.
    void restart() { seq_ = 0, timeNs_ = 0; }

private:
    ByteReader in_;
    std::uint64_t seq_ = 0;
    std::int64_t timeNs_ = 0;
};

} // namespace ipclab
