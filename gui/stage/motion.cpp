#include "gui/stage/motion.h"

#include <algorithm>

namespace ipclab {
namespace {

QPointF center(const QRect& rect) {
    return QRectF(rect).center();
}

QPointF slot(const Anchor& anchor, const QueuePlace& place) {
    for (const TokenPlace& token : place.lane.tokens)
        if (token.serial == anchor.serial) return center(token.rect);
    if (anchor.stood) return center(*anchor.stood);
    if (!place.lane.stack.isNull()) return center(place.lane.stack);
    if (!place.lane.tail.isNull()) return center(place.lane.tail);
    return center(place.lane.area);
}

} // namespace

double eased(double part) {
    part = std::clamp(part, 0.0, 1.0);
    return part < 0.5 ? 4 * part * part * part : 1 - 4 * (1 - part) * (1 - part) * (1 - part);
}

QPointF placeOf(const Anchor& anchor, const StageLayout& layout, const Metrics& metrics) {
    const ProcessPlace* card = layout.process(anchor.process);
    const QueuePlace* queue = layout.queue(anchor.queue);
    switch (anchor.kind) {
    case Anchor::Kind::Card:
        if (!card) return {layout.size.width() / 2.0, 0.0};
        return center(card->buffers.isNull() ? card->card : card->buffers);
    case Anchor::Kind::Door: {
        const double x = card ? card->port.x() : layout.size.width() / 2.0;
        const int height = tokenSize(TokenSize::Small, metrics).height();
        // Above all cards of the kernel, where they leave so much.
        int top = layout.boundary.bottom() + metrics.px(10);
        for (const auto& [object, slim] : layout.objects)
            top = std::min(top, layout.object(object)->card.top() - height - metrics.px(2));
        return {x, std::max(top, layout.boundary.bottom() + metrics.px(2)) + height / 2.0};
    }
    case Anchor::Kind::Edge: {
        const double y = queue ? center(queue->lane.area).y() : center(layout.kernel).y();
        return {layout.size.width() + double(tokenSize(TokenSize::Large, metrics).width()), y};
    }
    case Anchor::Kind::Slot:
        break;
    }
    return queue ? slot(anchor, *queue) : center(layout.kernel);
}

QPainterPath pathOf(const Travel& travel, const StageLayout& layout, const Metrics& metrics) {
    const QPointF from = placeOf(travel.from, layout, metrics);
    const QPointF to = placeOf(travel.to, layout, metrics);
    QPainterPath path(from);
    if (travel.throughKernel) {
        const QueuePlace* queue = layout.queue(travel.from.queue);
        const double floor =
            queue ? queue->card.top() + metrics.px(8) : layout.boundary.bottom() + metrics.px(40);
        // A cubic reaches three quarters of the depth of its control points.
        const double deep = from.y() + (floor - from.y()) / 0.75;
        path.cubicTo({from.x(), deep}, {to.x(), deep}, to);
    } else if (travel.from.kind == Anchor::Kind::Edge || travel.to.kind == Anchor::Kind::Edge) {
        path.lineTo(to);
    } else {
        const double bend = (to.y() - from.y()) * 0.5;
        path.cubicTo(from + QPointF(0, bend), to - QPointF(0, bend), to);
    }
    return path;
}

QPointF placeOf(const Travel& travel, double part, const StageLayout& layout,
                const Metrics& metrics) {
    return pathOf(travel, layout, metrics).pointAtPercent(eased(part));
}

} // namespace ipclab
