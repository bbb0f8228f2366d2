#include "gui/controls/form_rows.h"

#include <QLabel>

#include <algorithm>

namespace ipclab {
namespace {

/// What a field should have beside its label, in letters of middle width.
constexpr int leastLetters = 24;

/// Taken out of the form, and not only not yet shown.
[[nodiscard]] bool isOut(const QWidget& widget) {
    return widget.isHidden() && widget.testAttribute(Qt::WA_WState_ExplicitShowHide);
}

} // namespace

FormRows::FormRows(QWidget* parent) : QGridLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(8);
    setVerticalSpacing(7);
}

void FormRows::addRow(const QString& name, QWidget* field, QWidget* buddy) {
    auto* label = new QLabel(name, field->parentWidget());
    label->setProperty("role", "muted");
    label->setBuddy(buddy);
    label->setContentsMargins(0, 5, 0, 0);
    rows_.push_back({label, field});
    place();
}

void FormRows::place() {
    while (const QLayoutItem* item = takeAt(0))
        delete item;
    setColumnStretch(0, above_ ? 1 : 0);
    setColumnStretch(1, above_ ? 0 : 1);
    int line = 0;
    for (const Row& row : rows_) {
        addWidget(row.label, line, 0, Qt::AlignTop | Qt::AlignLeft);
        if (above_) ++line;
        addWidget(row.field, line, above_ ? 0 : 1);
        ++line;
    }
}

void FormRows::setRowVisible(const QWidget* field, bool visible) {
    const auto row = std::ranges::find(rows_, field, &Row::field);
    if (row == rows_.end()) return;
    row->label->setVisible(visible);
    row->field->setVisible(visible);
}

void FormRows::reflow(int width) {
    int labels = 0, fields = 0, letter = 1;
    for (const Row& row : rows_) {
        if (isOut(*row.field)) continue;
        labels = std::max(labels, row.label->sizeHint().width());
        fields = std::max(fields, row.field->minimumSizeHint().width());
        letter = row.label->fontMetrics().averageCharWidth();
    }
    const int beside = width - labels - horizontalSpacing();
    const bool above = beside < std::max(fields, leastLetters * letter);
    if (above == above_) return;
    above_ = above;
    place();
}

/// With the labels above, whether they stand there or not: only so is it known that they have to.
QSize FormRows::minimumSize() const {
    int width = 0;
    for (const Row& row : rows_) {
        if (isOut(*row.field)) continue;
        width = std::max({width, row.label->minimumSizeHint().width(),
                          row.field->minimumSizeHint().width(), row.field->minimumWidth()});
    }
    return {width, QGridLayout::minimumSize().height()};
}

} // namespace ipclab
