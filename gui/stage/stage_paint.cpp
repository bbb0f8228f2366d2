#include "gui/stage/items.h"
#include "gui/stage/segment_items.h"
#include "gui/stage/stage.h"
#include "gui/stage/words.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ipclab {

void Stage::renderStill() {
    const double ratio = devicePixelRatioF();
    const QSize pixels = size() * ratio;
    if (still_.size() != pixels) still_ = QPixmap(pixels);
    still_.setDevicePixelRatio(ratio);
    stillTexts_.clear();
    QPainter painter(&still_);
    Ink ink(painter, theme_.palette(), metrics_, &stillTexts_);
    painter.fillRect(rect(), theme_.palette().kernelSpace);
    painter.translate(0, -scroll_.value());
    const World& world = *frame_.world;
    paintBands(ink, layout_, frame_, lecture_, footnote_);
    paintKeys(ink, world, layout_.keys);
    paintAttachments(ink, world, layout_);
    pieceMarks_.clear();
    paintWires(ink, world, layout_);
    paintForks(ink, world, layout_, [this](ProcessId id) { return !director_.arriving(id); });
    const auto isStill = [this](const PipeWire& wire) {
        return !director_.arriving(wire.process) && !director_.pipes().grows(wire);
    };
    paintPipeWires(ink, world, layout_, isStill);
    for (const ProcessPlace& place : layout_.processes)
        if (!director_.arriving(place.id))
            paintProcess(ink, world, *world.process(place.id), place,
                         {place.id == selection_, director_.held(place.id),
                          &director_.pipes().told(world, place.id)});
    paintPipeTabs(ink, world, layout_, isStill);
    for (const auto& [object, slim] : layout_.objects)
        paintObject(ink, object);
    stillDirty_ = false;
}

void Stage::paintObject(Ink& ink, ObjectRef object) {
    const World& world = *frame_.world;
    const ObjectPlace& place = *layout_.object(object);
    const ObjectLook look{object.kind == selectedKind_ && place.id == selectedObject_ &&
                              !removed(world, object),
                          director_.faded(object), asks_};
    switch (object.kind) {
    case ObjectKind::Queue:
        return paintQueue(ink, world, *layout_.queue(object.index), look);
    case ObjectKind::Segment:
        return paintSegment(ink, world, *layout_.segment(object.index), look);
    case ObjectKind::Pipe:
        return paintPipe(ink, world, director_.pipes().shown(world, object.index),
                         *layout_.pipe(object.index), look, pieceMarks_);
    }
}

void Stage::paintEvent(QPaintEvent*) {
    if (stillDirty_) {
        renderStill();
        runTimers(); // only now it is known which boundaries have to fade
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, still_);
    painter.translate(0, -scroll_.value());
    movingTexts_.clear();
    Ink ink(painter, theme_.palette(), metrics_, &movingTexts_);
    const std::int64_t now = nowNs();
    for (const ProcessPlace& place : layout_.processes) {
        if (director_.arriving(place.id)) continue;
        ink.setCard(place.card);
        paintState(ink, *frame_.world->process(place.id), place.pill, now);
    }
    memory_.paint(ink, *frame_.world, layout_, now);
    paintPieceMarks(ink, now);
    paintStreams(ink);
    paintWays(ink);
    paintMoving(ink);
    paintBytes(ink);
    paintBirths(ink);
    paintCounters(ink);
    paintFlashes(ink);
}

/// Wires that come or go, and bytes on their way.
void Stage::paintBytes(Ink& ink) {
    const PipeMotion& pipes = director_.pipes();
    ink.painter().save();
    ink.painter().setClipRegion(besideWords(metrics_, layout_));
    for (const PipeWire& wire : pipes.movingWires())
        if (!director_.arriving(wire.process)) paintLooseWire(ink, wire);
    ink.painter().restore();
    for (const ByteToken& token : pipes.tokens(layout_))
        sprites_.drawBytes(ink.painter(), token, theme_.palette(), metrics_);
}

/// The card at another place.
static ProcessPlace moved(ProcessPlace place, QPoint by) {
    for (QRect* rect : {&place.card, &place.letter, &place.title, &place.pill, &place.under,
                        &place.kill, &place.buffers, &place.call, &place.descriptors})
        rect->translate(by);
    for (DescriptorPlace& row : place.table)
        for (QRect* rect : {&row.row, &row.number, &row.what, &row.close})
            rect->translate(by);
    place.port += by;
    return place;
}

/// A child comes out of its parent.
void Stage::paintBirths(Ink& ink) {
    for (const Director::Birth& birth : director_.births()) {
        const ProcessPlace* child = layout_.process(birth.child);
        const ProcessPlace* parent = layout_.process(birth.parent);
        if (!child || !parent) continue;
        const auto between = [&](int from, int to) {
            return from + static_cast<int>(std::lround((to - from) * birth.part));
        };
        const QPoint at(between(parent->card.x(), child->card.x()),
                        between(parent->card.y(), child->card.y()));
        // From behind its parent and whom it passes, whose words stay readable, with all that it
        // copied.
        QRegion open(QRect(QPoint(), layout_.size));
        for (const ProcessPlace& place : layout_.processes)
            if (place.id != birth.child) open -= place.card;
        ink.painter().save();
        ink.painter().setClipRegion(open);
        ink.painter().setOpacity(0.35 + 0.65 * birth.part);
        const ProcessPlace place = moved(*child, at - child->card.topLeft());
        const Process& process = *frame_.world->process(birth.child);
        paintProcess(ink, *frame_.world, process, place, {});
        paintState(ink, process, place.pill, nowNs());
        ink.painter().restore();
    }
}

