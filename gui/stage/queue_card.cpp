#include "gui/stage/items.h"
#include "gui/stage/stage_tr.h"

#include "engine/world/questions.h"

namespace ipclab {
namespace {

void fillBar(Ink& ink, const Queue& queue, const QueuePlace& place) {
    const Palette& p = ink.palette();
    ink.text(place.barLabel, QStringLiteral("msg_cbytes"), ink.metrics().small, p.mutedText);
    if (place.bar.width() > 0) {
        const double radius = place.bar.height() / 2.0;
        ink.box(place.bar, radius, mixed(p.card, p.boundary, 0.28), {});
        const double share = queue.stat.qbytes == 0
                                 ? 0.0
                                 : std::min(1.0, static_cast<double>(queue.stat.cbytes) /
                                                     static_cast<double>(queue.stat.qbytes));
        const int width = static_cast<int>(std::lround(share * place.bar.width()));
        // Anything at all can be seen; the numbers beside it say how little it is.
        if (queue.stat.cbytes > 0)
            ink.box({place.bar.topLeft(),
                     QSize(std::max(width, place.bar.height()), place.bar.height())},
                    radius,
                    queue.removed  ? p.slotOutline
                    : share >= 1.0 ? p.error
                                   : p.accent,
                    {});
    }
    ink.oneOf(place.barText, words::fillTexts(queue), ink.metrics().mono, p.mutedText,
              Qt::AlignRight | Qt::AlignVCenter);
}

void sleepers(Ink& ink, const World& world, const Queue& queue, const QueuePlace& place) {
    const Palette& p = ink.palette();
    const auto lines = words::sleeperLines(world, queue);
    if (lines.empty()) return;
    if (!place.sleepersRow.isNull()) return paintSleepersRow(ink, lines, place.sleepersRow);
    ink.box(place.sleepers, ink.px(6), p.asleepGround, mixed(p.asleepGround, p.asleep, 0.35));
    const int height = ink.metrics().small.height + 1;
    QRect row(place.sleepers.x() + ink.px(10), place.sleepers.y() + ink.px(8),
              place.sleepers.width() - 2 * ink.px(10), height);
    for (const auto& [kind, text] : lines) {
        ink.text(row, text, sleeperType(ink, kind), sleeperColour(p, kind));
        row.translate(0, height);
    }
}

void twoLines(Ink& ink, const QRect& room, const QStringList& lines) {
    const int height = ink.metrics().small.height;
    for (int i = 0; i < 2; ++i)
        ink.text({room.x(), room.y() + i * height, room.width(), height}, lines[i],
                 ink.metrics().small, ink.palette().mutedText);
}

void header(Ink& ink, const World& world, const Queue& queue, const QueuePlace& place) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    Type title = m.heading;
    title.font.setStrikeOut(queue.removed);
    ink.text(place.title, words::queueTitle(queue), title, queue.removed ? p.mutedText : p.text);
    QStringList meta = words::queueMeta(world, queue);
    if (queue.removed)
        for (QString& choice : meta)
            choice = StageTr::tr("removed") + QStringLiteral(" · ") + choice;
    ink.oneOf(place.meta, meta, m.mono, queue.removed ? p.error : p.mutedText);
}

void slim(Ink& ink, const World& world, const Queue& queue, const QueuePlace& place) {
    const Palette& p = ink.palette();
    ink.box(place.card, ink.px(6), {}, p.slotOutline, 1.0, Qt::DashLine);
    Type struck = ink.metrics().mono;
    struck.font.setStrikeOut(true);
    ink.pieces(place.title, {{StageTr::tr("Removed") + QStringLiteral("  "),
                              &ink.metrics().smallStrong, p.mutedText},
                             {words::queueMeta(world, queue)[1], &struck, p.mutedText}});
}

} // namespace

QColor cardGround(const Palette& palette, const ObjectLook& look) {
    return mixed(palette.card, palette.kernelSpace, 0.8 * look.faded);
}

void paintLane(Ink& ink, const QueuePlace& place) {
    const Palette& p = ink.palette();
    const Lane& lane = place.lane;
    ink.setCard(place.card);
    if (!lane.tail.isNull() && !place.slim)
        ink.box(lane.tail, ink.px(lane.size == TokenSize::Large ? 6 : 4),
                mixed(p.card, p.boundary, 0.08), p.slotOutline,
                std::max(1.0, ink.metrics().factor * 1.3), Qt::DashLine);
    if (lane.stack.isNull()) return;
    const int step = std::max(1, ink.px(2));
    for (int i = 2; i >= 0; --i)
        ink.box(lane.stack.adjusted(i * step, -i * step + step, -2 * step + i * step,
                                    -i * step + step - step),
                ink.px(5), p.card, p.slotOutline);
    ink.text(lane.stack.adjusted(ink.px(4), 0, -ink.px(6), 0),
             StageTr::tr("%1 more").arg(words::number(lane.stackCount)), ink.metrics().smallStrong,
             p.text, Qt::AlignCenter);
}

void paintQueue(Ink& ink, const World& world, const QueuePlace& place, const ObjectLook& look) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    const Queue& queue = world.queues[place.index];
    ink.setCard(place.card);
    if (place.slim) return slim(ink, world, queue, place);
    ink.box(place.card, ink.px(7), cardGround(p, look), look.selected ? p.accent : p.cardBorder,
            look.selected ? std::max(1.0, m.factor * 1.6) : 1.0,
            queue.removed ? Qt::DashLine : Qt::SolidLine);
    header(ink, world, queue, place);
    if (!queue.removed) {
        if (!place.head.isNull()) twoLines(ink, place.head, words::headLabel());
        if (!place.tailLabel.isNull()) twoLines(ink, place.tailLabel, words::tailLabel());
        paintLane(ink, place);
    } else {
        ink.wrapped(place.lane.area, words::queueGone(world, queue), m.body, p.mutedText);
    }
    sleepers(ink, world, queue, place);
    fillBar(ink, queue, place);
    if (!place.takes.isNull() && !queue.removed) {
        std::vector<Ink::Piece> pieces;
        for (const words::Run& run : look.asks ? words::takesHidden() : words::takes(world, queue))
            pieces.push_back(
                {run.text, run.strong ? &m.strong : &m.body, run.strong ? p.text : p.mutedText});
        ink.pieces(place.takes, pieces);
    }
    if (!place.note.isNull())
        ink.text(place.note, words::queueNote(queue), m.smallStrong, p.outside);
}

} // namespace ipclab
