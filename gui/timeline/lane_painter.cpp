#include "gui/timeline/lane_painter.h"

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

QPixmap makeHatch(const Theme& theme) {
    const int side = theme.px(12);
    QPixmap tile(side, side);
    tile.fill(theme.palette().asleepGround);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor stripe = mixed(theme.palette().asleepGround, theme.palette().asleep, 0.22);
    painter.setPen(QPen(stripe, side / 3.0));
    for (int shift = -side; shift <= side; shift += side) {
        painter.drawLine(shift - side, side * 2, shift + side * 2, -side);
    }
    return tile;
}

} // namespace

LanePainter::LanePainter(const Lanes& lanes, const TimeAxis& axis, const Theme& theme)
    : lanes_(lanes), axis_(axis), theme_(theme) {
}

std::vector<BlockPlace> LanePainter::paint(QPainter& painter, const TimelineView& view) {
    painter_ = &painter;
    view_ = view;
    places_.clear();
    if (hatch_.isNull()) hatch_ = makeHatch(theme_);
    painter.fillRect(QRect(QPoint(0, 0), view.size), theme_.palette().panel);
    painter.setFont(theme_.font(8.5));
    if (lanes_.processes().empty()) return {};
    paintMarks();
    const QRect below(0, view.axisHeight, view.size.width(), view.size.height() - view.axisHeight);
    painter.setClipRect(below.adjusted(view.labelWidth, 0, 0, 0));
    paintGaps();
    const std::size_t processes = lanes_.processes().size();
    for (std::size_t object = 0; object < lanes_.objects().size(); ++object)
        paintObject(object);
    for (std::size_t lane = 0; lane < processes; ++lane)
        paintLane(lane);
    painter.setClipRect(below);
    paintNames();
    painter.setClipping(false);
    paintPlayhead();
    return std::move(places_);
}

QRectF LanePainter::laneRect(std::size_t lane) const {
    return QRectF(view_.labelWidth, view_.laneTop(lane), view_.size.width() - view_.labelWidth,
                  view_.laneHeight);
}

/// Of what began before the left edge, the words stand where they can be seen.
QRectF LanePainter::visible(QRectF rect) const {
    rect.setLeft(std::max(rect.left(), double(view_.labelWidth)));
    return rect;
}

/// Nothing is written beyond the right edge, where it would be cut.
void LanePainter::paintText(const QRectF& room, const QString& text, const QColor& colour) {
    QRectF rect = room;
    rect.setRight(std::min(rect.right(), double(view_.size.width() - theme_.px(3))));
    const QFontMetrics metrics = painter_->fontMetrics();
    const bool fits = metrics.horizontalAdvance(text) <= rect.width();
    if (text.isEmpty() || (!fits && rect.width() < theme_.px(24)))
        return; // a lone "…" says nothing
    painter_->setPen(colour);
    painter_->drawText(
        rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        fits ? text : metrics.elidedText(text, Qt::ElideRight, static_cast<int>(rect.width())));
}

void LanePainter::paintLane(std::size_t index) {
    const QRectF rect = laneRect(index);
    if (rect.bottom() < view_.axisHeight || rect.top() > view_.size.height()) return;
    const ProcessLane& lane = lanes_.processes()[index];
    const std::int64_t leftNs = axis_.fromAxis(view_.axisStart);
    auto block = std::ranges::lower_bound(lane.blocks, leftNs, {}, &Block::startNs);
    // What began before the left edge may reach into view, and a short block's label, too.
    for (int before = 0; before < 2 && block != lane.blocks.begin(); ++before)
        --block;
    double drawnTo = -1e9;
    while (block != lane.blocks.end()) {
        const double left = std::max(xAt(block->startNs), drawnTo);
        if (left > view_.size.width()) break;
        const auto next = firstFrom(block, lane.blocks.end(), left + theme_.px(5));
        const auto shown = mostTelling(block, next, left + theme_.px(5));
        const double limit = next == lane.blocks.end() ? 1e9 : xAt(next->startNs);
        drawnTo = paintBlock({index, &*shown, left, limit, static_cast<int>(next - block) - 1});
        places_.push_back({QRectF(left, rect.top(), drawnTo - left, rect.height()), index,
                           static_cast<std::size_t>(shown - lane.blocks.begin())});
        block = next;
    }
    paintStops(index);
}

LanePainter::Blocks LanePainter::firstFrom(Blocks block, Blocks end, double x) const {
    const auto axisNs =
        view_.axisStart + static_cast<std::int64_t>((x - view_.labelWidth) * view_.nsPerPixel);
    return std::ranges::lower_bound(std::next(block), end, axis_.fromAxis(axisNs), {},
                                    &Block::startNs);
}

/// Of calls too close together to be told apart: the last if it goes on, else an error, else the
/// last.
LanePainter::Blocks LanePainter::mostTelling(Blocks begin, Blocks end, double x) const {
    const auto last = std::prev(end);
    if (last->open() || last->asleepNs != 0 || xAt(last->endNs) > x) return last;
    for (auto block = end; block != begin;) {
        if ((--block)->failed()) return block;
    }
    return last;
}

