#include "gui/stage/items.h"
#include "gui/stage/segment_items.h"
#include "gui/stage/segment_words.h"

#include <QPainterPath>

#include <algorithm>

namespace ipclab {
namespace {

/// The words at the boundary stay readable: the box moves along its line's side, or below.
void keepOff(QRect& label, const StageLayout& layout, double lineX, int gap) {
    const QRect words = layout.boundaryLabel.adjusted(-gap, 0, gap, 0);
    if (!label.intersects(words)) return;
    QRect beside = label;
    beside.moveRight(words.left());
    if (lineX < beside.right() - gap)
        label = beside;
    else
        label.moveTop(layout.boundary.bottom() + gap / 2);
}

} // namespace

void paintMemoryBoxes(Ink& ink, const World& world, const StageLayout& layout,
                      const std::vector<MemoryMotion::Box>& boxes) {
    const Metrics& m = ink.metrics();
    const Palette& p = ink.palette();
    std::vector<QRect> taken;
    for (const MemoryMotion::Box& box : boxes) {
        const Process* process = world.process(box.deed.process);
        if (!process) continue;
        const auto attachment =
            std::ranges::find(process->attachments, box.deed.attachment, &Attachment::address);
        if (attachment == process->attachments.end()) continue;
        const auto line =
            attachmentLine(world, layout, *process,
                           static_cast<std::size_t>(attachment - process->attachments.begin()));
        if (!line) continue;
        QString text = box.deed.text;
        if (box.perSecond > 0)
            text = QStringLiteral("×%1  ").arg(words::rate(box.perSecond)) + text;
        QRect label(0, 0, m.call.width(text) + ink.px(16), m.call.height + ink.px(8));
        label.moveCenter(wirePath(line->from, line->to).pointAtPercent(0.45).toPoint());
        label.moveLeft(std::clamp(label.left(), ink.px(4),
                                  std::max(ink.px(4), layout.size.width() - label.width() - 4)));
        // A line to a lower object passes behind the upper ones, whose words stay readable.
        label.moveBottom(std::min(label.bottom(), layout.boundary.bottom() + ink.px(4)));
        keepOff(label, layout, line->to.x(), ink.px(6));
        // Two lines may come close; their boxes then stand one below the other.
        for (const QRect& other : taken)
            if (label.intersects(other)) label.moveTop(other.bottom() + ink.px(2));
        taken.push_back(label);
        ink.painter().setOpacity(box.opacity);
        ink.box(label, ink.px(6), p.card, p.process(colourIndex(box.deed.process)),
                std::max(1.0, m.factor * 1.6));
        ink.setCard(label);
        ink.text(label, text, m.call, p.text, Qt::AlignCenter);
    }
    ink.painter().setOpacity(1.0);
}

} // namespace ipclab
