#include "gui/stage/items.h"
#include "gui/stage/pipe_ends.h"

#include "engine/world/pipe_questions.h"

#include <QPainterPath>

#include <algorithm>

namespace ipclab {
namespace {

bool isForgotten(const World& world, const PipeWire& wire) {
    if (!wire.write) return false;
    const auto ends = forgottenWriteEnds(world, world.pipes[wire.pipe]);
    return std::ranges::find(ends, wire.process, &EndHolder::process) != ends.end();
}

/// Whether its process sleeps in this end.
bool sleepsThere(const World& world, const PipeWire& wire) {
    return std::ranges::any_of(world.pipes[wire.pipe].sleepers, [&](const PipeSleeper& sleeper) {
        const bool writes = sleeper.kind == PipeSleeper::Kind::Writes ||
                            sleeper.kind == PipeSleeper::Kind::OpensToWrite;
        return sleeper.process == wire.process && writes == wire.write;
    });
}

/// Bytes go this way: into the tube, or up to the card.
void arrowHead(Ink& ink, const PipeWire& wire, const QColor& colour) {
    const double size = ink.px(6);
    QPolygonF head;
    if (wire.write) {
        const QPointF tip = wire.way.last();
        const double to = tip.x() >= wire.way[wire.way.size() - 2].x() ? -1 : 1;
        head << tip << tip + QPointF(to * size * 1.3, -size * 0.7)
             << tip + QPointF(to * size * 1.3, size * 0.7);
    } else {
        const QPointF tip = wire.way.first();
        head << tip << tip + QPointF(-size * 0.7, size * 1.3)
             << tip + QPointF(size * 0.7, size * 1.3);
    }
    ink.painter().setPen(Qt::NoPen);
    ink.painter().setBrush(colour);
    ink.painter().drawPolygon(head);
}

void tab(Ink& ink, const PipeWire& wire, const QColor& ground, const QColor& text) {
    QStringList numbers;
    for (const int fd : wire.fds)
        numbers << QString::number(fd);
    if (numbers.isEmpty()) numbers << QStringLiteral("open()");
    ink.setCard(wire.tab);
    ink.box(wire.tab, ink.px(3), ground, {});
    ink.text(wire.tab, numbers.join(','), ink.metrics().smallStrong, text, Qt::AlignCenter);
}

void paintWire(Ink& ink, const World& world, const PipeWire& wire) {
    const Palette& p = ink.palette();
    QPainter& painter = ink.painter();
    painter.setRenderHint(QPainter::Antialiasing);
    const int index = colourIndex(wire.process);
    const double thick = std::max(1.5, ink.metrics().factor * 2.4);
    const QPainterPath path = roundedWay(wire.way, ink.px(5));
    const bool forgotten = isForgotten(world, wire);
    painter.setBrush(Qt::NoBrush);
    if (forgotten) {
        painter.setPen(QPen(mixed(p.kernelSpace, p.error, 0.45), thick * 3.2, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    QPen pen(p.process(index), thick, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const bool asleep = sleepsThere(world, wire);
    if (asleep) {
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.1, 2.2});
    }
    painter.setPen(pen);
    painter.drawPath(path);
    if (!asleep) arrowHead(ink, wire, p.process(index));
}

} // namespace

void paintPipeTabs(Ink& ink, const World& world, const StageLayout& layout,
                   const std::function<bool(const PipeWire&)>& isStill) {
    const Palette& p = ink.palette();
    for (const PipeWire& wire : layout.wires) {
        if (!isStill(wire)) continue;
        const int index = colourIndex(wire.process);
        const bool forgotten = isForgotten(world, wire);
        tab(ink, wire, forgotten ? p.error : p.process(index),
            forgotten ? p.errorGround : p.processText(index));
    }
}

void paintLooseWire(Ink& ink, const PipeWire& wire) {
    const Palette& p = ink.palette();
    const int index = colourIndex(wire.process);
    ink.painter().setRenderHint(QPainter::Antialiasing);
    ink.painter().setBrush(Qt::NoBrush);
    ink.painter().setPen(QPen(p.process(index), std::max(1.5, ink.metrics().factor * 2.4)));
    ink.painter().drawPath(roundedWay(wire.way, ink.px(5)));
    tab(ink, wire, p.process(index), p.processText(index));
}

QPainterPath roundedWay(const QPolygonF& way, double radius) {
    QPainterPath path(way.first());
    for (qsizetype i = 1; i + 1 < way.size(); ++i) {
        const QLineF in(way[i], way[i - 1]), out(way[i], way[i + 1]);
        const double most = std::min({radius, in.length() / 2, out.length() / 2});
        if (most < 0.5) {
            path.lineTo(way[i]);
            continue;
        }
        path.lineTo(in.pointAt(most / in.length()));
        path.quadTo(way[i], out.pointAt(most / out.length()));
    }
    path.lineTo(way.last());
    return path;
}

void paintPipeWires(Ink& ink, const World& world, const StageLayout& layout,
                    const std::function<bool(const PipeWire&)>& isStill) {
    ink.painter().save();
    ink.painter().setClipRegion(besideWords(ink.metrics(), layout));
    for (const PipeWire& wire : layout.wires)
        if (isStill(wire)) paintWire(ink, world, wire);
    ink.painter().restore();
}

void paintForks(Ink& ink, const World& world, const StageLayout& layout,
                const std::function<bool(ProcessId)>& isThere) {
    QPainter& painter = ink.painter();
    const Palette& p = ink.palette();
    QPen pen(p.faintText, std::max(1.0, ink.metrics().factor * 1.4));
    pen.setDashPattern({4, 3});
    for (const ProcessPlace& child : layout.processes) {
        const Process& process = *world.process(child.id);
        const ProcessPlace* parent = process.parent ? layout.process(process.parent) : nullptr;
        if (!parent || !isThere(child.id)) continue;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        const bool right = child.card.left() > parent->card.right();
        const ProcessPlace& first = right ? *parent : child;
        const ProcessPlace& second = right ? child : *parent;
        const bool besides = std::ranges::none_of(layout.processes, [&](const ProcessPlace& each) {
            return each.card.top() == child.card.top() && each.card.left() > first.card.left() &&
                   each.card.left() < second.card.left();
        });
        if (parent->card.top() == child.card.top() && besides) {
            const int y = child.card.center().y();
            painter.drawLine(first.card.right() + 1, y, second.card.left() - 1, y);
            const int room = second.card.left() - first.card.right() - 1;
            const QString label = QStringLiteral("fork()");
            if (ink.metrics().small.width(label) + ink.px(6) > room) continue;
            const int height = ink.metrics().small.height;
            ink.setCard({});
            ink.text({first.card.right() + 1, y - height - ink.px(2), room, height}, label,
                     ink.metrics().small, p.mutedText, Qt::AlignCenter);
            continue;
        }
        // Around what stands between: above the child's row.
        const double y = child.card.top() - ink.px(5);
        const bool sameRow = parent->card.top() == child.card.top();
        const double from = parent->card.left() + parent->card.width() / 4.0;
        const double to = child.card.left() + child.card.width() * 3 / 4.0;
        const double start = sameRow ? parent->card.top() : parent->card.bottom() + 1;
        painter.drawPath(roundedWay(QPolygonF() << QPointF(from, start) << QPointF(from, y)
                                                << QPointF(to, y) << QPointF(to, child.card.top()),
                                    ink.px(4)));
    }
}

} // namespace ipclab
