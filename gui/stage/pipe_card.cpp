#include "gui/stage/items.h"
#include "gui/stage/pipe_words.h"
#include "gui/stage/stage_tr.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

QColor writerColour(const Palette& palette, ProcessId writer) {
    return writer == outsideSender ? palette.outside : palette.process(colourIndex(writer));
}

/// Where the bytes of one page stand in its cell: the front at the right. However few they are,
/// they can be seen.
struct Scale {
    QRect cell;
    double bytes = 0, read = 0; ///< width of all, and of those that are read

    Scale(const Ink& ink, const QRect& cell_, std::uint32_t all, std::uint32_t readBytes)
        : cell(cell_) {
        const double width = cell.width();
        const double least = std::min<double>(width, ink.px(5));
        bytes = all == 0 ? 0 : std::max(least, width * all / pipePageBytes);
        read = readBytes == 0 ? 0 : std::clamp(bytes * readBytes / all, 2.0, bytes - 2.0);
        if (all > 0 && readBytes == all) read = bytes;
    }
    [[nodiscard]] double width(double from, double to, std::uint32_t all) const {
        return all == 0 ? 0 : bytes * (to - from) / all;
    }
};

void page(Ink& ink, const PipeSlot& slot, const QRect& cell, std::vector<PieceMark>& marks) {
    const Palette& p = ink.palette();
    QPainter& painter = ink.painter();
    const auto all = static_cast<std::uint32_t>(slot.bytes ? slot.bytes->size() : 0);
    const Scale scale(ink, cell, all, slot.read);
    const ProcessId writer = slot.pieces.empty() ? outsideSender : slot.pieces.front().writer;
    // The whole page is taken, however few bytes it holds.
    painter.fillRect(cell, mixed(p.card, writerColour(p, writer), 0.22));
    double right = cell.right() + 1;
    std::uint32_t at = 0;
    std::uint64_t before = 0;
    for (const WritePiece& piece : slot.pieces) {
        const double width = scale.width(at, at + piece.bytes, all);
        painter.fillRect(QRectF(right - width, cell.y(), width, cell.height()),
                         writerColour(p, piece.writer));
        if (before != 0 && before != piece.write && width >= ink.px(2) && at >= slot.read)
            marks.push_back({QRect(static_cast<int>(right) - 1, cell.y(), std::max(1, ink.px(1.5)),
                                   cell.height()),
                             piece.writtenNs});
        before = piece.write;
        right -= width;
        at += piece.bytes;
    }
    if (slot.read > 0) {
        // Read, and yet the page is not free: these bytes only wait for the rest of it.
        const QRect drained(static_cast<int>(std::lround(cell.right() + 1 - scale.read)), cell.y(),
                            static_cast<int>(std::lround(scale.read)), cell.height());
        painter.fillRect(drained, mixed(p.card, p.boundary, 0.25));
        ink.hatch(drained, 0, p.boundary);
    }
    if (!slot.packet) return;
    const double line = std::max(1.5, ink.metrics().factor * 2);
    painter.setPen(QPen(p.text, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(cell).adjusted(line / 2, line / 2, -line / 2, -line / 2));
}

/// Several pages in one cell: how full they are together.
void pages(Ink& ink, const Pipe& pipe, const TubeCell& cell) {
    std::uint64_t unread = 0;
    ProcessId writer = outsideSender;
    const std::size_t end = std::min(cell.first + cell.count, pipe.pages.size());
    for (std::size_t i = cell.first; i < end; ++i) {
        unread += pipe.pages[i].unread();
        if (!pipe.pages[i].pieces.empty()) writer = pipe.pages[i].pieces.front().writer;
    }
    const Palette& p = ink.palette();
    const QColor colour = writerColour(p, writer);
    const double all = static_cast<double>(cell.count) * pipePageBytes;
    const double taken =
        cell.rect.width() * static_cast<double>(end - cell.first) / static_cast<double>(cell.count);
    const double full = std::max(1.0, cell.rect.width() * static_cast<double>(unread) / all);
    const auto part = [&](double width) {
        return QRectF(cell.rect.right() + 1 - width, cell.rect.y(), width, cell.rect.height());
    };
    ink.painter().fillRect(part(taken), mixed(p.card, colour, 0.22));
    if (unread > 0) ink.painter().fillRect(part(full), colour);
}

void tube(Ink& ink, const Pipe& pipe, const PipePlace& place, const ObjectLook& look,
          std::vector<PieceMark>& marks) {
    const Palette& p = ink.palette();
    QPainter& painter = ink.painter();
    const double radius = place.tube.height() / 2.0;
    const double line = std::max(1.0, ink.metrics().factor * 1.5);
    const QColor ground = cardGround(p, look);
    ink.box(place.tube, radius, mixed(p.kernelSpace, ground, 0.55), {});
    painter.save();
    QPainterPath inside;
    const double inset = line + ink.px(1.5);
    inside.addRoundedRect(QRectF(place.tube).adjusted(inset, inset, -inset, -inset), radius - inset,
                          radius - inset);
    painter.setClipPath(inside, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const TubeCell& cell : place.cells) {
        painter.fillRect(cell.rect, mixed(ground, p.boundary, p.dark ? 0.12 : 0.16));
        if (cell.first >= pipe.pages.size()) continue;
        if (cell.count == 1)
            page(ink, pipe.pages[cell.first], cell.rect, marks);
        else
            pages(ink, pipe, cell);
    }
    painter.restore();
    ink.box(place.tube, radius, {}, pipe.gone ? p.slotOutline : p.boundary, line,
            pipe.gone ? Qt::DashLine : Qt::SolidLine);
}

/// What read() takes next, with a mark where a write begins.
void bytesRow(Ink& ink, const Pipe& pipe, const PipePlace& place, std::vector<PieceMark>& marks) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    // So many that what follows them can be read too.
    const int around = m.small.width(StageTr::tr("read() takes") + StageTr::tr("+%1 bytes")) +
                       m.small.width(words::number(pipe.unread())) + ink.px(36);
    const int letters =
        (place.bytes.width() - around) / std::max(1, m.monoStrong.width(QStringLiteral("m")));
    const auto most = static_cast<std::size_t>(std::clamp(letters, 6, 160));
    const words::PipeText text = words::pipeText(pipe, most);
    std::vector<Ink::Piece> pieces;
    if (text.runs.empty()) {
        const bool reads = pipe.readers > 0, writes = pipe.writers > 0;
        const QString empty = reads && writes ? StageTr::tr("Empty: read() would sleep")
                              : reads         ? StageTr::tr("Empty, no writer: read() returns 0")
                              : writes        ? StageTr::tr("No reader: who write()s gets SIGPIPE")
                                              : StageTr::tr("Nobody has it open");
        pieces.push_back({empty, &m.small, p.mutedText});
    } else {
        pieces.push_back(
            {StageTr::tr("read() takes") + QStringLiteral("  "), &m.small, p.mutedText});
        pieces.push_back({QStringLiteral("\""), &m.mono, p.mutedText});
        for (const words::ByteRun& run : text.runs) {
            const QColor ink_ =
                run.writer == outsideSender ? p.outside : p.processInk(colourIndex(run.writer));
            pieces.push_back({run.text, &m.monoStrong, ink_});
        }
        pieces.push_back({QStringLiteral("\""), &m.mono, p.mutedText});
        if (text.more > 0)
            pieces.push_back(
                {QStringLiteral(" ") + StageTr::tr("+%1 bytes").arg(words::number(text.more)),
                 &m.small, p.mutedText});
        if (text.packets)
            pieces.push_back({QStringLiteral("  ") + StageTr::tr("in packets: one read() each"),
                              &m.small, p.mutedText});
    }
    int width = 0;
    std::vector<int> ends;
    for (const Ink::Piece& piece : pieces)
        ends.push_back(width += piece.type->width(piece.text));
    const int left =
        std::max(place.bytes.left(), place.bytes.left() + (place.bytes.width() - width) / 2);
    for (std::size_t i = 0; i < text.runs.size(); ++i) {
        if (!text.runs[i].boundary) continue;
        const int x = left + ends[i + 1];
        if (x < place.bytes.right())
            marks.push_back(
                {QRect(x - 1, place.bytes.y(), std::max(1, ink.px(2)), place.bytes.height()),
                 text.runs[i].writtenNs});
    }
    ink.pieces({left, place.bytes.y(), place.bytes.right() - left + 1, place.bytes.height()},
               pieces);
}