double LanePainter::paintBlock(const Drawn& drawn) {
    const Block& block = *drawn.block;
    const QRectF row = laneRect(drawn.lane);
    const double left = drawn.left;
    const double end = xAt(block.open() ? std::max(view_.nowNs, block.startNs) : block.endNs);
    // A call of a few microseconds is as wide as its label where there is room for it.
    const double room = std::max(drawn.limit - theme_.px(2) - left, double(theme_.px(3)));
    double least = std::min(room, double(theme_.px(18)));
    QString label;
    if (room > least || end - left > least) {
        label = blockLabel(block);
        if (drawn.others > 0) label += QStringLiteral(" +%1").arg(drawn.others);
        least = std::min(room,
                         double(painter_->fontMetrics().horizontalAdvance(label) + theme_.px(12)));
    }
    const double right = std::max(end, left + least);
    const double gap = std::max(2.0, row.height() * 0.16);
    const QRectF words(left, row.top() + gap, right - left, row.height() - 2 * gap);
    if (right < view_.labelWidth) return right;
    // The words may reach beyond the newest moment, the bar may not: nothing is there yet.
    QRectF rect = words;
    const double now = xAt(std::max(view_.nowNs, lanes_.lastNs()));
    rect.setRight(std::min(right, std::max({end, left + theme_.px(3), now})));
    if (block.asleepNs != 0)
        paintSleep(rect, words, block);
    else
        paintFilled(rect, words, block, colourIndex(lanes_.processes()[drawn.lane].process), label);
    if (view_.selected != 0 && block.position == view_.selected) {
        painter_->setBrush(Qt::NoBrush);
        painter_->setPen(QPen(theme_.palette().focus, theme_.px(2)));
        painter_->drawRoundedRect(rect.adjusted(-2, -2, 2, 2), theme_.px(3), theme_.px(3));
    }
    if (words.width() >= theme_.px(8)) paintDrop(drawn.lane, block);
    return right;
}

/// A stopped process makes nothing, whatever stands in its lane: a rule under the blocks, with the
/// word where there is room.
void LanePainter::paintStops(std::size_t index) {
    const QRectF row = laneRect(index);
    const QColor colour = theme_.palette().mutedText;
    for (const ProcessLane::Stop& stop : lanes_.processes()[index].stops) {
        const double left = std::max(xAt(stop.fromNs), double(view_.labelWidth));
        const double right = xAt(stop.toNs == 0 ? std::max(view_.nowNs, stop.fromNs) : stop.toNs);
        if (right < view_.labelWidth || left > view_.size.width()) continue;
        const double width = std::max(right - left, double(theme_.px(3)));
        painter_->fillRect(QRectF(left, row.bottom() - theme_.px(3), width, theme_.px(3)), colour);
        paintText(QRectF(left + theme_.px(4), row.top(), width - theme_.px(5), row.height()),
                  stopLabel(), colour);
    }
}

void LanePainter::paintSleep(const QRectF& rect, const QRectF& words, const Block& block) {
    const Palette& palette = theme_.palette();
    painter_->setPen(Qt::NoPen);
    painter_->setBrush(QBrush(hatch_));
    painter_->setBrushOrigin(rect.topLeft());
    painter_->drawRoundedRect(rect, theme_.px(2), theme_.px(2));
    QString text = sleepLabel(block);
    if (block.failed()) {
        painter_->setBrush(Qt::NoBrush);
        painter_->setPen(QPen(palette.error, 1));
        painter_->drawRoundedRect(rect, theme_.px(2), theme_.px(2));
    }
    if (!block.open()) text += QStringLiteral(" → ") + blockLabel(block);
    paintText(visible(words).adjusted(theme_.px(5), 0, -theme_.px(1), 0), text, palette.asleep);
}

void LanePainter::paintFilled(const QRectF& rect, const QRectF& words, const Block& block,
                              int colour, const QString& label) {
    const Palette& palette = theme_.palette();
    QColor ink = palette.processText(colour);
    painter_->setPen(Qt::NoPen);
    painter_->setBrush(palette.process(colour));
    if (block.count > 1 || block.nameless) {
        painter_->setBrush(mixed(palette.panel, palette.process(colour), 0.3));
        ink = palette.text;
    } else if (block.failed()) {
        painter_->setPen(QPen(palette.error, 1));
        painter_->setBrush(palette.panel);
        ink = palette.error;
    }
    if (rect.width() < theme_.px(8))
        painter_->drawRect(rect); // too narrow for round corners
    else
        painter_->drawRoundedRect(rect, theme_.px(2), theme_.px(2));
    if (block.count > 1 && block.errors > 0) {
        painter_->fillRect(
            QRectF(rect.left(), rect.bottom() - theme_.px(2), rect.width(), theme_.px(2)),
            palette.error);
    }
    const QRectF room = visible(words).adjusted(theme_.px(5), 0, -theme_.px(2), 0);
    if (rect.right() >= words.right()) return paintText(room, label, ink);
    // In the bar's ink on the bar, in the process's own beside it.
    QRectF beside = words;
    beside.setLeft(rect.right());
    for (const auto& [part, partsInk] :
         {std::pair(rect, ink), std::pair(beside, palette.processInk(colour))}) {
        painter_->save();
        painter_->setClipRect(part, Qt::IntersectClip);
        paintText(room, label, partsInk);
        painter_->restore();
    }
}

} // namespace ipclab
