#pragma once

#include "gui/stage/hex_atlas.h"
#include "gui/stage/hex_grid.h"
#include "gui/stage/ink.h"
#include "gui/stage/layout.h"
#include "gui/stage/memory_motion.h"

namespace ipclab {

/// What the stage remembers of shared memory between two frames: which bytes are seen, the glyphs,
/// and what lights up.
class MemoryShow {
public:
    explicit MemoryShow(const StageClock& clock) : motion_(clock) {}

    void take(const Frame& frame) { motion_.take(frame); }
    /// The layout of the newest frame.
    void settle(const World& world, const StageLayout& layout);
    /// Another theme, scale or screen.
    void restyle() { atlas_.clear(); }
    void advance() { motion_.advance(); }
    [[nodiscard]] bool moving() const { return motion_.moving(); }
    [[nodiscard]] std::vector<MemoryMotion::Box> boxes(const World& world) const {
        return motion_.boxes(world);
    }
    /// Whether time alone changes the picture.
    [[nodiscard]] bool fading(const World& world, const StageLayout& layout,
                              std::int64_t nowNs) const;

    /// Bytes and boxes; on top of the still picture.
    void paint(Ink& ink, const World& world, const StageLayout& layout, std::int64_t nowNs);

    /// The first byte that is seen of a segment (an index into World::segments).
    [[nodiscard]] std::uint64_t firstSeen(const World& world, const SegmentPlace& place) const;
    /// Shows the row of this byte first; it then stays until follow().
    void scrollTo(const World& world, const SegmentPlace& place, std::int64_t offset);
    void scrollRows(const World& world, const SegmentPlace& place, std::int64_t rows);
    /// Goes with the last write again.
    void follow(const SegmentPlace& place);
    /// An arrow, Page Up or Down, Home or End on the bytes; Escape follows the writes again. False
    /// for any other key.
    bool key(const World& world, const SegmentPlace& place, int key);
    /// A click on a page strip; false elsewhere.
    bool press(const World& world, const StageLayout& layout, QPoint at);
    /// The wheel over bytes that do not all fit; false elsewhere.
    bool wheel(const World& world, const StageLayout& layout, QPoint at, int rows);
    [[nodiscard]] QString tipAt(const World& world, const StageLayout& layout, QPoint at,
                                std::int64_t nowNs) const;

private:
    [[nodiscard]] HexView viewOf(const SegmentPlace& place) const;

    HexAtlas atlas_;
    HexViews views_;
    MemoryMotion motion_;
};

} // namespace ipclab
