// Random events of every kind, for what must hold for all of them.
#pragma once

#include "engine/event/event.h"

#include <random>
#include <string>

namespace ipclab {

class RandomEvents {
public:
    explicit RandomEvents(std::uint32_t seed) : random_(seed) {}

    /// The next of a stream: numbers and times mostly grow by little, as they do in a lab.
    Event next();

private:
    std::uint64_t below(std::uint64_t count) { return random_() % count; }
    std::int64_t number();
    std::string bytes();
    QueueStat stat();
    SegmentStat segmentStat();
    Value value();
    event::FileIdentity file();
    ResolvedCall call();
    event::Body body();
    event::Body rareBody();
    event::QueueSeen queueSeen();
    event::Returned returned();
    event::DescriptorsSeen descriptorsSeen();
    event::PipeSeen pipeSeen();
    event::SegmentSeen segmentSeen();

    std::mt19937_64 random_;
    std::uint64_t seq_ = 0;
    std::int64_t timeNs_ = 1'000'000'000;
};

/// Whether both say the same, down to the last byte; given lines by what they print.
[[nodiscard]] bool same(const Event& one, const Event& other);

} // namespace ipclab
