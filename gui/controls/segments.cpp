#include "gui/controls/segments.h"

#include "gui/controls/flow_layout.h"

#include <QPushButton>
#include <QStyle>

namespace ipclab {

Segments::Segments(const QStringList& labels, QWidget* parent)
    : QWidget(parent), flow_(new FlowLayout(this, {0, 3})) {
    for (qsizetype i = 0; i < labels.size(); ++i) {
        auto* button = new QPushButton(labels[i], this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setAccessibleName(labels[i]);
        button->setProperty("role", "segment");
        group_.addButton(button, static_cast<int>(i));
        flow_->addWidget(button);
    }
    join(QWIDGETSIZE_MAX);
    if (!labels.isEmpty()) group_.button(0)->setChecked(true);
    connect(&group_, &QButtonGroup::idClicked, this, &Segments::changed);
}

/// Those of one line are joined: only its ends are round. None becomes wider or narrower by that,
/// or the line might end elsewhere.
void Segments::join(int width) {
    for (const auto& [from, to] : flow_->lines(width))
        for (int i = from; i < to; ++i) {
            const bool first = i == from;
            const bool last = i == to - 1;
            const char* end = first && last ? "only" : first ? "first" : last ? "last" : "middle";
            QAbstractButton* button = group_.button(i);
            if (button->property("segment") == QLatin1String(end)) continue;
            button->setProperty("segment", end);
            button->style()->unpolish(button);
            button->style()->polish(button);
        }
}

void Segments::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    join(width());
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
