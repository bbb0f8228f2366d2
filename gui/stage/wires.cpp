#include "gui/stage/items.h"

#include <QPainterPath>

namespace ipclab {

std::size_t queueOf(const World& world, const ResolvedCall& call) {
    const bool names =
        call.id == CallId::Msgsnd || call.id == CallId::Msgrcv || call.id == CallId::Msgctl;
    if (!names) return world.queues.size();
    for (std::size_t i = world.queues.size(); i-- > 0;)
        if (!world.queues[i].removed && world.queues[i].stat.id == call.args[0]) return i;
    return world.queues.size();
}

QPointF wireEnd(const ProcessPlace& process, const QueuePlace& queue) {
    const double most = queue.card.width() * 0.42;
    return {std::clamp<double>(process.port.x(), queue.port.x() - most, queue.port.x() + most),
            static_cast<double>(queue.card.top())};
}

QPainterPath wirePath(QPointF card, QPointF queue) {
    QPainterPath path(card);
    const double bend = (queue.y() - card.y()) * 0.55;
    path.cubicTo(card + QPointF(0, bend), queue - QPointF(0, bend), queue);
    return path;
}

void paintWires(Ink& ink, const World& world, const StageLayout& layout) {
    QPainter& painter = ink.painter();
    painter.save();
    painter.setClipRegion(besideWords(ink.metrics(), layout));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ProcessPlace& place : layout.processes) {
        const Process* process = world.process(place.id);
        if (!process || !process->current) continue;
        const QueuePlace* queue = layout.queue(queueOf(world, process->current->call));
        if (!queue) continue;
        const bool asleep = process->state == ProcessState::Asleep;
        QPen pen(ink.palette().process(colourIndex(place.id)),
                 std::max(1.5, ink.metrics().factor * 2));
        pen.setCapStyle(asleep ? Qt::RoundCap : Qt::FlatCap);
        pen.setDashPattern(asleep ? QList<qreal>{0.1, 2.4} : QList<qreal>{3, 2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(wirePath(place.port, wireEnd(place, *queue)));
    }
    painter.restore();
}

} // namespace ipclab
