#include "gui/stage/items.h"

#include <algorithm>

namespace ipclab {

const Type& sleeperType(const Ink& ink, words::SleeperLine::Kind kind) {
    return kind == words::SleeperLine::Kind::Headline || kind == words::SleeperLine::Kind::Forgotten
               ? ink.metrics().smallStrong
               : ink.metrics().small;
}

QColor sleeperColour(const Palette& palette, words::SleeperLine::Kind kind) {
    switch (kind) {
    case words::SleeperLine::Kind::Headline:
        return palette.asleep;
    case words::SleeperLine::Kind::Who:
        return palette.text;
    case words::SleeperLine::Kind::Forgotten:
        return palette.error;
    case words::SleeperLine::Kind::Why:
        break;
    }
    return palette.mutedText;
}

void paintSleepersRow(Ink& ink, const std::vector<words::SleeperLine>& lines, const QRect& row,
                      bool centred) {
    std::vector<Ink::Piece> pieces;
    for (const auto& [kind, text] : lines) {
        const QString before = pieces.size() < 2 ? QString() : QStringLiteral(" · ");
        const QString after = pieces.empty() ? QStringLiteral(": ") : QString();
        pieces.push_back(
            {before + text + after, &sleeperType(ink, kind), sleeperColour(ink.palette(), kind)});
    }
    QRect box = row;
    if (centred) {
        int width = 2 * ink.px(9);
        for (const Ink::Piece& piece : pieces)
            width += piece.type->width(piece.text);
        box.setWidth(std::min(width, row.width()));
        box.moveLeft(row.x() + (row.width() - box.width()) / 2);
    }
    ink.box(box, ink.px(4), ink.palette().asleepGround, {});
    ink.pieces(box.adjusted(ink.px(7), 0, -ink.px(7), 0), pieces);
}

} // namespace ipclab
