#include "gui/stage/items.h"

namespace ipclab {
namespace {

void boundary(Ink& ink, const QRect& line) {
    QPainter& painter = ink.painter();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(line, ink.palette().boundaryGap);
    const int dash = ink.px(14), gap = ink.px(7);
    for (int x = line.left(); x < line.right(); x += dash + gap)
        painter.fillRect(QRect(x, line.y(), dash, line.height()), ink.palette().boundary);
}

/// An earlier moment cannot be taken for the present: a band with words, and a frame around all.
void past(Ink& ink, const StageLayout& layout, const Frame& frame) {
    const Palette& palette = ink.palette();
    ink.setCard(layout.ribbon);
    ink.painter().fillRect(layout.ribbon, palette.pastGround);
    ink.text(layout.ribbon.adjusted(ink.px(14), 0, -ink.px(14), 0),
             words::past(frame.position, frame.total), ink.metrics().smallStrong, palette.pastText,
             Qt::AlignCenter);
}

} // namespace

QRegion besideWords(const Metrics& metrics, const StageLayout& layout) {
    const int around = metrics.px(3);
    QRegion open(QRect(QPoint(), layout.size));
    const auto closed = [&](const QRect& words, int width) {
        open -=
            QRect(words.topLeft(), QSize(width, words.height())).adjusted(-around, 0, around, 0);
    };
    closed(layout.userLabel, metrics.section.width(words::userSpace()));
    closed(layout.kernelLabel, metrics.section.width(words::kernelSpace()));
    closed(layout.boundaryLabel, layout.boundaryLabel.width());
    open -= layout.badge;
    return open;
}

void paintBands(Ink& ink, const StageLayout& layout, const Frame& frame, bool lecture,
                const QString& footnote) {
    const Palette& palette = ink.palette();
    QPainter& painter = ink.painter();
    painter.fillRect(layout.user, palette.userSpace);
    painter.fillRect(layout.kernel, palette.kernelSpace);
    boundary(ink, layout.boundary);
    ink.setCard(QRect(QPoint(), layout.size));
    ink.text(layout.userLabel, words::userSpace(), ink.metrics().section, palette.mutedText);
    ink.text(layout.kernelLabel, words::kernelSpace(), ink.metrics().section, palette.mutedText);
    ink.text(layout.boundaryLabel, words::boundary(), ink.metrics().smallStrong, palette.faintText);
    if (!layout.badge.isNull()) {
        ink.box(layout.badge, layout.badge.height() / 2.0, palette.accentSoft, palette.accent);
        ink.text(layout.badge.adjusted(ink.px(6), 0, -ink.px(6), 0), words::privateNamespace(),
                 ink.metrics().small, palette.link, Qt::AlignCenter);
    }
    if (!layout.sentence.isNull()) {
        if (lecture)
            painter.fillRect(QRect(0, layout.sentence.y(), layout.size.width(), 1),
                             palette.cardBorder);
        else
            ink.box(layout.sentence, ink.px(6), palette.card, palette.cardBorder);
    }
    if (!layout.footnote.isNull())
        ink.text(layout.footnote, footnote, ink.metrics().small, palette.mutedText,
                 Qt::AlignRight | Qt::AlignVCenter);
    if (frame.past) past(ink, layout, frame);
}

} // namespace ipclab
