#include "gui/stage/items.h"
#include "gui/stage/pipe_words.h"
#include "gui/stage/stage_tr.h"

#include "engine/world/pipe_questions.h"

#include <algorithm>

namespace ipclab {
namespace {

/// Whether the descriptor is one that keeps a reader from end-of-file for no use.
bool isForgotten(const World& world, const Process& process, int fd) {
    const auto index = pipeOf(world, process, fd);
    if (!index) return false;
    const auto ends = forgottenWriteEnds(world, world.pipes[*index]);
    return std::ranges::find(ends, EndHolder{process.id, fd}) != ends.end();
}

void closedRow(Ink& ink, const words::DescriptorRow& row, const QRect& room) {
    const Palette& p = ink.palette();
    Type struck = ink.metrics().mono;
    struck.font.setStrikeOut(true);
    ink.pieces(room, {{row.what, &struck, p.faintText},
                      {QStringLiteral("  ") + row.after, &ink.metrics().mono, p.mutedText}});
}

void openRow(Ink& ink, const words::DescriptorRow& row, const QRect& room, const QColor& hue,
             bool forgotten) {
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    std::vector<Ink::Piece> pieces{{row.what, row.pipeEnd ? &m.monoStrong : &m.mono,
                                    forgotten     ? p.error
                                    : row.pipeEnd ? hue
                                                  : p.text}};
    if (!row.marks.isEmpty())
        pieces.push_back({QStringLiteral("  ") + row.marks, &m.small, p.mutedText});
    if (forgotten)
        pieces.push_back(
            {QStringLiteral("  ") + StageTr::tr("still open"), &m.smallStrong, p.error});
    ink.pieces(room, pieces);
}

} // namespace

void paintDescriptors(Ink& ink, const World& world, const Process& process,
                      const ProcessPlace& place) {
    if (place.descriptors.isNull()) return;
    const Palette& p = ink.palette();
    const Metrics& m = ink.metrics();
    const QColor hue = p.processInk(colourIndex(process.id));
    if (place.density != Density::Full || place.form == TableForm::OneLine)
        return ink.text(place.descriptors, words::descriptorLine(world, process), m.mono, hue);
    const auto rows = words::descriptorRows(world, process, place.form);
    for (std::size_t i = 0; i < place.table.size() && i < rows.size(); ++i) {
        const DescriptorPlace& at = place.table[i];
        if (i + 1 == place.table.size() && rows.size() > place.table.size()) {
            ink.text(at.row, StageTr::tr("%1 more").arg(rows.size() - i), m.small, p.mutedText);
            return;
        }
        ink.text(at.number, rows[i].number(), m.mono, p.faintText,
                 Qt::AlignRight | Qt::AlignVCenter);
        if (rows[i].closed)
            closedRow(ink, rows[i], at.what);
        else
            openRow(ink, rows[i], at.what, hue, isForgotten(world, process, rows[i].fd));
    }
}

} // namespace ipclab
