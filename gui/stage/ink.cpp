#include "gui/stage/ink.h"

#include <QPainterPath>

namespace ipclab {

void Ink::remember(const QRect& box, const QRect& room, const QString& full, bool elided) {
    if (texts_) texts_->push_back({box, room, card_, full, elided});
}

void Ink::text(const QRect& room, const QString& text, const Type& type, const QColor& colour,
               Qt::Alignment alignment, const QString& tip) {
    if (text.isEmpty() || room.width() <= 0) return;
    const QFontMetrics font(type.font);
    const bool fits = font.horizontalAdvance(text) <= room.width();
    const QString shown = fits ? text : font.elidedText(text, Qt::ElideRight, room.width());
    painter_.setFont(type.font);
    painter_.setPen(colour);
    QRect box(0, 0, font.horizontalAdvance(shown), font.height());
    if (alignment & Qt::AlignRight)
        box.moveRight(room.right());
    else if (alignment & Qt::AlignHCenter)
        box.moveLeft(room.x() + (room.width() - box.width()) / 2);
    else
        box.moveLeft(room.x());
    if (alignment & Qt::AlignTop)
        box.moveTop(room.top());
    else
        box.moveTop(room.y() + (room.height() - box.height()) / 2);
    painter_.drawText(QPoint(box.x(), box.y() + font.ascent()), shown);
    remember(box, room, tip.isEmpty() ? text : tip, !fits || !tip.isEmpty());
}

void Ink::wrapped(const QRect& room, const QString& text, const Type& type, const QColor& colour) {
    if (text.isEmpty() || room.width() <= 0) return;
    constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
    const QRect box = QFontMetrics(type.font).boundingRect(room, flags, text);
    painter_.setFont(type.font);
    painter_.setPen(colour);
    painter_.drawText(room, flags, text);
    remember(box, room, text, box.height() > room.height());
}

void Ink::oneOf(const QRect& room, const QStringList& choices, const Type& type,
                const QColor& colour, Qt::Alignment alignment) {
    for (const QString& choice : choices)
        if (type.width(choice) <= room.width())
            return text(room, choice, type, colour, alignment,
                        choice == choices.front() ? QString() : choices.front());
    if (!choices.isEmpty()) text(room, choices.back(), type, colour, alignment, choices.front());
}

void Ink::pieces(const QRect& room, const std::vector<Piece>& pieces) {
    QString full;
    for (const Piece& piece : pieces)
        full += piece.text;
    QRect left = room;
    bool elided = false;
    for (const Piece& piece : pieces) {
        const QFontMetrics font(piece.type->font);
        QString shown = piece.text;
        if (font.horizontalAdvance(shown) > left.width()) {
            elided = true;
            if (font.horizontalAdvance(QChar(0x2026)) > left.width()) break;
            shown = font.elidedText(shown, Qt::ElideRight, left.width());
        }
        painter_.setFont(piece.type->font);
        painter_.setPen(piece.colour);
        painter_.drawText(
            QPoint(left.x(), left.y() + (left.height() - font.height()) / 2 + font.ascent()),
            shown);
        left.setLeft(left.x() + font.horizontalAdvance(shown));
        if (elided) break;
    }
    int height = 0;
    for (const Piece& piece : pieces)
        height = std::max<int>(height, piece.type->height);
    remember({room.x(), room.y() + (room.height() - height) / 2, left.x() - room.x(), height}, room,
             full, elided);
}

void Ink::box(const QRect& rect, double radius, const QColor& fill, const QColor& line,
              double thickness, Qt::PenStyle style) {
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!line.isValid() || thickness <= 0) {
        painter_.setPen(Qt::NoPen);
        painter_.drawRoundedRect(QRectF(rect), radius, radius);
        return;
    }
    QPen pen(line, thickness, style);
    if (style == Qt::DashLine) pen.setDashPattern({3.0, 2.5});
    painter_.setPen(pen);
    const double half = thickness / 2;
    painter_.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
}

void Ink::hatch(const QRect& rect, double radius, const QColor& colour) {
    painter_.save();
    QPainterPath path;
    path.addRoundedRect(QRectF(rect), radius, radius);
    painter_.setClipPath(path, Qt::IntersectClip);
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.setPen(QPen(colour, px(2.5)));
    const int step = std::max(4, px(8));
    for (int x = rect.left() - rect.height(); x < rect.right() + step; x += step)
        painter_.drawLine(x, rect.bottom() + 1, x + rect.height(), rect.top());
    painter_.restore();
}

} // namespace ipclab
