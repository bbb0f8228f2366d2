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
    const QString shown = fits ? whole_ : inLines(metrics, room);
    if (text() != shown) setText(shown);
    // It keeps its height where the column is higher than its window: that scrolls then.
    setMinimumHeight(sizeHint().height());
    setToolTip(shown.contains(QChar(0x2026)) && !whole_.endsWith(QChar(0x2026))
                   ? whole_.section(QStringLiteral("  "), 1)
                   : QString());
}

/// Broken between words; the lines begin below the first word, not below the sign. Only what does
/// not go into as many lines as there may be is cut.
QString EntryButton::inLines(const QFontMetrics& metrics, int room) const {
    constexpr qsizetype most = 3;
    const QString between = QStringLiteral("  ");
    const QString sign = whole_.section(between, 0, 0) + between;
    const int space = std::max(1, metrics.horizontalAdvance(u' '));
    const QString indent((metrics.horizontalAdvance(sign) + space / 2) / space, u' ');
    QStringList lines;
    QString line = sign;
    bool begins = true;
    const QStringList words = whole_.section(between, 1).split(u' ');
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString longer = begins ? line + words[at] : line + u' ' + words[at];
        const bool fits = metrics.horizontalAdvance(longer) <= room;
        if (!fits && !begins && lines.size() + 1 < most) {
            lines += line;
            line = indent;
            begins = true;
            --at;
        } else if (fits) {
            line = longer;
            begins = false;
        } else {
            const QString rest = words.mid(at).join(u' ');
            line =
                metrics.elidedText(begins ? line + rest : line + u' ' + rest, Qt::ElideRight, room);
            break;
        }
    }
    return (lines << line).join(u'\n');
}

} // namespace ipclab
