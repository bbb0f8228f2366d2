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

/// The address stands at its line where the card has no row for it, or has several.
void label(Ink& ink, const Attachment& attachment, QPoint at, int room, const QColor& colour) {
    const Type& type = ink.metrics().call;
    const QString whole = words::address(attachment.address), access = words::access(attachment);
    const QRect box(at.x() + ink.px(4), at.y() + ink.px(3), room - ink.px(8), type.height);
    const QStringList choices{whole + ' ' + access,
                              QStringLiteral("…") + whole.right(6) + ' ' + access, access};
    if (type.width(choices.back()) > box.width()) return;
    ink.setCard(box);
    ink.oneOf(box, choices, type, colour);
}

/// How far it is from a line to the next thing on its right: a line of the same card, the next
/// card's line, or the edge.
int roomBeside(const StageLayout& layout, const ProcessPlace& from, int x, int step, int lines) {
    if (lines > 1) return step;
    int end = layout.size.width();
    for (const ProcessPlace& other : layout.processes)
        if (other.port.x() > x && std::abs(other.port.y() - from.port.y()) < from.card.height())
            end = std::min(end, other.port.x());
    return end - x;
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
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(wirePath(line->from, line->to));
            if (count == 1 && place.density == Density::Full) continue;
            const int x = static_cast<int>(line->from.x());
            const int step = place.card.width() / static_cast<int>(count + 1);
            label(ink, attachment, {x, place.card.bottom()},
                  roomBeside(layout, place, x, step, static_cast<int>(count)),
                  ink.palette().processInk(colourIndex(place.id)));
        }
    }
}

} // namespace ipclab
