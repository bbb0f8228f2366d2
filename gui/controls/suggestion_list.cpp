#include "gui/controls/suggestion_list.h"

#include "engine/call/language.h"
#include "gui/controls/wrapped_button.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ipclab {

SuggestionList::SuggestionList(QWidget* parent)
    : QWidget(parent), heading_(new QLabel(tr("Try next"), this)), rows_(new QVBoxLayout) {
    heading_->setProperty("role", "muted");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    rows_->setSpacing(0);
    column->addWidget(heading_);
    column->addLayout(rows_);
    hide();
}

void SuggestionList::offer(const std::vector<Suggestion>& suggestions) {
    QString key;
    for (const Suggestion& each : suggestions)
        key += each.label + u'\t' + QString::fromStdString(print(each.statement)) + u'\n';
    if (key == shown_) return;
    shown_ = key;
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was clicked
        item->widget()->hide();
        delete item;
    }
    for (const Suggestion& each : suggestions) {
        auto* link = new LinkButton(QStringLiteral("· ") + each.label, this);
        link->setObjectName(QStringLiteral("suggestion"));
        link->setToolTip(QString::fromStdString(print(each.statement)));
        connect(link, &QPushButton::clicked, this,
                [this, wanted = each.statement] { emit chosen(wanted); });
        rows_->addWidget(link, 0, Qt::AlignLeft);
    }
    setVisible(!suggestions.empty());
}

} // namespace ipclab
