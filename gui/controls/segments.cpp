#include "gui/controls/segments.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ipclab {

Segments::Segments(const QStringList& labels, QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < labels.size(); ++i) {
        auto* button = new QPushButton(labels[i], this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setAccessibleName(labels[i]);
        const bool first = i == 0;
        const bool last = i == labels.size() - 1;
        button->setProperty("role", "segment");
        button->setProperty("segment", first && last ? "only"
                                       : first       ? "first"
                                       : last        ? "last"
                                                     : "middle");
        group_.addButton(button, i);
        row->addWidget(button);
    }
    row->addStretch(1);
    if (!labels.isEmpty()) group_.button(0)->setChecked(true);
    connect(&group_, &QButtonGroup::idClicked, this, &Segments::changed);
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
