#include "gui/controls/wrapped_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace ipclab {
WrappedButton::WrappedButton(const QString& text, QWidget* parent, Qt::Alignment alignment)
    : QPushButton(text, parent), alignment_(alignment) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

LinkButton::LinkButton(const QString& text, QWidget* parent)
    : WrappedButton(text, parent, Qt::AlignLeft | Qt::AlignVCenter) {
    setProperty("role", "link");
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
}

/// The size of the whole button around a text of this size.
QSize WrappedButton::around(QSize text) const {
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, text, this);
}

QSize WrappedButton::sizeHint() const {
    const QFontMetrics letters = fontMetrics();
    return around({letters.horizontalAdvance(text()) + 2, letters.height()});
}

QSize WrappedButton::minimumSizeHint() const {
    const QFontMetrics letters = fontMetrics();
    int widest = 0;
    for (const QString& word : text().split(u' '))
        widest = std::max(widest, letters.horizontalAdvance(word));
    return around({widest + 2, letters.height()});
}

int WrappedButton::heightForWidth(int width) const {
    const int inside = std::max(1, width - around({0, 0}).width());
    const QRect used =
        fontMetrics().boundingRect(QRect(0, 0, inside, QWIDGETSIZE_MAX), Qt::TextWordWrap, text());
    return around(used.size()).height();
}

void WrappedButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString words = option.text;
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    QFont drawn = font();
    drawn.setUnderline(isEnabled() && underMouse() && property("role") == QLatin1String("link"));
    painter.setFont(drawn);
    const QRect room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
    painter.drawItemText(room, static_cast<int>(alignment_) | Qt::TextWordWrap, option.palette,
                         isEnabled(), words, QPalette::ButtonText);
}

} // namespace ipclab
