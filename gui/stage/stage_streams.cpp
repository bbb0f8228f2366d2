#include "gui/stage/items.h"
#include "gui/stage/stage.h"
#include "gui/stage/words.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace ipclab {

QPainterPath Stage::streamPath(const Stream& stream, const ProcessPlace& card,
                               const ObjectPlace& object) const {
    if (stream.object.kind == ObjectKind::Pipe)
        if (const PipeWire* wire = layout_.wire(stream.process, stream.object.index, stream.send))
            return roundedWay(wire->way, metrics_.px(5));
    const QPointF end(std::clamp<double>(card.port.x(), object.card.left() + metrics_.px(40),
                                         object.card.right() - metrics_.px(40)),
                      object.card.top());
    return wirePath(card.port, end);
}

/// A label on its path, within the stage, that covers as little as can be: not the other labels,
/// and where there is a place for that, no process's card, and no words either.
static QRect freeOn(const QPainterPath& path, QSize size, const StageLayout& layout,
                    const std::vector<QRect>& others) {
    std::vector<QRect> cards = others;
    for (const ProcessPlace& place : layout.processes)
        cards.push_back(place.card);
    std::vector<QRect> words = cards;
    words.insert(words.end(), {layout.kernelLabel, layout.boundaryLabel, layout.badge});
    for (const QueuePlace& place : layout.queues)
        words.push_back(place.card);
    for (const SegmentPlace& place : layout.segments)
        words.push_back(place.card);
    for (const PipePlace& place : layout.pipes)
        words.insert(words.end(), {place.tube, place.facts, place.bytes, place.sleepersRow});
    const auto at = [&](double part) {
        QRect label(QPoint(), size);
        label.moveCenter(path.pointAtPercent(part).toPoint());
        label.moveLeft(
            std::clamp(label.left(), 0, std::max(0, layout.size.width() - size.width())));
        return label;
    };
    for (const std::vector<QRect>* taken :
         std::array<const std::vector<QRect>*, 3>{&words, &cards, &others})
        for (const double part : {0.3, 0.6, 0.1, 0.8, 0.45, 0.2, 0.7, 0.9, 0.5, 0.4, 0.95, 0.05}) {
            const QRect label = at(part);
            if (std::ranges::none_of(*taken,
                                     [&](const QRect& each) { return each.intersects(label); }))
                return label;
        }
    // All of one height on one short way: below the lowest.
    QRect label = at(0.3);
    for (const QRect& each : others)
        if (each.left() <= label.right() && label.left() <= each.right())
            label.moveTop(std::max(label.top(), each.bottom() + 2));
    return label;
}

std::vector<Stage::StreamWay> Stage::streamWays() const {
    std::vector<StreamWay> ways;
    for (const Stream& stream : director_.streams()) {
        const ProcessPlace* card = layout_.process(stream.process);
        const ObjectPlace* object = layout_.object(stream.object);
        if (card && object) ways.push_back({&stream, streamPath(stream, *card, *object)});
    }
    return ways;
}

void Stage::paintStreams(Ink& ink) {
    for (const StreamWay& way : streamWays())
        paintStream(ink, *way.stream, way.path);
}

/// Above all streams: who sends and receives has two on the same way.
void Stage::paintCounters(Ink& ink) {
    if (director_.streams().empty()) return;
    std::vector<QRect> others;
    for (const DrawnToken& token : director_.tokens(*frame_.world, layout_, metrics_))
        if (!token.raised) others.emplace_back(token.at, token.box);
    for (const StreamWay& way : streamWays())
        paintCounter(ink, *way.stream, way.path, others);
}

void Stage::paintStream(Ink& ink, const Stream& stream, const QPainterPath& path) {
    QPainter& painter = ink.painter();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = theme_.palette().process(colourIndex(stream.process));
    // Behind the cards of a lower row, as every wire.
    QRegion open = besideWords(metrics_, layout_);
    for (const ProcessPlace& place : layout_.processes)
        open -= place.card;
    painter.save();
    painter.setClipRegion(open);
    painter.setPen(QPen(colour, ink.px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    constexpr int dots = 6;
    for (int i = 0; i < dots && !clock_.instant(); ++i) {
        const double part = std::fmod(clock_.wall() / 700.0 + i / double(dots), 1.0);
        const double radius = ink.px(4);
        painter.drawEllipse(path.pointAtPercent(stream.send ? part : 1.0 - part), radius, radius);
    }
    painter.restore();
}

void Stage::paintCounter(Ink& ink, const Stream& stream, const QPainterPath& path,
                         std::vector<QRect>& others) {
    const Palette& palette = theme_.palette();
    const QString text = QStringLiteral("%1 ×%2").arg(
        stream.send ? QStringLiteral("↓") : QStringLiteral("↑"), words::rate(stream.perSecond));
    const QRect label = freeOn(
        path,
        {metrics_.monoStrong.width(text) + ink.px(14), metrics_.monoStrong.height + ink.px(6)},
        layout_, others);
    others.push_back(label);
    ink.box(label, ink.px(4), palette.card, palette.process(colourIndex(stream.process)),
            std::max(1.0, metrics_.factor * 1.5));
    ink.setCard(label);
    ink.text(label, text, metrics_.monoStrong, palette.text, Qt::AlignCenter);
}

} // namespace ipclab
