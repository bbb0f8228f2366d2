#include "gui/controls/letter_badge.h"

#include "gui/bridge/frame.h"

#include <QGuiApplication>
#include <QPainter>

namespace ipclab {

QPixmap letterBadge(const Theme& theme, ProcessId process, const QString& letter) {
    const QSize size(theme.px(18), theme.px(18));
    const qreal ratio = qGuiApp->devicePixelRatio();
    QPixmap badge(size * ratio);
    badge.setDevicePixelRatio(ratio);
    badge.fill(Qt::transparent);
    const int index = colourIndex(process);
    QPainter painter(&badge);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.palette().process(index));
    painter.drawRoundedRect(QRect({}, size), theme.px(3), theme.px(3));
    painter.setPen(theme.palette().processText(index));
    painter.setFont(theme.font(letter.size() > 1 ? 7 : 9, QFont::DemiBold));
    painter.drawText(QRect({}, size), Qt::AlignCenter, letter.left(3));
    return badge;
}

} // namespace ipclab
