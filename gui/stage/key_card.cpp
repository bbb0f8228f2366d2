#include "gui/stage/key_card.h"

#include "gui/bridge/frame.h"
#include "gui/stage/key_words.h"

namespace ipclab {
namespace {

/// Equal parts of two keys stand on the same ground and carry an equals sign.
void part(Ink& ink, const words::KeyPart& part, const QRect& room, bool bits) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    ink.box(room, ink.px(4), part.same ? p.accentSoft : p.card,
            part.same ? p.accent : p.slotOutline, 1.0, part.same ? Qt::SolidLine : Qt::DashLine);
    const int pad = ink.px(6);
    QRect line(room.x() + pad, room.y() + ink.px(2), room.width() - 2 * pad, m.monoStrong.height);
    if (!bits) line.moveTop(room.center().y() - line.height() / 2 + 1);
    Type lost = m.mono;
    lost.font.setStrikeOut(true);
    ink.pieces(line, {{part.lost, &lost, p.faintText},
                      {part.lost.isEmpty() ? QString() : QString(QChar(0x2009)), &m.mono, p.text},
                      {part.kept, &m.monoStrong, part.same ? p.link : p.text},
                      {part.same ? QStringLiteral(" =") : QString(), &m.smallStrong, p.link}});
    if (!bits) return;
    line.setTop(line.bottom() + 1);
    line.setHeight(m.call.height);
    ink.text(line, part.bits, m.call, p.mutedText);
}

} // namespace

void paintKeys(Ink& ink, const World& world, const KeysPlace& place) {
    if (place.card.isNull()) return;
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    const auto rows = words::keyRows(world);
    ink.setCard(place.card);
    ink.box(place.card, ink.px(6), p.card, p.cardBorder);
    ink.text(place.title, words::keysTitle(), m.heading, p.text);
    const auto names = words::keyPartNames();
    for (std::size_t i = 0; i < names.size(); ++i)
        ink.oneOf(place.heads[i].adjusted(ink.px(6), 0, 0, 0), names[i], m.small, p.mutedText);
    const std::size_t first = rows.size() - place.rows.size();
    for (std::size_t r = 0; r < place.rows.size(); ++r) {
        const words::KeyRow& row = rows[first + r];
        const KeysPlace::Row& at = place.rows[r];
        const int colour = colourIndex(row.made->process);
        ink.box(at.letter, ink.px(3), p.process(colour), {});
        ink.text(at.letter, words::letter(world, row.made->process).left(1), m.smallStrong,
                 p.processText(colour), Qt::AlignCenter);
        ink.text(at.call, row.call, m.mono, p.text);
        if (!row.failed && !at.parts[0].isNull())
            for (std::size_t i = 0; i < row.parts.size(); ++i)
                part(ink, row.parts[i], at.parts[i], place.bits);
        ink.text(at.key, QStringLiteral("= ") + row.key, m.monoStrong,
                 row.failed ? p.error : p.text);
    }
    if (place.verdict.isNull()) return;
    const words::KeyVerdict verdict = words::keyVerdict(world);
    ink.text(place.verdict, verdict.text, m.small, verdict.warns ? p.error : p.mutedText);
}

} // namespace ipclab
