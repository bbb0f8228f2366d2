#pragma once

#include "engine/world/world.h"

#include <optional>
#include <string>
#include <vector>

namespace ipclab {

/// The same of a segment as looks.h says of a queue: the kernel names the pid that made it.
[[nodiscard]] bool madeByLab(const World& world, const Segment& segment, const SegmentStat& stat);

/// Bytes of one look that differ from what the world holds.
struct FoundBytes {
    std::uint64_t offset = 0;
    std::string bytes;
};

/// Where a run of a look differs from the world: from the first to the last byte of each stretch;
/// stretches with few equal bytes between them are one, as long as one author wrote them.
[[nodiscard]] std::vector<FoundBytes> unexpectedIn(const Segment& segment,
                                                   const event::SegmentSeen::Run& run);

/// The process that may have written this byte at the same time as another, or just before it
/// died; nothing where no process of the lab may have.
[[nodiscard]] std::optional<ProcessId> authorOf(const Segment& segment, std::uint64_t offset);

/// Whether the run lies in the segment at all; else the look is damaged.
[[nodiscard]] bool isWithin(const Segment& segment, const event::SegmentSeen::Run& run);

} // namespace ipclab
