#include "gui/stage/offset_field.h"

#include <QKeyEvent>

namespace ipclab {

OffsetField::OffsetField(QWidget* parent) : QLineEdit(parent) {
    setAccessibleName(tr("Offset in the segment"));
    setPlaceholderText(QStringLiteral("64, 0x1000"));
    hide();
    connect(this, &QLineEdit::returnPressed, this, [this] {
        const auto offset = read(text());
        if (!offset) return selectAll();
        hide();
        emit entered(*offset);
    });
}

void OffsetField::ask(const QRect& place) {
    const QSize wanted(std::max(place.width(), fontMetrics().horizontalAdvance('0') * 14),
                       sizeHint().height());
    QRect where(QPoint(), wanted);
    where.moveCenter(place.center());
    where.moveRight(std::min(where.right(), place.right()));
    setGeometry(where);
    clear();
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

std::optional<qint64> OffsetField::read(const QString& text) {
    QString number = text.trimmed();
    if (number.startsWith('+')) number.remove(0, 1);
    bool ok = false;
    const bool hex = number.startsWith(QStringLiteral("0x"), Qt::CaseInsensitive);
    const qint64 offset = hex ? number.mid(2).toLongLong(&ok, 16) : number.toLongLong(&ok, 10);
    if (!ok || offset < 0) return {};
    return offset;
}

void OffsetField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QLineEdit::keyPressEvent(event);
}

void OffsetField::focusOutEvent(QFocusEvent* event) {
    hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace ipclab
