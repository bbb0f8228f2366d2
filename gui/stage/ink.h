#pragma once

#include "gui/stage/metrics.h"
#include "gui/stage/words.h"

#include <QPainter>
#include <QRect>
#include <QString>

#include <vector>

namespace ipclab {

/// One text as it was painted: for tooltips of elided text, and for tests that nothing is clipped.
struct PaintedText {
    QRect box;  ///< what the glyphs take
    QRect room; ///< what they were given
    QRect card; ///< the item they belong to
    QString full;
    bool elided = false;
};

/// Paints shapes and text in the theme's style, and remembers every text.
class Ink {
public:
    Ink(QPainter& painter, const Palette& palette, const Metrics& metrics,
        std::vector<PaintedText>* texts = nullptr)
        : painter_(painter), palette_(palette), metrics_(metrics), texts_(texts) {}

    [[nodiscard]] QPainter& painter() { return painter_; }
    [[nodiscard]] const Palette& palette() const { return palette_; }
    [[nodiscard]] const Metrics& metrics() const { return metrics_; }
    [[nodiscard]] int px(double atScaleOne) const { return metrics_.px(atScaleOne); }

    /// Texts painted from now on belong to this item.
    void setCard(const QRect& card) { card_ = card; }

    /// One line, elided at its end; `tip` is the tooltip where it is more than the text.
    void text(const QRect& room, const QString& text, const Type& type, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter, const QString& tip = {});
    /// The first of the choices that fits, else the last one, elided.
    void oneOf(const QRect& room, const QStringList& choices, const Type& type,
               const QColor& colour, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);
    /// A sentence in as many lines as it needs at the room's width, from its top or in its middle.
    void wrapped(const QRect& room, const QString& text, const Type& type, const QColor& colour);
    /// Pieces in their own type and colour, one after the other.
    struct Piece {
        QString text;
        const Type* type = nullptr;
        QColor colour;
    };
    void pieces(const QRect& room, const std::vector<Piece>& pieces);

    void box(const QRect& rect, double radius, const QColor& fill, const QColor& line,
             double thickness = 1.0, Qt::PenStyle style = Qt::SolidLine);
    /// Slanted stripes inside a rounded box: asleep, or what is no more.
    void hatch(const QRect& rect, double radius, const QColor& colour);

private:
    void remember(const QRect& box, const QRect& room, const QString& full, bool elided);

    QPainter& painter_;
    const Palette& palette_;
    const Metrics& metrics_;
    std::vector<PaintedText>* texts_;
    QRect card_;
};

} // namespace ipclab
