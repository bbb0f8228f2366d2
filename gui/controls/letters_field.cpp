#include "gui/controls/letters_field.h"

#include <QStyle>
#include <QStyleOptionFrame>

namespace ipclab {

LettersField::LettersField(int letters, Width width, QWidget* parent)
    : QLineEdit(parent), letters_(letters) {
    setSizePolicy(width == Width::Fixed ? QSizePolicy::Fixed : QSizePolicy::Expanding,
                  QSizePolicy::Fixed);
}

QSize LettersField::sizeHint() const {
    ensurePolished();
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    // Two pixels at either side of the text, as QLineEdit keeps them.
    const int around = option.rect.width() - room.width() + 4;
    const int text = letters_ * fontMetrics().horizontalAdvance(u'0');
    return {text + around + 2, QLineEdit::sizeHint().height()};
}

} // namespace ipclab
