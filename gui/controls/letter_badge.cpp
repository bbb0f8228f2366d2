#include "gui/controls/letter_badge.h"

#include "gui/bridge/frame.h"

#include <QPainter>

namespace ipclab {

LetterBadge::LetterBadge(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void LetterBadge::setProcess(ProcessId process, const QString& letter) {
    process_ = process;
    letter_ = letter;
    setAccessibleName(letter);
    updateGeometry();
    update();
}

QSize LetterBadge::sizeHint() const {
    const int side = theme_.px(18);
    const int width = QFontMetrics(theme_.font(9, QFont::DemiBold)).horizontalAdvance(letter_);
    return {std::max(side, width + theme_.px(8)), side};
}

void LetterBadge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int index = colourIndex(process_);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.palette().process(index));
    painter.drawRoundedRect(rect(), theme_.px(3), theme_.px(3));
    painter.setPen(theme_.palette().processText(index));
    painter.setFont(theme_.font(9, QFont::DemiBold));
    painter.drawText(rect(), Qt::AlignCenter, letter_);
}

} // namespace ipclab