void slim(Ink& ink, const World& world, const Pipe& pipe, const PipePlace& place) {
    const Palette& p = ink.palette();
    Type struck = ink.metrics().mono;
    struck.font.setStrikeOut(true);
    ink.pieces(place.facts, {{words::pipeName(world, pipe), &struck, p.mutedText},
                             {QStringLiteral("  ") + words::pipeFacts(world, pipe).back(),
                              &ink.metrics().small, p.mutedText}});
}

} // namespace

void paintPipe(Ink& ink, const World& world, const Pipe& pipe, const PipePlace& place,
               const ObjectLook& look, std::vector<PieceMark>& marks) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    ink.setCard(place.card);
    if (place.slim) return slim(ink, world, pipe, place);
    if (look.selected)
        ink.box(place.tube.adjusted(-ink.px(4), -ink.px(4), ink.px(4), ink.px(4)),
                place.tube.height() / 2.0 + ink.px(4), {}, p.accent, std::max(1.0, m.factor * 1.6));
    tube(ink, pipe, place, look, marks);
    const bool lost = pipe.gone && pipe.lost > 0;
    ink.oneOf(place.facts, words::pipeFacts(world, pipe), lost ? m.strong : m.body,
              lost ? p.error : p.mutedText, Qt::AlignCenter);
    if (!place.copiesIn.isNull()) {
        ink.text(place.copiesIn, words::copiedIn(), m.small, p.mutedText,
                 Qt::AlignRight | Qt::AlignVCenter);
        ink.text(place.copiesOut, words::copiedOut(), m.small, p.mutedText);
    }
    if (!place.bytes.isNull()) bytesRow(ink, pipe, place, marks);
    if (!place.sleepersRow.isNull())
        paintSleepersRow(ink, words::pipeSleepers(world, world.pipes[place.index]),
                         place.sleepersRow, true);
    if (!place.note.isNull())
        ink.text(place.note, words::pipeNote(pipe), m.smallStrong, p.outside, Qt::AlignCenter);
}

} // namespace ipclab
