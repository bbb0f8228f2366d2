#include "gui/stage/items.h"
#include "gui/stage/layout_parts.h"
#include "gui/stage/segment_items.h"
#include "gui/stage/words.h"

#include <QPainterPath>

#include <algorithm>

namespace ipclab::parts {
namespace {

/// A wire that is broken at the boundary would say that no call leads through it.
class FreePlace {
public:
    FreePlace(const World& world, const StageLayout& layout, int clear) : clear_(clear) {
        for (const PipeWire& wire : layout.wires)
            keepOff(wire.way);
        for (const ProcessPlace& place : layout.processes) {
            const Process& process = *world.process(place.id);
            if (!process.alive()) continue;
            for (std::size_t i = 0; i < process.attachments.size(); ++i)
                if (const auto line = attachmentLine(world, layout, process, i))
                    keepOff(wirePath(line->from, line->to).toFillPolygon());
            // To a queue a wire leads only during a call: where it would be is kept free always, or
            // each call would move the words.
            for (const QueuePlace& queue : layout.queues)
                if (!world.queues[queue.index].removed)
                    keepOff(wirePath(place.port, wireEnd(place, queue)).toFillPolygon());
        }
    }

    /// What covers `words` or comes too near to it: a wire, or `other`; null for nothing.
    [[nodiscard]] QRect covering(const QRect& words, const QRect& other) const {
        const QRect near = words.adjusted(-clear_, 0, clear_, 0);
        if (near.intersects(other)) return other;
        const auto line =
            std::ranges::find_if(lines_, [&](const QRect& each) { return near.intersects(each); });
        return line == lines_.end() ? QRect() : *line;
    }

    /// `words`, moved as far to the left, or to the right, as it takes. Where nothing is free
    /// before the `end` they stay, and wires pass behind them.
    [[nodiscard]] QRect leftwards(const QRect& words, int end, const QRect& other) const {
        QRect to = words;
        for (QRect in = covering(to, other); !in.isNull(); in = covering(to, other)) {
            to.moveRight(in.left() - clear_ - 1);
            if (to.left() < end) return words;
        }
        return to;
    }
    [[nodiscard]] QRect rightwards(const QRect& words, int end, const QRect& other) const {
        QRect to = words;
        for (QRect in = covering(to, other); !in.isNull(); in = covering(to, other)) {
            to.moveLeft(in.right() + clear_ + 1);
            if (to.right() > end) return words;
        }
        return to;
    }

private:
    void keepOff(const QPolygonF& way) {
        for (qsizetype i = 1; i < way.size(); ++i)
            lines_.push_back(
                QRectF(way[i - 1], way[i]).normalized().toAlignedRect().adjusted(0, 0, 1, 1));
    }

    std::vector<QRect> lines_;
    int clear_;
};

} // namespace

void placeBandWords(const Metrics& metrics, const World& world, StageLayout& layout) {
    const FreePlace free(world, layout, metrics.px(7));
    const int left = layout.kernelLabel.left();
    const int right = layout.boundaryLabel.right();
    layout.boundaryLabel = free.leftwards(layout.boundaryLabel, left, {});
    QRect kernel(layout.kernelLabel.topLeft(),
                 QSize(metrics.section.width(words::kernelSpace()), layout.kernelLabel.height()));
    kernel = free.rightwards(kernel, right, layout.badge);
    layout.kernelLabel.moveLeft(kernel.left());
    if (!layout.badge.isNull()) layout.badge = free.leftwards(layout.badge, left, kernel);
}

} // namespace ipclab::parts
