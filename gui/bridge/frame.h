// bridge: the one room of the window that sees engine/lab; it drains it at each frame.
#pragma once

#include "engine/event/event.h"
#include "engine/lab/lab.h"
#include "engine/world/world.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ipclab {

/// What the window draws at one moment. Every view gets the same frame.
struct Frame {
    std::shared_ptr<const World> world;
    std::vector<Event> fresh;     ///< events since the last frame, oldest first, at most maxFresh
    std::uint64_t firstFresh = 0; ///< place of fresh[0] in the journal
    std::uint64_t skipped = 0;    ///< events since the last frame that are not in `fresh`
    bool past = false;            ///< an earlier moment is shown
    std::uint64_t position = 0;   ///< how many events lie before the shown moment
    std::uint64_t total = 0;      ///< how many events there are
    std::int64_t nowNs = 0;       ///< CLOCK_MONOTONIC of this frame (of the moment, in the past)
    LabStatistics statistics;
};

/// More fresh events than this are not shown one by one but as a stream with a counter.
inline constexpr std::size_t maxFresh = 2000;

/// The palette's index for a process: the same colour in every view, in the order of starting.
inline int colourIndex(ProcessId process) {
    return process < firstWorker ? 0 : process - firstWorker;
}

} // namespace ipclab
