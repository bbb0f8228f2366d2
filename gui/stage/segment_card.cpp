#include "gui/stage/byte_tint.h"
#include "gui/stage/segment_items.h"
#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

void header(Ink& ink, const World& world, const Segment& segment, const SegmentPlace& place) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    const bool leaving = segment.removed || segment.stat.dest;
    Type title = m.heading;
    title.font.setStrikeOut(leaving);
    ink.text(place.title, words::segmentTitle(), title, leaving ? p.mutedText : p.text);
    QStringList meta = words::segmentMeta(world, segment);
    if (leaving)
        for (QString& choice : meta)
            choice = words::segmentFate(segment) + QStringLiteral(" · ") + choice;
    ink.oneOf(place.meta, meta, m.mono, leaving ? p.error : p.mutedText);
}

void slim(Ink& ink, const World& world, const Segment& segment, const SegmentPlace& place) {
    const Palette& p = ink.palette();
    ink.box(place.card, ink.px(6), {}, p.slotOutline, 1.0, Qt::DashLine);
    Type struck = ink.metrics().mono;
    struck.font.setStrikeOut(true);
    ink.pieces(place.title, {{StageTr::tr("Removed") + QStringLiteral("  "),
                              &ink.metrics().smallStrong, p.mutedText},
                             {words::segmentMeta(world, segment)[2], &struck, p.mutedText}});
}

/// A bar along the lower edge: how much of what was added has arrived, and how much is lost.
void lostShare(Ink& ink, const Race& race, const QRect& box) {
    if (race.added == 0) return;
    const Palette& p = ink.palette();
    const double share = std::clamp(
        static_cast<double>(race.after - race.before) / static_cast<double>(race.added), 0.0, 1.0);
    const int thick = std::max(3, ink.px(3)), side = ink.px(12);
    const QRect whole(box.x() + side, box.bottom() - thick, box.width() - 2 * side, thick);
    ink.painter().fillRect(whole, p.error);
    QRect arrived = whole;
    arrived.setWidth(static_cast<int>(std::lround(share * whole.width())));
    ink.painter().fillRect(arrived, p.accent);
}

void race(Ink& ink, const World& world, const Segment& segment, const SegmentPlace& place) {
    if (place.race.isNull()) return;
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    const words::RaceWords said = words::race(world, segment);
    ink.box(place.race, ink.px(5), said.lost ? p.errorGround : p.card,
            said.lost ? p.errorBorder : p.cardBorder);
    const int pad = (place.race.height() - place.raceLines * m.body.height) / 2;
    QRect line(place.race.x() + ink.px(12), place.race.y() + pad,
               place.race.width() - 2 * ink.px(12), m.body.height);
    std::vector<Ink::Piece> pieces{
        {said.headline + ' ', &m.strong, said.lost ? p.error : p.text},
        {said.numbers + ' ', &m.body, p.text},
    };
    const Ink::Piece why{said.why, &m.body, p.text};
    if (said.lost) lostShare(ink, *segment.race, place.race);
    if (place.raceLines == 1) pieces.push_back(why);
    ink.pieces(line, pieces);
    if (place.raceLines == 1) return;
    line.translate(0, m.body.height);
    ink.pieces(line, {why});
}

} // namespace

void paintSegment(Ink& ink, const World& world, const SegmentPlace& place, const ObjectLook& look) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    const Segment& segment = world.segments[place.index];
    ink.setCard(place.card);
    if (place.slim) return slim(ink, world, segment, place);
    ink.box(place.card, ink.px(7), cardGround(p, look), look.selected ? p.accent : p.cardBorder,
            look.selected ? std::max(1.0, m.factor * 1.6) : 1.0,
            segment.stat.dest || segment.removed ? Qt::DashLine : Qt::SolidLine);
    header(ink, world, segment, place);
    if (segment.removed)
        ink.wrapped(place.grid.area, words::segmentGone(), m.body, p.mutedText);
    else
        paintPageStrip(ink, segment, place);
    race(ink, world, segment, place);
    if (!place.note.isNull())
        ink.text(place.note, words::segmentNote(segment), m.smallStrong, p.outside);
}

bool fades(const Segment& segment, std::int64_t nowNs) {
    return !segment.removed &&
           std::ranges::any_of(segment.writers, [nowNs](const SegmentWriter& writer) {
               return nowNs - writer.lastNs < words::agesShownNs;
           });
}

} // namespace ipclab
