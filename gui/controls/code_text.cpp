#include "gui/controls/code_text.h"

#include <QStyle>
#include <QStyleOptionFrame>
#include <QTextLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr int leastLetters = 8, wantedLetters = 24;
constexpr auto breaks = QTextOption::WrapAtWordBoundaryOrAnywhere;

/// Pixels from the first line's top to the last one's bottom.
[[nodiscard]] int heightOf(const QString& text, const QFont& font, int width) {
    double height = 0;
    for (const QString& paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(breaks);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            height += line.height();
        }
        layout.endLayout();
    }
    return static_cast<int>(std::ceil(height));
}

} // namespace

CodeText::CodeText(QWidget* parent) : QPlainTextEdit(parent) {
    setProperty("role", "code");
    setProperty("mono", true);
    setReadOnly(true);
    setFocusPolicy(Qt::ClickFocus);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(breaks);
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CodeText::setText(const QString& text) {
    if (text == toPlainText()) return;
    setPlainText(text);
    updateGeometry();
}

/// The border and the space inside it.
QSize CodeText::around() const {
    ensurePolished();
    QStyleOptionFrame option;
    initStyleOption(&option);
    option.rect = QRect(0, 0, 400, 400);
    return option.rect.size() -
           style()->subElementRect(QStyle::SE_ShapedFrameContents, &option, this).size();
}

int CodeText::heightForWidth(int width) const {
    const QSize frame = around();
    return heightOf(toPlainText(), font(), std::max(1, width - frame.width())) + frame.height();
}

QSize CodeText::sizeHint() const {
    const int width = wantedLetters * fontMetrics().horizontalAdvance(u'0') + around().width();
    return {width, heightForWidth(width)};
}

QSize CodeText::minimumSizeHint() const {
    return {leastLetters * fontMetrics().horizontalAdvance(u'0') + around().width(),
            fontMetrics().height() + around().height()};
}

void CodeText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void CodeText::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

} // namespace ipclab
