#include "gui/stage/hex_atlas.h"

namespace ipclab {
namespace {

constexpr int bytesInRow = 16; ///< of a sheet: 16 rows of hex pairs, then the characters

QChar shown(unsigned char byte) {
    return byte >= 0x20 && byte < 0x7f ? QChar(byte) : QChar(0xb7);
}

} // namespace

void HexAtlas::prepare(const Type& type, double ratio) {
    if (type.font == font_ && ratio == ratio_) return;
    sheets_.clear();
    font_ = type.font;
    ratio_ = ratio;
    const QFontMetrics metrics(font_);
    digit_ = metrics.horizontalAdvance(QLatin1Char('0'));
    height_ = metrics.height();
    ascent_ = metrics.ascent();
}

const QPixmap& HexAtlas::sheet(const QColor& ink) {
    const auto found = sheets_.find(ink.rgb());
    if (found != sheets_.end()) return *found;
    QPixmap to(QSize(bytesInRow * 3 * digit_, bytesInRow * height_) * ratio_);
    to.setDevicePixelRatio(ratio_);
    to.fill(Qt::transparent);
    QPainter painter(&to);
    painter.setFont(font_);
    painter.setPen(ink);
    for (int byte = 0; byte < 256; ++byte) {
        const int x = byte % bytesInRow * 3 * digit_, y = byte / bytesInRow * height_ + ascent_;
        painter.drawText(x, y, QStringLiteral("%1").arg(byte, 2, 16, QLatin1Char('0')));
        painter.drawText(x + 2 * digit_, y, shown(static_cast<unsigned char>(byte)));
    }
    painter.end();
    return *sheets_.insert(ink.rgb(), to);
}

void HexAtlas::hex(QPainter& painter, QPoint at, unsigned char byte, const QColor& ink) {
    const QRectF part(byte % bytesInRow * 3 * digit_ * ratio_, byte / bytesInRow * height_ * ratio_,
                      2 * digit_ * ratio_, height_ * ratio_);
    painter.drawPixmap(QPointF(at), sheet(ink), part);
}

void HexAtlas::character(QPainter& painter, QPoint at, unsigned char byte, const QColor& ink) {
    const QRectF part((byte % bytesInRow * 3 + 2) * digit_ * ratio_,
                      byte / bytesInRow * height_ * ratio_, digit_ * ratio_, height_ * ratio_);
    painter.drawPixmap(QPointF(at), sheet(ink), part);
}

} // namespace ipclab
