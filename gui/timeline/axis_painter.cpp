// What stands around the lanes: marks of time, folded gaps, names, and the playhead.
#include "gui/timeline/lane_painter.h"

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

/// "2 s", "2.5 s", "300 ms", "40 µs" for a mark, with as many digits as the distance needs.
QString markText(std::int64_t ns, std::int64_t distance) {
    const auto shown = [&](double unit, const QString& name) {
        const double step = static_cast<double>(distance) / unit;
        const int decimals = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step)));
        return QString::number(static_cast<double>(ns) / unit, 'f', decimals) + QLatin1Char(' ') +
               name;
    };
    if (distance >= 100'000'000) return shown(1e9, QStringLiteral("s"));
    if (distance >= 100'000) return shown(1e6, QStringLiteral("ms"));
    return shown(1e3, QStringLiteral("µs"));
}

} // namespace

void LanePainter::paintMarks() {
    const Palette& palette = theme_.palette();
    const std::int64_t distance = TimeAxis::markDistance(view_.nsPerPixel * theme_.px(90));
    const std::int64_t origin = axis_.toAxis(lanes_.startNs());
    const std::int64_t first = std::max<std::int64_t>(0, (view_.axisStart - origin) / distance);
    for (std::int64_t mark = first;; ++mark) {
        const double x = view_.x(origin + mark * distance);
        if (x > view_.size.width()) break;
        if (x < view_.labelWidth - 1) continue;
        painter_->setPen(mixed(palette.panel, palette.border, 0.7));
        painter_->drawLine(QPointF(x, view_.axisHeight), QPointF(x, view_.size.height()));
        // A folded axis counts time without what was folded away, so the mark says the real time.
        const std::int64_t real = axis_.fromAxis(origin + mark * distance) - lanes_.startNs();
        // One that the edge would cut says another time.
        const QString text = markText(real, distance);
        if (x + theme_.px(3) + painter_->fontMetrics().horizontalAdvance(text) > view_.size.width())
            break;
        paintText(QRectF(x + theme_.px(3), 0, theme_.px(86), view_.axisHeight), text,
                  palette.faintText);
    }
}

void LanePainter::paintGaps() {
    if (!axis_.folded()) return;
    const Palette& palette = theme_.palette();
    const auto visible = [&](const TimeAxis::Gap& gap) { return xAt(gap.fromNs); };
    auto gap = std::ranges::lower_bound(axis_.gaps(), view_.labelWidth, {}, visible);
    double right = 0;
    for (; gap != axis_.gaps().end(); ++gap) {
        const double x = visible(*gap);
        if (x > view_.size.width()) break;
        if (x < right) continue; // zoomed out so far that the marks would touch
        right = x + theme_.px(6);
        painter_->setPen(QPen(palette.slotOutline, theme_.px(2), Qt::DotLine));
        painter_->drawLine(QPointF(x, view_.axisHeight), QPointF(x, view_.size.height()));
        painter_->save();
        painter_->setClipping(false);
        const QString text = QStringLiteral("⋯ ") + duration(gap->toNs - gap->fromNs);
        const QRectF rect(x + theme_.px(3), view_.size.height() - view_.axisHeight, theme_.px(70),
                          view_.axisHeight);
        paintText(rect, text, palette.faintText);
        painter_->restore();
    }
}

void LanePainter::paintNames() {
    const Palette& palette = theme_.palette();
    painter_->fillRect(QRect(0, view_.axisHeight, view_.labelWidth, view_.size.height()),
                       palette.panel);
    painter_->setFont(theme_.font(9, QFont::DemiBold));
    std::size_t row = 0;
    const auto paintName = [&](const QString& name, const QColor& colour) {
        const QRectF rect(theme_.px(12), view_.laneTop(row), view_.labelWidth - theme_.px(16),
                          view_.laneHeight);
        paintText(rect, name, colour);
        ++row;
    };
    for (const ProcessLane& lane : lanes_.processes()) {
        paintName(lane.name(), palette.processInk(colourIndex(lane.process)));
    }
    for (const ObjectLane& lane : lanes_.objects()) {
        paintName(objectName(lane), palette.mutedText);
    }
    painter_->setFont(theme_.font(8.5));
}

void LanePainter::paintPlayhead() {
    const double x = std::round(xAt(view_.momentNs));
    if (x < view_.labelWidth || x > view_.size.width()) return;
    const QColor colour = view_.past ? theme_.palette().pastText : theme_.palette().accent;
    painter_->setRenderHint(QPainter::Antialiasing);
    painter_->setPen(QPen(colour, std::max(1, theme_.px(1.5))));
    painter_->drawLine(QPointF(x, view_.axisHeight - theme_.px(4)),
                       QPointF(x, view_.size.height()));
    painter_->setBrush(colour);
    painter_->drawEllipse(QPointF(x, view_.axisHeight - theme_.px(4)), theme_.px(4), theme_.px(4));
    painter_->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace ipclab
