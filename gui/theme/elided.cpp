#include "gui/theme/elided.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStylePainter>
#include <QToolTip>

#include <algorithm>

namespace ipclab {

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setWholeText(const QString& text) {
    if (text == whole_) return;
    whole_ = text;
    setAccessibleName(text);
    fit();
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void ElidedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fit();
}

void ElidedLabel::mousePressEvent(QMouseEvent* event) {
    if (!toolTip().isEmpty()) QToolTip::showText(event->globalPosition().toPoint(), whole_, this);
}

void ElidedLabel::fit() {
    const QString shown = fontMetrics().elidedText(whole_, Qt::ElideRight, contentsRect().width());
    if (text() != shown) setText(shown);
    setToolTip(shown == whole_ ? QString() : whole_);
}

ElidedComboBox::ElidedComboBox(QWidget* parent) : QComboBox(parent) {
    connect(this, &QComboBox::currentIndexChanged, this, [this] { updateGeometry(); });
}

int ElidedComboBox::widthFor(const QString& text) const {
    // What the style puts around the text: what its own hint has beyond the letters it counts.
    const int counted = minimumContentsLength() * fontMetrics().horizontalAdvance(u'X');
    return minimumSizeHint().width() - counted + fontMetrics().horizontalAdvance(text) + 2;
}

QSize ElidedComboBox::sizeHint() const {
    const QSize least = minimumSizeHint();
    return {std::max(least.width(), widthFor(currentText())), least.height()};
}

/// As QComboBox says with AdjustToMinimumContentsLengthWithIcon. To set that makes the list that
/// opens at once, which costs more than all else here.
QSize ElidedComboBox::minimumSizeHint() const {
    const QFontMetrics letters = fontMetrics();
    const int width =
        minimumContentsLength() * letters.horizontalAdvance(u'X') + iconSize().width() + 4;
    const int height = std::max({letters.height(), 14, iconSize().height()}) + 2;
    QStyleOptionComboBox option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, {width, height}, this);
}

void ElidedComboBox::showPopup() {
    const int bar = view()->verticalScrollBar()->sizeHint().width();
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + bar +
                            2 * fontMetrics().averageCharWidth());
    QComboBox::showPopup();
}

int ElidedComboBox::textRoom() const {
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    return room.width() - (option.currentIcon.isNull() ? 0 : iconSize().width() + 4);
}

bool ElidedComboBox::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip &&
        fontMetrics().horizontalAdvance(currentText()) > textRoom()) {
        const QString about = toolTip().isEmpty() ? QString() : u'\n' + toolTip();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), currentText() + about,
                           this);
        return true;
    }
    return QComboBox::event(event);
}

void ElidedComboBox::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    if (currentIndex() < 0) option.currentText = placeholderText();
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, textRoom());
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace ipclab
