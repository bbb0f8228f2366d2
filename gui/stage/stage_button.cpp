#include "gui/stage/stage_button.h"

#include "gui/stage/ink.h"

#include <QEvent>

namespace ipclab {

StageButton::StageButton(Kind kind, QWidget* parent) : QAbstractButton(parent), kind_(kind) {
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_NoSystemBackground);
}

void StageButton::setLook(const Palette& palette, const Metrics& metrics) {
    palette_ = &palette;
    metrics_ = &metrics;
    update();
}

bool StageButton::event(QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        hovered_ = event->type() == QEvent::Enter;
        update();
    }
    return QAbstractButton::event(event);
}

void StageButton::paintEvent(QPaintEvent*) {
    if (!palette_ || !metrics_) return;
    QPainter painter(this);
    Ink ink(painter, *palette_, *metrics_);
    const Palette& p = *palette_;
    const bool small = kind_ == Kind::Small || kind_ == Kind::Quiet;
    const double radius = ink.px(small ? 3 : 5);
    const bool danger = kind_ == Kind::Danger || kind_ == Kind::Small;
    if (kind_ == Kind::Close) {
        if (hovered_ || isDown()) ink.box(rect(), radius, p.errorGround, p.errorBorder);
        const double side = rect().height() * 0.16;
        const QPointF middle = QRectF(rect()).center();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(hovered_ ? p.error : p.mutedText, std::max(1.0, metrics_->factor * 1.4)));
        painter.drawLine(middle - QPointF(side, side), middle + QPointF(side, side));
        painter.drawLine(middle - QPointF(side, -side), middle + QPointF(side, -side));
    } else if (kind_ != Kind::Select) {
        const QColor hover = danger ? p.errorGround : p.hover;
        const QColor ground = isDown()   ? mixed(p.card, danger ? p.error : p.accent, 0.18)
                              : hovered_ ? hover
                                         : p.card;
        ink.box(rect(), radius, ground, danger ? p.errorBorder : p.border);
        ink.text(rect(), text(), small ? metrics_->small : metrics_->body,
                 danger ? p.error : p.text, Qt::AlignCenter);
    }
    if (hasFocus()) ink.box(rect(), radius, {}, p.focus, std::max(2.0, metrics_->factor * 2));
}

} // namespace ipclab
