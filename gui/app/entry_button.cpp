#include "gui/app/entry_button.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace ipclab {

EntryButton::EntryButton(const QString& text, QWidget* parent) : QPushButton(parent) {
    setProperty("role", "entry");
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setWholeText(text);
}

void EntryButton::setWholeText(const QString& text) {
    whole_ = text;
    setAccessibleName(text);
    fit();
}

void EntryButton::setBadge(const QString& badge) {
    if (badge == badge_) return;
    badge_ = badge;
    if (label_ == nullptr) {
        label_ = new QLabel(this);
        label_->setProperty("role", "faint");
        label_->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 8, 0);
        row->addStretch(1);
        row->addWidget(label_);
    }
    label_->setText(badge);
    fit();
}

void EntryButton::resizeEvent(QResizeEvent* event) {
    QPushButton::resizeEvent(event);
    laidOut_ = true;
    fit();
}

void EntryButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fit();
}

void EntryButton::fit() {
    if (!laidOut_) return; // its width is not known, and the first resize comes before it is shown
    QFont bold = font();
    bold.setWeight(QFont::DemiBold); // the chosen row is bold: it must fit too
    const QFontMetrics metrics(bold);
    const int room = width() - 2 * fontMetrics().averageCharWidth() - 6 -
                     (badge_.isEmpty() ? 0 : label_->sizeHint().width() + 8);
    const bool fits = metrics.horizontalAdvance(whole_) <= room;
    const QString shown = fits ? whole_ : inTwoLines(metrics, room);
    if (text() != shown) setText(shown);
    // Two lines keep their height where the column is higher than its window: it scrolls then.
    const int lines = 1 + static_cast<int>(shown.count(u'\n'));
    setMinimumHeight(lines * metrics.lineSpacing() + metrics.height() * 2 / 3);
    setToolTip(shown.contains(QChar(0x2026)) && !whole_.endsWith(QChar(0x2026))
                   ? whole_.section(QStringLiteral("  "), 1)
                   : QString());
}

/// Broken between two words; the second line begins below the first word, not below the sign.
QString EntryButton::inTwoLines(const QFontMetrics& metrics, int room) const {
    const QString between = QStringLiteral("  ");
    const QString sign = whole_.section(between, 0, 0) + between;
    QString first = sign, rest = whole_.section(between, 1);
    while (!rest.isEmpty()) {
        const QString word = rest.section(u' ', 0, 0);
        const QString longer = first == sign ? first + word : first + u' ' + word;
        if (metrics.horizontalAdvance(longer) > room) break;
        first = longer;
        rest = rest.section(u' ', 1);
    }
    if (first == sign || rest.isEmpty()) return metrics.elidedText(whole_, Qt::ElideRight, room);
    const int space = std::max(1, metrics.horizontalAdvance(u' '));
    const QString indent((metrics.horizontalAdvance(sign) + space / 2) / space, u' ');
    return first + u'\n' + metrics.elidedText(indent + rest, Qt::ElideRight, room);
}

} // namespace ipclab
