#pragma once

#include "engine/world/world.h"

namespace ipclab {

/// The segment with this id that is not gone, or nullptr.
[[nodiscard]] Segment* liveSegment(World& world, std::int64_t id);
/// A fresh segment with this id at the end of world.segments. Drops the oldest removed one when
/// there are more than maxObjects.
Segment& addSegment(World& world, std::int32_t id);
/// The live segment with this id; one that nobody of the lab made appears when there is none.
Segment& segmentFound(World& world, std::int64_t id);
/// The segment is gone, with all it held.
void removeSegment(World& world, Segment& segment);

// attach.cpp
/// The process ends: the kernel detaches whatever it has attached.
void detachAll(World& world, Process& process);
/// Under shm_rmid_forced: what its maker leaves unattached goes with it.
void removeUnattachedOf(World& world, ProcessId maker);
/// fork(2): the child has every attachment of its parent, at the same addresses.
void inheritAttachments(World& world, const Process& parent, Process& child);

} // namespace ipclab
