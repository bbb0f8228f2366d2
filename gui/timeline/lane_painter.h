// Draws the lanes: blocks, sleep, what happens to the kernel objects below, marks, playhead.
#pragma once

#include "gui/theme/theme.h"
#include "gui/timeline/lanes.h"
#include "gui/timeline/time_axis.h"

#include <QPainter>
#include <QPixmap>

namespace ipclab {

/// Which part of the time is seen, in logical pixels of the view.
struct TimelineView {
    QSize size;
    int labelWidth = 0, axisHeight = 0, laneHeight = 0;
    int scrolled = 0;           ///< pixels that the lanes are scrolled up
    std::int64_t axisStart = 0; ///< time on the axis at the left edge of the lanes
    double nsPerPixel = 5e6;
    std::int64_t nowNs = 0;    ///< how far open blocks reach
    std::int64_t momentNs = 0; ///< the playhead
    bool past = false;
    std::uint64_t selected = 0; ///< position of the chosen block; 0: none

    [[nodiscard]] double x(std::int64_t axisNs) const {
        return labelWidth + static_cast<double>(axisNs - axisStart) / nsPerPixel;
    }
    [[nodiscard]] int laneTop(std::size_t lane) const {
        return axisHeight + static_cast<int>(lane) * laneHeight - scrolled;
    }
};

/// Where a block was drawn, so that it can be clicked.
struct BlockPlace {
    QRectF rect;
    std::size_t lane = 0;
    std::size_t block = 0;
};

class LanePainter {
public:
    LanePainter(const Lanes& lanes, const TimeAxis& axis, const Theme& theme);

    /// Draws everything and returns where the blocks are. The work is bounded by the width in
    /// pixels, not by the number of blocks.
    std::vector<BlockPlace> paint(QPainter& painter, const TimelineView& view);
    /// The pattern for sleep is made once for a palette and scale.
    void themeChanged() { hatch_ = QPixmap(); }

private:
    void paintMarks();
    void paintGaps();
    void paintNames();
    void paintLane(std::size_t lane);
    using Blocks = std::vector<Block>::const_iterator;
    /// A block to draw from `left` on, at most up to `limit` where it is short, standing for
    /// `others` that are too close to it.
    struct Drawn {
        std::size_t lane = 0;
        const Block* block = nullptr;
        double left = 0, limit = 0;
        int others = 0;
    };
    [[nodiscard]] Blocks firstFrom(Blocks block, Blocks end, double x) const;
    [[nodiscard]] Blocks mostTelling(Blocks begin, Blocks end, double x) const;
    double paintBlock(const Drawn& drawn);
    void paintStops(std::size_t lane);
    /// `rect` is the bar; `words`, which may reach beyond it, is where its label stands.
    void paintSleep(const QRectF& rect, const QRectF& words, const Block& block);
    void paintFilled(const QRectF& rect, const QRectF& words, const Block& block, int colour,
                     const QString& label);
    void paintDrop(std::size_t lane, const Block& block);
    void paintObject(std::size_t object);
    void paintFill(const ObjectLane& lane, const QRectF& rect);
    void paintWrites(const ObjectLane& lane, const QRectF& rect);
    void paintEnd(const ObjectLane& lane, const QRectF& rect, double x, const QString& value);
    void paintStripes(const QRectF& rect, const QColor& colour);
    [[nodiscard]] QColor writerColour(ProcessId process) const;
    void paintPlayhead();
    void paintText(const QRectF& room, const QString& text, const QColor& colour);
    [[nodiscard]] QRectF visible(QRectF rect) const;
    [[nodiscard]] double xAt(std::int64_t timeNs) const { return view_.x(axis_.toAxis(timeNs)); }
    [[nodiscard]] QRectF laneRect(std::size_t lane) const;

    const Lanes& lanes_;
    const TimeAxis& axis_;
    const Theme& theme_;
    QPixmap hatch_;
    QPainter* painter_ = nullptr;
    TimelineView view_;
    std::vector<BlockPlace> places_;
};

} // namespace ipclab