/// The boundaries between writes fade, because the stream knows nothing of them.
void Stage::paintPieceMarks(Ink& ink, std::int64_t nowNs) {
    for (const PieceMark& mark : pieceMarks_) {
        const double age = static_cast<double>(nowNs - mark.writtenNs) / double(pieceMarkNs);
        if (age >= 1) continue;
        ink.painter().setOpacity(std::clamp(1.5 * (1 - age), 0.0, 1.0));
        ink.painter().fillRect(mark.rect, theme_.palette().text);
    }
    ink.painter().setOpacity(1.0);
}

void Stage::paintMoving(Ink& ink) {
    QPainter& painter = ink.painter();
    for (const ProcessPlace& place : layout_.processes)
        if (const auto faded = director_.glow(place.id); faded && !place.buffers.isNull()) {
            painter.setOpacity(1.0 - *faded);
            ink.box(place.buffers, ink.px(4), {}, theme_.palette().process(colourIndex(place.id)),
                    std::max(2.0, metrics_.factor * 2.5));
        }
    for (const DrawnToken& token : director_.tokens(*frame_.world, layout_, metrics_)) {
        painter.setOpacity(token.opacity);
        sprites_.draw(painter, token.at, *frame_.world, *token.message, token.size, token.box,
                      theme_.palette(), metrics_, token.raised);
        if (hovered_ != 0 && token.message->serial == hovered_)
            ink.box(QRect(token.at, token.box).adjusted(-2, -2, 2, 2), ink.px(7), {},
                    theme_.palette().focus, 2.0);
        if (!token.note.isEmpty()) paintNote(ink, token);
    }
    painter.setOpacity(1.0);
}

/// Below the token, because buttons may lie above it.
void Stage::paintNote(Ink& ink, const DrawnToken& token) {
    const QSize size = token.box;
    QRect label(0, 0, metrics_.small.width(token.note) + ink.px(12),
                metrics_.small.height + ink.px(4));
    label.moveCenter(token.at +
                     QPoint(size.width() / 2, size.height() + label.height() / 2 + ink.px(3)));
    label.moveRight(std::min(label.right(), layout_.size.width() - ink.px(4)));
    ink.box(label, ink.px(4), theme_.palette().outside, {});
    ink.setCard(label);
    ink.text(label, token.note, metrics_.small, theme_.palette().outsideText, Qt::AlignCenter);
}

/// The way of each message, between the cards, and the place it will take.
void Stage::paintWays(Ink& ink) {
    if (director_.travels().empty()) return;
    QPainter& painter = ink.painter();
    painter.save();
    QRegion open = besideWords(metrics_, layout_);
    for (const ProcessPlace& place : layout_.processes)
        open -= place.card;
    for (const auto& [object, slim] : layout_.objects)
        open -= layout_.object(object)->card;
    for (const Travel& travel : director_.travels()) {
        if (travel.fades || clock_.now() < travel.start) continue;
        const ProcessId process =
            travel.to.kind == Anchor::Kind::Card ? travel.to.process : travel.message.sender;
        const QColor colour = process == outsideSender
                                  ? theme_.palette().outside
                                  : theme_.palette().process(colourIndex(process));
        QPen pen(colour, std::max(1.5, metrics_.factor * 2));
        pen.setDashPattern({3, 2});
        painter.save();
        painter.setClipRegion(open);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(pathOf(travel, layout_, metrics_));
        painter.restore();
        if (travel.to.kind != Anchor::Kind::Slot) continue;
        if (const QueuePlace* queue = layout_.queue(travel.to.queue))
            for (const TokenPlace& token : queue->lane.tokens)
                if (token.serial == travel.message.serial)
                    ink.box(token.rect, ink.px(5), {}, theme_.palette().slotOutline,
                            std::max(1.0, metrics_.factor * 1.3), Qt::DashLine);
    }
    painter.restore();
}

void Stage::paintFlashes(Ink& ink) {
    const Palette& palette = theme_.palette();
    for (const Flash& flash : director_.flashes()) {
        const ProcessPlace* place = layout_.process(flash.process);
        if (!place || clock_.now() < flash.start) continue;
        const double part = (clock_.now() - flash.start) / flash.duration;
        const QColor line = flash.calm ? palette.accent : palette.error;
        // Stands for most of its time, then goes.
        ink.painter().setOpacity(clock_.instant() ? 1.0 : std::clamp((1.0 - part) * 4, 0.0, 1.0));
        const int out = ink.px(3);
        ink.box(place->card.adjusted(-out, -out, out, out), ink.px(8), {}, line,
                std::max(2.0, metrics_.factor * 3));
        QRect label(0, 0, metrics_.monoStrong.width(flash.text) + ink.px(16),
                    metrics_.monoStrong.height + ink.px(6));
        label.moveTop(place->card.bottom() - ink.px(3));
        label.moveLeft(place->card.center().x() - label.width() / 2);
        ink.box(label, ink.px(4), flash.calm ? palette.accentSoft : palette.errorGround, line,
                std::max(1.0, metrics_.factor * 1.5));
        ink.setCard(label);
        ink.text(label, flash.text, metrics_.monoStrong, flash.calm ? palette.link : palette.error,
                 Qt::AlignCenter);
    }
    ink.painter().setOpacity(1.0);
}

} // namespace ipclab
