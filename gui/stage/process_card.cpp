#include "gui/stage/items.h"
#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"

#include <QPainterPath>

namespace ipclab {
namespace {

struct PillColours {
    QColor ground, ink;
};

PillColours pillColours(const Palette& p, const Process& process) {
    switch (process.state) {
    case ProcessState::Ready:
        return {p.readyGround, p.ready};
    case ProcessState::InKernel:
        return {p.inKernelGround, p.inKernel};
    case ProcessState::Asleep:
        return {p.asleepGround, p.asleep};
    case ProcessState::Held:
        return {p.accentSoft, p.link};
    case ProcessState::Killed:
        return {p.errorGround, p.error};
    case ProcessState::Stopped:
    case ProcessState::Exited:
        break;
    }
    return {p.endedGround, p.ended};
}

void moon(Ink& ink, const QRect& room, const QColor& colour) {
    QPainterPath full, bite;
    const QRectF disc(room);
    full.addEllipse(disc);
    bite.addEllipse(disc.translated(disc.width() * 0.42, -disc.height() * 0.22));
    ink.painter().setRenderHint(QPainter::Antialiasing);
    ink.painter().fillPath(full.subtracted(bite), colour);
}

void bufferRows(Ink& ink, const ProcessPlace& place, const std::vector<words::Buffer>& buffers,
                const QColor& hue) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    ink.box(place.buffers, ink.px(4), {}, p.slotOutline, 1.0, Qt::DashLine);
    const int height = m.mono.height + ink.px(3);
    QRect row(place.buffers.x() + ink.px(8), place.buffers.y() + ink.px(4),
              place.buffers.width() - 2 * ink.px(8), height);
    const auto lines = static_cast<std::size_t>(place.lines);
    for (std::size_t i = 0; i < buffers.size() && i < lines; ++i) {
        const words::Buffer& buffer = buffers[i];
        if (buffer.error) {
            const QString name = buffer.name.isEmpty() ? QString() : buffer.name + ' ';
            ink.pieces(row, {{name, &m.smallStrong, p.error}, {buffer.value, &m.small, p.error}});
            row.translate(0, height);
            continue;
        }
        std::vector<Ink::Piece> pieces{{buffer.name + ' ', &m.mono, p.mutedText}};
        if (!buffer.type.isEmpty()) pieces.push_back({buffer.type + ' ', &m.monoStrong, hue});
        const bool empty = buffer.value.isEmpty();
        pieces.push_back(
            {empty ? StageTr::tr("empty") : buffer.value, &m.mono, empty ? p.faintText : p.text});
        if (i + 1 == lines && buffers.size() > lines)
            pieces.push_back(
                {StageTr::tr("  +%1 more").arg(buffers.size() - lines), &m.mono, p.faintText});
        ink.pieces(row, pieces);
        row.translate(0, height);
    }
    if (buffers.empty()) ink.text(row, StageTr::tr("no variables yet"), m.small, p.faintText);
}

/// The result is never elided; the call is. A result that stands on the card anyway gives way.
void callLine(Ink& ink, const Process& process, const QRect& room) {
    const Palette& p = ink.palette();
    const Type& mono = ink.metrics().call;
    words::CallLine line = words::call(process);
    if (line.call.isEmpty())
        return ink.text(room, StageTr::tr("no call yet"), ink.metrics().small, p.faintText);
    const QColor text = words::callFailed(process) ? p.error
                        : process.alive()          ? p.text
                                                   : p.mutedText;
    if (process.current && mono.width(line.whole()) > room.width())
        line.result.clear(); // one ellipsis says both: cut short, and not returned yet
    if (line.told && mono.width(line.whole()) > room.width()) line.result.clear();
    const int result = std::min(mono.width(line.result), room.width());
    const int call = std::min(mono.width(line.call), room.width() - result);
    ink.text({room.x(), room.y(), call, room.height()}, line.call, mono, text,
             Qt::AlignLeft | Qt::AlignVCenter,
             call < mono.width(line.call) ? line.whole() : QString());
    ink.text({room.x() + call, room.y(), result, room.height()}, line.result, mono, text);
}

void letterSquare(Ink& ink, const Process& process, const QRect& square, const QColor& ground,
                  const QColor& text) {
    ink.box(square, ink.px(3), ground, {});
    ink.text(square, words::text(process.letter), ink.metrics().disc, text, Qt::AlignCenter);
}

} // namespace

void paintState(Ink& ink, const Process& process, const QRect& pill, std::int64_t nowNs) {
    const auto [ground, colour] = pillColours(ink.palette(), process);
    ink.box(pill, pill.height() / 2.0, ground, {});
    QRect room = pill.adjusted(ink.px(7), 0, -ink.px(7), 0);
    if (process.state == ProcessState::Asleep) {
        ink.hatch(pill, pill.height() / 2.0, mixed(ground, colour, 0.10));
        const int side = ink.px(9);
        moon(ink, {room.x(), pill.center().y() - side / 2 + 1, side, side}, colour);
        room.setLeft(room.left() + side + ink.px(3));
    }
    ink.oneOf(room, words::states(process, nowNs), ink.metrics().smallStrong, colour);
}

void paintProcess(Ink& ink, const World& world, const Process& process, const ProcessPlace& place,
                  const CardLook& look) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    const int index = colourIndex(process.id);
    const bool alive = process.alive();
    const QColor line = alive ? p.process(index) : p.slotOutline;
    ink.setCard(place.card);
    if (look.selected)
        ink.box(place.card.adjusted(-ink.px(3), -ink.px(3), ink.px(3), ink.px(3)), ink.px(9),
                mixed(p.userSpace, p.process(index), 0.22), {});
    ink.box(place.card, ink.px(6), p.card, line, std::max(1.0, m.factor * 2.0),
            alive ? Qt::SolidLine : Qt::DashLine);
    letterSquare(ink, process, place.letter, alive ? p.process(index) : p.endedGround,
                 alive ? p.processText(index) : p.ended);
    const QString label = words::title(world, process);
    const QColor text = alive ? p.text : p.mutedText;
    ink.text(place.title, label, m.title, text, Qt::AlignLeft | Qt::AlignVCenter,
             place.density == Density::Tiny
                 ? QString(label + QStringLiteral("\n") + words::under(world, process).front() +
                           QStringLiteral("\n") + words::call(process).whole())
                 : QString());
    if (place.density == Density::Tiny) return;
    // Without rows of its own the card says below the name why the process died.
    const QString fault = words::faultLine(process);
    if (place.density != Density::Full && !fault.isEmpty())
        ink.text(place.under, fault, m.small, p.error);
    else
        ink.oneOf(place.under, words::under(world, process), m.small, p.mutedText);
    const World& told = look.told ? *look.told : world;
    const Process* then = told.process(process.id);
    if (!then) then = &process;
    paintDescriptors(ink, told, *then, place);
    if (place.density == Density::Full)
        bufferRows(ink, place, look.held ? *look.held : words::buffers(*then), p.processInk(index));
    callLine(ink, *then, place.call);
}

} // namespace ipclab
