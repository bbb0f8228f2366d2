// The lanes of the kernel objects: how full they were, who wrote into them, and the messages that
// drop into a queue or rise out of it.
#include "gui/timeline/lane_painter.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Timeline)
};

} // namespace

void LanePainter::paintDrop(std::size_t lane, const Block& block) {
    if (!block.sent() && !block.received()) return;
    const std::size_t queue = lanes_.objectOf(event::ObjectKind::Queue, block.call.args[0]);
    if (queue == lanes_.objects().size()) return;
    const std::size_t row = lanes_.processes().size() + queue;
    const QRectF from = laneRect(lane), to = laneRect(row);
    const double x = std::round(xAt(block.endNs));
    const QColor colour =
        theme_.palette().processInk(colourIndex(lanes_.processes()[lane].process));
    painter_->setPen(QPen(colour, std::max(1.0, theme_.px(1.5) * 1.0),
                          block.sent() ? Qt::SolidLine : Qt::DotLine));
    const double top = from.bottom() - from.height() * 0.16, bottom = to.top() + to.height() * 0.3;
    painter_->drawLine(QPointF(x, top), QPointF(x, bottom));
    // The head of the arrow says which way the message went.
    const double size = theme_.px(3), tip = block.sent() ? bottom : top;
    const double back = block.sent() ? tip - size : tip + size;
    painter_->setPen(QPen(colour, std::max(1, theme_.px(1))));
    painter_->drawLine(QPointF(x - size, back), QPointF(x, tip));
    painter_->drawLine(QPointF(x + size, back), QPointF(x, tip));
}

void LanePainter::paintObject(std::size_t index) {
    const QRectF rect = laneRect(lanes_.processes().size() + index);
    if (rect.top() > view_.size.height() || rect.bottom() < view_.axisHeight) return;
    const ObjectLane& lane = lanes_.objects()[index];
    if (lane.kind == event::ObjectKind::Segment)
        paintWrites(lane, rect);
    else
        paintFill(lane, rect);
}

void LanePainter::paintFill(const ObjectLane& lane, const QRectF& rect) {
    const Palette& palette = theme_.palette();
    const double base = rect.bottom() - rect.height() * 0.12, height = rect.height() * 0.7;
    const auto y = [&](std::uint64_t value) {
        return base - height * static_cast<double>(value) / static_cast<double>(lane.most);
    };
    auto step = std::ranges::upper_bound(lane.steps, axis_.fromAxis(view_.axisStart), {},
                                         &ObjectStep::timeNs);
    if (step != lane.steps.begin()) --step;
    const std::int64_t endNs = lane.goneNs != 0 ? lane.goneNs : view_.nowNs;
    QPolygonF line;
    std::uint64_t value = 0;
    for (; step != lane.steps.end(); ++step) {
        const double x = xAt(step->timeNs);
        if (x > view_.size.width()) break;
        // Several steps within a pixel: one upright stroke over all of them.
        line << QPointF(x, y(value)) << QPointF(x, y(step->value));
        value = step->value;
    }
    if (line.isEmpty()) return;
    const double end =
        std::min(xAt(std::max(endNs, lane.steps.back().timeNs)), double(view_.size.width()));
    line << QPointF(end, y(value));
    QPolygonF area = line;
    area << QPointF(end, base) << QPointF(line.first().x(), base);
    painter_->setPen(Qt::NoPen);
    painter_->setBrush(mixed(palette.panel, palette.mutedText, 0.14));
    painter_->drawPolygon(area);
    painter_->setPen(QPen(palette.mutedText, std::max(1.0, theme_.scale())));
    painter_->setBrush(Qt::NoBrush);
    painter_->drawPolyline(line);
    const QString unit = lane.kind == event::ObjectKind::Pipe ? QStringLiteral(" B") : QString();
    paintEnd(lane, rect, end, QString::number(value) + unit);
}

/// What stands behind the last moment of an object: its value, or that it is gone.
void LanePainter::paintEnd(const ObjectLane& lane, const QRectF& rect, double x,
                           const QString& value) {
    const Palette& palette = theme_.palette();
    const bool gone = lane.goneNs != 0 && x < view_.size.width();
    const QString removed =
        lane.kind == event::ObjectKind::Pipe ? Words::tr("gone") : Words::tr("removed");
    const QString text = gone ? removed : value;
    const int width = painter_->fontMetrics().horizontalAdvance(text);
    // Beside the last moment; before it where the edge leaves no room.
    double left = x + theme_.px(4);
    if (left + width > view_.size.width() - theme_.px(3)) left = x - theme_.px(4) - width;
    left = std::max(left, double(view_.labelWidth + theme_.px(4)));
    paintText(QRectF(left, rect.top(), width + 1, rect.height()), text,
              gone ? palette.faintText : palette.mutedText);
}

void LanePainter::paintWrites(const ObjectLane& lane, const QRectF& rect) {
    const Palette& palette = theme_.palette();
    const double middle = std::round(rect.center().y());
    const double begin = std::max(xAt(lane.createdNs), double(view_.labelWidth));
    const double end =
        std::min(xAt(lane.goneNs != 0 ? lane.goneNs : view_.nowNs), double(view_.size.width()));
    if (end < begin) return;
    painter_->setPen(QPen(mixed(palette.panel, palette.mutedText, 0.4), theme_.px(1)));
    painter_->drawLine(QPointF(begin, middle), QPointF(end, middle));
    QRectF before;
    ProcessId writer = 0;
    for (const WriteMark& write : lane.writes) {
        const double left = xAt(write.startNs);
        const double right = std::max(xAt(write.endNs), left + theme_.px(6));
        if (right < view_.labelWidth || left > view_.size.width()) continue;
        const QRectF mark(left, rect.top() + rect.height() * 0.2, right - left,
                          rect.height() * 0.6);
        painter_->setPen(Qt::NoPen);
        painter_->setBrush(writerColour(write.process));
        painter_->drawRoundedRect(mark, theme_.px(2), theme_.px(2));
        // Two that wrote at the same time: stripes of both over the time that they share.
        if (write.process != writer && before.intersects(mark))
            paintStripes(before.intersected(mark), writerColour(writer));
        if (before.right() < mark.right()) before = mark, writer = write.process;
    }
    paintEnd(lane, rect, end, {});
}

QColor LanePainter::writerColour(ProcessId process) const {
    if (process == outsideSender) return theme_.palette().mutedText;
    return theme_.palette().process(colourIndex(process));
}

void LanePainter::paintStripes(const QRectF& rect, const QColor& colour) {
    const double width = theme_.px(4);
    for (double x = rect.left(); x < rect.right(); x += 2 * width)
        painter_->fillRect(QRectF(x, rect.top(), std::min(width, rect.right() - x), rect.height()),
                           colour);
}

} // namespace ipclab
