#pragma once

#include "gui/stage/metrics.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>

namespace ipclab {

/// Every byte as two hexadecimal digits and as a character, drawn once per colour and then copied:
/// a hex view of hundreds of bytes costs less than a line of text.
class HexAtlas {
public:
    /// Forgets every glyph: another theme, scale or screen.
    void clear() { sheets_.clear(); }
    /// Glyphs for this type on this screen; call before a round of drawing.
    void prepare(const Type& type, double ratio);

    void hex(QPainter& painter, QPoint at, unsigned char byte, const QColor& ink);
    /// The byte as a character; what cannot be printed is a dot.
    void character(QPainter& painter, QPoint at, unsigned char byte, const QColor& ink);
    [[nodiscard]] int digitWidth() const { return digit_; }
    [[nodiscard]] int height() const { return height_; }

private:
    const QPixmap& sheet(const QColor& ink);

    QFont font_;
    int digit_ = 0, height_ = 0, ascent_ = 0;
    double ratio_ = 0;
    QHash<QRgb, QPixmap> sheets_;
};

} // namespace ipclab
