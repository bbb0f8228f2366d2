#include "gui/controls/repeat_popup.h"

#include <QFormLayout>
#include <QPushButton>

namespace ipclab {
namespace {

enum Pace { Paced, FlatOut };

} // namespace

RepeatPopup::RepeatPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup), times_(new QSpinBox(this)), every_(new QSpinBox(this)),
      pace_(new Segments({tr("every"), tr("flat out")}, this)) {
    setProperty("role", "card");
    auto* form = new QFormLayout(this);
    form->setContentsMargins(12, 12, 12, 12);
    times_->setRange(1, 1'000'000'000);
    times_->setValue(10);
    times_->setObjectName(QStringLiteral("times"));
    times_->setAccessibleName(tr("how many times"));
    every_->setRange(1, 60'000);
    every_->setValue(500);
    every_->setSuffix(tr(" ms"));
    every_->setObjectName(QStringLiteral("every"));
    every_->setAccessibleName(tr("milliseconds between two calls"));
    auto* start = new QPushButton(tr("Start"), this);
    start->setObjectName(QStringLiteral("start"));
    start->setProperty("role", "primary");
    start->setDefault(true);
    form->addRow(tr("times"), times_);
    form->addRow(tr("pace"), pace_);
    form->addRow(QString(), every_);
    form->addRow(start);
    connect(pace_, &Segments::changed, this,
            [this](int pace) { every_->setEnabled(pace == Paced); });
    connect(start, &QPushButton::clicked, this, [this] {
        const bool flatOut = pace_->current() == FlatOut;
        close();
        emit requested(static_cast<quint64>(times_->value()),
                       flatOut ? 0 : static_cast<quint64>(every_->value()));
    });
}

void RepeatPopup::openBelow(QWidget* widget) {
    adjustSize();
    const QPoint corner = widget->mapToGlobal(QPoint(widget->width(), widget->height() + 2));
    move(corner.x() - width(), corner.y());
    show();
    times_->setFocus();
    times_->selectAll();
}

} // namespace ipclab
