#include "tests/gui/app/misfits.h"

#include "gui/stage/stage.h"
#include "gui/theme/elided.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSplitterHandle>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QTabBar>
#include <QTextDocument>

namespace ipclab {
namespace {

/// "Toolbar > QToolButton scene": enough to find it.
[[nodiscard]] QString nameOf(const QWidget& widget) {
    QString name = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty()) name += u' ' + widget.objectName();
    const QWidget* parent = widget.parentWidget();
    if (parent != nullptr)
        name =
            QString::fromLatin1(parent->metaObject()->className()) + QStringLiteral(" > ") + name;
    return name;
}

[[nodiscard]] bool elided(const QString& text, const QWidget& widget) {
    return text.contains(u'…') && !widget.toolTip().isEmpty();
}

[[nodiscard]] QString tooSmall(const QString& text, QSize needed, QSize given) {
    if (needed.width() <= given.width() && needed.height() <= given.height()) return {};
    return QStringLiteral("“%1” needs %2×%3 and has %4×%5")
        .arg(text.left(60))
        .arg(needed.width())
        .arg(needed.height())
        .arg(given.width())
        .arg(given.height());
}

/// The longest word of a text that wraps must fit the line.
[[nodiscard]] int widestWord(const QLabel& label) {
    QString plain = label.text();
    if (label.textFormat() != Qt::PlainText && Qt::mightBeRichText(plain)) {
        QTextDocument document;
        document.setHtml(plain);
        plain = document.toPlainText();
    }
    int widest = 0;
    for (const QString& word : plain.split(QRegularExpression(QStringLiteral("\\s+"))))
        widest = std::max(widest, label.fontMetrics().horizontalAdvance(word));
    return widest;
}

[[nodiscard]] QString labelMisfit(const QLabel& label) {
    if (label.text().isEmpty() || elided(label.text(), label)) return {};
    // A line may be a little lower than its font: what is cut off then is the space above it.
    if (!label.wordWrap())
        return tooSmall(label.text(), {label.sizeHint().width(), label.fontMetrics().ascent()},
                        label.size());
    const QSize needed(widestWord(label), label.heightForWidth(label.width()));
    return tooSmall(label.text(), needed, label.size());
}

[[nodiscard]] QString comboMisfit(const QComboBox& combo) {
    if (combo.isEditable() || combo.currentText().isEmpty()) return {};
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    const QRect room = combo.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                     QStyle::SC_ComboBoxEditField, &combo);
    const int icon =
        combo.itemIcon(combo.currentIndex()).isNull() ? 0 : combo.iconSize().width() + 4;
    const QSize needed(combo.fontMetrics().horizontalAdvance(combo.currentText()) + icon, 0);
    // It elides, and has the whole in its tooltip.
    if (qobject_cast<const ElidedComboBox*>(&combo) != nullptr) return {};
    return tooSmall(combo.currentText(), needed, room.size());
}

/// What is typed may be longer than its field; what explains the field may not.
[[nodiscard]] QString fieldMisfit(const QLineEdit& field) {
    if (!field.text().isEmpty() || field.placeholderText().isEmpty()) return {};
    if (field.toolTip().contains(field.placeholderText())) return {};
    QStyleOptionFrame option;
    option.initFrom(&field);
    const QRect room = field.style()->subElementRect(QStyle::SE_LineEditContents, &option, &field);
    const QSize needed(field.fontMetrics().horizontalAdvance(field.placeholderText()), 0);
    return tooSmall(field.placeholderText(), needed, room.size());
}

[[nodiscard]] QString tabsMisfit(const QTabBar& bar) {
    for (int i = 0; i < bar.count(); ++i) {
        const int text = bar.fontMetrics().horizontalAdvance(bar.tabText(i));
        const bool cut = text > bar.tabRect(i).width() ||
                         (!bar.usesScrollButtons() && bar.tabRect(i).right() >= bar.width());
        if (cut && bar.tabToolTip(i).isEmpty())
            return QStringLiteral("tab “%1”").arg(bar.tabText(i));
    }
    return {};
}

[[nodiscard]] QString textMisfit(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) return labelMisfit(*label);
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) return comboMisfit(*combo);
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) return fieldMisfit(*field);
    if (const auto* bar = qobject_cast<const QTabBar*>(&widget)) return tabsMisfit(*bar);
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        if (button->text().isEmpty() || elided(button->text(), widget)) return {};
        // The margin around the text may take a little of what the hint asks for.
        const QSize needed(button->minimumSizeHint().width() - 2, button->fontMetrics().height());
        return tooSmall(button->text(), needed, button->size());
    }
    return {};
}

/// The content of a scroll area may be larger than what is seen, where it can be scrolled.
[[nodiscard]] QString placeMisfit(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    if (parent == nullptr || widget.isWindow()) return {};
    // Headers and corners of a table, and the arrows of tabs that scroll, are Qt's to place.
    if (qobject_cast<const QAbstractScrollArea*>(parent) != nullptr) return {};
    if (qobject_cast<const QTabBar*>(parent) != nullptr) return {};
    QRect room = parent->rect();
    const auto* area = qobject_cast<const QAbstractScrollArea*>(parent->parentWidget());
    if (area != nullptr && area->viewport() == parent) {
        if (qobject_cast<const QScrollArea*>(area) == nullptr) return {};
        if (area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) return {};
        room.setTop(std::min(0, widget.y()));
        room.setBottom(std::max(room.bottom(), widget.geometry().bottom()));
    }
    if (room.contains(widget.geometry())) return {};
    const QRect at = widget.geometry();
    return QStringLiteral("stands at %1,%2 %3×%4, outside its parent of %5×%6")
        .arg(at.x())
        .arg(at.y())
        .arg(at.width())
        .arg(at.height())
        .arg(parent->width())
        .arg(parent->height());
}

/// Widgets that one layout placed beside each other must not lie over each other.
[[nodiscard]] QStringList overlaps(const QWidget& parent) {
    QStringList found;
    if (parent.layout() == nullptr) return found;
    QList<const QWidget*> placed;
    for (const QWidget* each : parent.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (each->isVisible() && !each->isWindow() && !each->size().isEmpty()) placed << each;
    for (qsizetype i = 0; i < placed.size(); ++i)
        for (qsizetype j = i + 1; j < placed.size(); ++j)
            if (placed[i]->geometry().intersects(placed[j]->geometry()))
                found << nameOf(*placed[i]) + QStringLiteral(" lies over ") + nameOf(*placed[j]);
    return found;
}

/// The stage places its own buttons and sentence, and scrolls.
[[nodiscard]] bool isPlacedOtherwise(const QWidget& widget) {
    return qobject_cast<const QSplitterHandle*>(&widget) != nullptr ||
           qobject_cast<const Stage*>(widget.parentWidget()) != nullptr ||
           widget.objectName().startsWith(QStringLiteral("qt_"));
}

} // namespace

QStringList misfits(const QWidget& window) {
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || isPlacedOtherwise(*widget) || widget->window() != &window)
            continue;
        for (const QString& what : {textMisfit(*widget), placeMisfit(*widget)})
            if (!what.isEmpty()) found << nameOf(*widget) + QStringLiteral(": ") + what;
        found << overlaps(*widget);
    }
    return found;
}

} // namespace ipclab
