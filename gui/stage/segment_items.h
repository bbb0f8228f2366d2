// The segment's card, painted from the world at the place that the layout gives.
#pragma once

#include "engine/world/world.h"
#include "gui/stage/hex_atlas.h"
#include "gui/stage/hex_grid.h"
#include "gui/stage/ink.h"
#include "gui/stage/items.h"
#include "gui/stage/layout.h"
#include "gui/stage/memory_motion.h"

namespace ipclab {

/// What stands still: the card, its words and notes.
void paintSegment(Ink& ink, const World& world, const SegmentPlace& place, const ObjectLook& look);
/// What changes with time alone: the bytes with their fading tints, the ages of the last writers,
/// which page is seen. Cheap enough for every display frame.
void paintSegmentBytes(Ink& ink, HexAtlas& atlas, const World& world, const SegmentPlace& place,
                       const HexView& view, std::int64_t nowNs);
/// The pages of a long segment: touched or not.
void paintPageStrip(Ink& ink, const Segment& segment, const SegmentPlace& place);
/// Which part of them is seen.
void paintSeenPart(Ink& ink, const Segment& segment, const SegmentPlace& place,
                   std::uint64_t first);
/// The page that a point of the strip stands for.
[[nodiscard]] std::uint64_t pageAt(const Segment& segment, const QRect& strip, int x);
/// Whether time alone changes the picture of a segment.
[[nodiscard]] bool fades(const Segment& segment, std::int64_t nowNs);

/// The ends of the line of one attachment of a process; nothing while one of them has no card.
struct AttachmentLine {
    QPointF from, to;
};
[[nodiscard]] std::optional<AttachmentLine> attachmentLine(const World& world,
                                                           const StageLayout& layout,
                                                           const Process& process,
                                                           std::size_t which);
/// From each process to every segment that it has attached: solid to read and write, dashed to
/// read only.
void paintAttachments(Ink& ink, const World& world, const StageLayout& layout);
/// What is done through an attachment, on its line.
void paintMemoryBoxes(Ink& ink, const World& world, const StageLayout& layout,
                      const std::vector<MemoryMotion::Box>& boxes);

} // namespace ipclab
