#include "gui/controls/segments.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ipclab {

namespace {

/// How many letters, with the margins around each label, stand beside each other in the form.
constexpr qsizetype lettersInRow = 33, lettersAround = 3;

/// Where rows of labels end: one past the last of each.
[[nodiscard]] QList<qsizetype> rowEnds(const QStringList& labels) {
    QList<qsizetype> ends;
    qsizetype letters = 0;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const qsizetype width = labels[i].size() + lettersAround;
        if (letters > 0 && letters + width > lettersInRow) {
            ends << i;
            letters = 0;
        }
        letters += width;
    }
    ends << labels.size();
    return ends;
}

} // namespace

Segments::Segments(const QStringList& labels, QWidget* parent) : QWidget(parent) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(3);
    qsizetype from = 0;
    for (const qsizetype to : rowEnds(labels)) {
        rows->addLayout(rowOf(labels, from, to));
        from = to;
    }
    if (!labels.isEmpty()) group_.button(0)->setChecked(true);
    connect(&group_, &QButtonGroup::idClicked, this, &Segments::changed);
}

QHBoxLayout* Segments::rowOf(const QStringList& labels, qsizetype from, qsizetype to) {
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (qsizetype i = from; i < to; ++i) {
        auto* button = new QPushButton(labels[i], this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setAccessibleName(labels[i]);
        const bool first = i == from;
        const bool last = i == to - 1;
        button->setProperty("role", "segment");
        button->setProperty("segment", first && last ? "only"
                                       : first       ? "first"
                                       : last        ? "last"
                                                     : "middle");
        group_.addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    row->addStretch(1);
    return row;
}

void Segments::setCurrent(int index) {
    if (QAbstractButton* button = group_.button(index)) button->setChecked(true);
}

void Segments::setToolTips(const QStringList& tips) {
    for (int i = 0; i < tips.size(); ++i)
        if (QAbstractButton* button = group_.button(i)) button->setToolTip(tips[i]);
}

void Segments::setDanger(int index) {
    if (QAbstractButton* button = group_.button(index)) button->setProperty("danger", true);
}

} // namespace ipclab
