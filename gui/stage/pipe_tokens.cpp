#include "gui/stage/items.h"
#include "gui/stage/motion.h"
#include "gui/stage/pipe_motion.h"

#include <algorithm>

namespace ipclab {
namespace {

/// The first part of a way.
QPolygonF firstPart(const QPolygonF& way, double part) {
    double length = 0;
    for (qsizetype i = 1; i < way.size(); ++i)
        length += QLineF(way[i - 1], way[i]).length();
    double left = length * part;
    QPolygonF to{way.first()};
    for (qsizetype i = 1; i < way.size() && left > 0; ++i) {
        const QLineF line(way[i - 1], way[i]);
        to << (line.length() <= left ? way[i] : line.pointAt(left / line.length()));
        left -= line.length();
    }
    return to;
}

QPointF pageCentre(const PipePlace& pipe, std::size_t page) {
    for (const TubeCell& cell : pipe.cells)
        if (page < cell.first + cell.count) return QRectF(cell.rect).center();
    return QRectF(pipe.cells.empty() ? pipe.card : pipe.tube).center();
}

bool same(const PipeWire& a, const PipeWire& b) {
    return a.process == b.process && a.pipe == b.pipe && a.write == b.write;
}

/// Whether its card has moved, or gone, since it was placed.
bool floats(const PipeWire& wire, const StageLayout& layout) {
    const ProcessPlace* card = layout.process(wire.process);
    return !card || card->card.bottom() + 1 != wire.tab.top() ||
           wire.tab.left() < card->card.left() || wire.tab.right() > card->card.right();
}

bool has(const std::vector<PipeWire>& wires, const PipeWire& wire) {
    return std::ranges::any_of(wires, [&](const PipeWire& each) { return same(each, wire); });
}

} // namespace

double PipeMotion::closingOf(const PipeWire& wire) const {
    for (const Closing& each : closings_)
        if (each.process == wire.process && each.pipe == wire.pipe && each.write == wire.write)
            return std::max(each.start, clock_.now());
    return clock_.now();
}

void PipeMotion::settle(const StageLayout& layout, bool follows) {
    if (follows && !clock_.instant()) {
        for (const PipeWire& wire : wires_)
            if (!has(layout.wires, wire))
                wireMotions_.push_back({wire, false, closingOf(wire), wireMs});
        for (const PipeWire& wire : layout.wires)
            if (!has(wires_, wire)) wireMotions_.push_back({wire, true, clock_.now(), wireMs});
    }
    for (WireMotion& motion : wireMotions_)
        if (const PipeWire* wire =
                layout.wire(motion.wire.process, motion.wire.pipe, motion.wire.write))
            motion.wire = *wire;
    std::erase_if(wireMotions_,
                  [&](const WireMotion& motion) { return floats(motion.wire, layout); });
    wires_ = layout.wires;
}

bool PipeMotion::grows(const PipeWire& wire) const {
    return std::ranges::any_of(
        wireMotions_, [&](const WireMotion& each) { return each.grows && same(each.wire, wire); });
}

std::vector<PipeWire> PipeMotion::movingWires() const {
    std::vector<PipeWire> to;
    for (const WireMotion& motion : wireMotions_) {
        const double part = eased((clock_.now() - motion.start) / motion.duration);
        PipeWire wire = motion.wire;
        wire.way = firstPart(wire.way, std::clamp(motion.grows ? part : 1 - part, 0.02, 1.0));
        if (wire.way.size() > 1) to.push_back(std::move(wire));
    }
    return to;
}

std::vector<ByteToken> PipeMotion::tokens(const StageLayout& layout) const {
    std::vector<ByteToken> to;
    for (const ByteTravel& travel : travels_) {
        const double part = eased((clock_.now() - travel.start) / travel.duration);
        if (clock_.now() < travel.start) continue;
        const QPainterPath path = bytePath(travel, layout, wireOf(travel, layout));
        // Small where it stands in a page, whole on its way.
        const double inPage = travel.write ? 1 - part : part;
        to.push_back({path.pointAtPercent(part), travel.text, travel.writer,
                      std::clamp(0.35 + inPage * 5, 0.35, 1.0)});
    }
    return to;
}

/// Its wire, also one that is about to be drawn back: it stays until its last token has passed.
const PipeWire* PipeMotion::wireOf(const ByteTravel& travel, const StageLayout& layout) const {
    if (const PipeWire* wire = layout.wire(travel.process, travel.pipe, travel.write)) return wire;
    for (const WireMotion& each : wireMotions_)
        if (each.wire.process == travel.process && each.wire.pipe == travel.pipe &&
            each.wire.write == travel.write)
            return &each.wire;
    return nullptr;
}

QPainterPath bytePath(const ByteTravel& travel, const StageLayout& layout, const PipeWire* wire) {
    const ProcessPlace* card = layout.process(travel.process);
    const PipePlace* pipe = layout.pipe(travel.pipe);
    QPolygonF way;
    if (card) way << QRectF(card->call.isNull() ? card->card : card->call).center();
    if (wire) {
        // Straight down inside the card, to the tab.
        if (card) way.first().setX(wire->way.first().x());
        way << wire->way;
    } else if (card) {
        way << QPointF(card->port);
    }
    if (pipe) way << pageCentre(*pipe, travel.page);
    if (way.size() < 2) way << QPointF(layout.size.width() / 2.0, layout.boundary.center().y());
    if (!travel.write) std::ranges::reverse(way);
    if (way.size() < 2) way << way.first();
    return roundedWay(way, 8);
}

} // namespace ipclab
