// Where the world has a segment otherwise than the model of the kernel: sentences, empty where all
// is well.
#pragma once

#include "engine/world/world.h"
#include "tests/world/segment_model.h"

#include <functional>

namespace ipclab {

using ByteOf = std::function<bool(std::int32_t segment, std::uint64_t offset)>;

[[nodiscard]] std::string wrongMappings(const Process& process, const SegmentModel& model);
/// `open`: nobody can know what this byte holds before a look.
[[nodiscard]] std::string wrongSegment(const Segment& segment, const SegmentModel& model,
                                       const ByteOf& open);
/// Whose bytes they are, and which pages exist, while nobody writes. `shared`: several wrote this
/// byte at the same time.
[[nodiscard]] std::string wrongWriters(const Segment& segment, const SegmentModel& model,
                                       const ByteOf& shared);

/// A quiet look at all pages that exist.
[[nodiscard]] event::SegmentSeen lookAt(const Segment& segment, const SegmentModel& model);

} // namespace ipclab
