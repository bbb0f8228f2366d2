#include "gui/stage/layout_parts.h"
#include "gui/stage/words.h"

#include <algorithm>

namespace ipclab::parts {
namespace {

/// A wire that is broken at the boundary would say that no call leads through it.
class FreePlace {
public:
    FreePlace(const StageLayout& layout, int clear) : layout_(layout), clear_(clear) {}

    /// What covers `words` or comes too near to it: a wire, or `other`; null for nothing.
    [[nodiscard]] QRect covering(const QRect& words, const QRect& other) const {
        const QRect near = words.adjusted(-clear_, 0, clear_, 0);
        if (near.intersects(other)) return other;
        for (const PipeWire& wire : layout_.wires)
            for (qsizetype i = 1; i < wire.way.size(); ++i) {
                const QRect line = QRectF(wire.way[i - 1], wire.way[i])
                                       .normalized()
                                       .toAlignedRect()
                                       .adjusted(0, 0, 1, 1);
                if (near.intersects(line)) return line;
            }
        return {};
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
    const StageLayout& layout_;
    int clear_;
};

} // namespace

void placeBandWords(const Metrics& metrics, StageLayout& layout) {
    const FreePlace free(layout, metrics.px(7));
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
