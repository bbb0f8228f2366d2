#include "gui/app/entry_button.h"

#include <QEvent>
#include <QHBoxLayout>

namespace ipclab {

EntryButton::EntryButton(const QString& text, QWidget* parent)
    : QPushButton(parent), label_(new QLabel(this)) {
    setProperty("role", "entry");
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    label_->setProperty("role", "faint");
    label_->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->addStretch(1);
    row->addWidget(label_);
    setWholeText(text);
}

void EntryButton::setWholeText(const QString& text) {
    whole_ = text;
    setAccessibleName(text);
    fit();
}

void EntryButton::setBadge(const QString& badge) {
    badge_ = badge;
    label_->setText(badge);
    fit();
}

void EntryButton::resizeEvent(QResizeEvent* event) {
    QPushButton::resizeEvent(event);
    fit();
}

void EntryButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fit();
}

void EntryButton::fit() {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold); // the chosen row is bold: it must fit too
    const int room = width() - 2 * fontMetrics().averageCharWidth() - 14 -
                     (badge_.isEmpty() ? 0 : label_->sizeHint().width() + 8);
    const QString shown = QFontMetrics(bold).elidedText(whole_, Qt::ElideRight, room);
    if (text() != shown) setText(shown);
    setToolTip(shown == whole_ ? QString() : whole_.section(QStringLiteral("  "), 1));
}

} // namespace ipclab
