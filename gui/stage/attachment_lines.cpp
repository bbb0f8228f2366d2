#include "gui/stage/items.h"
#include "gui/stage/segment_items.h"
#include "gui/stage/segment_words.h"

#include <QPainterPath>

#include <algorithm>

namespace ipclab {
namespace {

/// The card of the segment that is attached. A removed segment has no attachments.
const SegmentPlace* placeOf(const World& world, const StageLayout& layout, std::int32_t id) {
    for (const SegmentPlace& place : layout.segments)
        if (!place.slim && place.id == id && !world.segments[place.index].removed) return &place;
    return nullptr;
}

/// The address stands on its line, below the card, where the card has no row for it or has several.
void label(Ink& ink, const Attachment& attachment, const QRect& room, const QColor& colour) {
    const Type& type = ink.metrics().call;
    const QString whole = words::address(attachment.address), access = words::access(attachment);
    const QStringList choices{whole + ' ' + access,
                              QStringLiteral("…") + whole.right(6) + ' ' + access, access};
    const auto fits = std::ranges::find_if(
        choices, [&](const QString& each) { return type.width(each) <= room.width(); });
    if (fits == choices.end()) return;
    QRect ground(0, 0, type.width(*fits) + ink.px(6), room.height());
    ground.moveCenter(room.center());
    ink.painter().fillRect(ground, ink.palette().userSpace);
    ink.setCard(room);
    ink.oneOf(room, choices, type, colour, Qt::AlignCenter);
}

/// Below the card, around where the line leaves it, and within the card's width.
QRect labelRoom(const Ink& ink, const ProcessPlace& place, int x, int step, std::size_t lines) {
    const QRect card = place.card;
    const int half =
        lines > 1 ? step / 2 - ink.px(2) : std::min(x - card.left(), card.right() - x) - ink.px(2);
    return {x - half, card.bottom() + ink.px(4), 2 * half, ink.metrics().call.height};
}

} // namespace

std::optional<AttachmentLine> attachmentLine(const World& world, const StageLayout& layout,
                                             const Process& process, std::size_t which) {
    if (which >= process.attachments.size()) return {};
    const ProcessPlace* from = layout.process(process.id);
    const SegmentPlace* to = placeOf(world, layout, process.attachments[which].segment);
    if (!from || !to) return {};
    const auto count = static_cast<int>(process.attachments.size());
    // Several lines of one card leave side by side, around where its wire leaves.
    const int step = from->card.width() / (count + 1);
    const double shift = (static_cast<double>(which) - (count - 1) / 2.0) * step;
    const QPointF start(from->port.x() + shift, from->port.y());
    const double most = to->card.width() * 0.42;
    const double x = std::clamp<double>(start.x(), to->port.x() - most, to->port.x() + most);
    return AttachmentLine{start, QPointF(x, to->card.top())};
}

void paintAttachments(Ink& ink, const World& world, const StageLayout& layout) {
    QPainter& painter = ink.painter();
    const QRegion open = besideWords(ink.metrics(), layout);
    for (const ProcessPlace& place : layout.processes) {
        const Process* process = world.process(place.id);
        if (!process) continue;
        const std::size_t count = process->attachments.size();
        for (std::size_t i = 0; i < count; ++i) {
            const auto line = attachmentLine(world, layout, *process, i);
            if (!line) continue;
            const Attachment& attachment = process->attachments[i];
            const QColor colour = ink.palette().process(colourIndex(place.id));
            QPen pen(colour, std::max(1.5, ink.metrics().factor * 2));
            if (attachment.readOnly) pen.setDashPattern({3, 2});
            // A second setClipRegion() after setClipping(false) would clip nothing.
            painter.save();
            painter.setClipRegion(open);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(wirePath(line->from, line->to));
            painter.restore();
            if (count == 1 && place.density == Density::Full) continue;
            const int x = static_cast<int>(line->from.x());
            const int step = place.card.width() / static_cast<int>(count + 1);
            label(ink, attachment, labelRoom(ink, place, x, step, count),
                  ink.palette().processInk(colourIndex(place.id)));
        }
    }
}

} // namespace ipclab
