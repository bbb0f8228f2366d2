#include "gui/controls/permission_grid.h"

#include "gui/controls/flow_layout.h"
#include "gui/controls/letters_field.h"

#include <QGridLayout>
#include <QLabel>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace ipclab {
namespace {

constexpr std::uint32_t bitAt(int index) {
    return 0400U >> index;
}

} // namespace

PermissionGrid::PermissionGrid(QWidget* parent) : QWidget(parent) {
    auto* bits = new QWidget(this);
    auto* grid = new QGridLayout(bits);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    for (int row = 0; row < 3; ++row)
        addRow(grid, row);
    auto* flow = new FlowLayout(this, {8, 2});
    flow->addWidget(bits);
    flow->addWidget(numbers());
    fold(true);
    display(0);
}

void PermissionGrid::addRow(QGridLayout* grid, int row) {
    const std::array who{tr("owner"), tr("group"), tr("other")};
    const std::array what{tr("read"), tr("write"), tr("execute")};
    const std::array letters{QStringLiteral("r"), QStringLiteral("w"), QStringLiteral("x")};
    auto* label = new QLabel(who[static_cast<std::size_t>(row)], this);
    label->setProperty("mono", true);
    grid->addWidget(label, row, 0);
    for (int column = 0; column < 3; ++column) {
        const auto place = static_cast<std::size_t>(column);
        auto* box = new QCheckBox(letters[place], this);
        box->setProperty("mono", true);
        box->setAccessibleName(
            tr("%1 may %2").arg(who[static_cast<std::size_t>(row)], what[place]));
        box->setToolTip(box->accessibleName());
        const int index = row * 3 + column;
        bits_[static_cast<std::size_t>(index)] = box;
        grid->addWidget(box, row, 1 + column);
        connect(box, &QCheckBox::clicked, this, [this, index](bool on) {
            edited(on ? mode_ | bitAt(index) : mode_ & ~bitAt(index));
        });
    }
}

/// The octal number, and the way to the execute bits: beside the grid, or below it.
QWidget* PermissionGrid::numbers() {
    octal_ = new LettersField(4, LettersField::Width::Fixed, this);
    octal_->setProperty("mono", true);
    octal_->setMaxLength(4);
    octal_->setAccessibleName(tr("permission bits in octal"));
    octal_->setToolTip(tr("The same nine bits as an octal number"));
    octal_->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("0?[0-7]{0,3}")), octal_));
    connect(octal_, &QLineEdit::textEdited, this, [this](const QString& text) {
        bool ok = false;
        const uint mode = text.toUInt(&ok, 8);
        if (!ok) return;
        edited(mode);
        octal_->setText(text); // stays as it is typed until it is left
    });
    connect(octal_, &QLineEdit::editingFinished, this, [this] { display(mode_); });

    unfold_ = new QToolButton(this);
    unfold_->setText(QStringLiteral("x …"));
    unfold_->setCheckable(true);
    unfold_->setAutoRaise(true);
    unfold_->setAccessibleName(tr("show the execute bits"));
    unfold_->setToolTip(tr("IPC objects have no use for the execute bits, but the kernel compares "
                           "them when msgget asks for them."));
    connect(unfold_, &QToolButton::toggled, this, [this](bool on) { fold(!on); });
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(unfold_, 0, Qt::AlignLeft);
    column->addWidget(octal_);
    return box;
}

void PermissionGrid::setMode(std::uint32_t mode) {
    if ((mode & 0111U) != 0) unfold_->setChecked(true);
    display(mode & 0777U);
}

void PermissionGrid::edited(std::uint32_t mode) {
    if ((mode & 0111U) != 0) unfold_->setChecked(true);
    display(mode & 0777U);
    emit changed(mode_);
}

void PermissionGrid::display(std::uint32_t mode) {
    mode_ = mode;
    for (int i = 0; i < 9; ++i)
        bits_[static_cast<std::size_t>(i)]->setChecked((mode & bitAt(i)) != 0);
    octal_->setText(QStringLiteral("0%1").arg(mode, 3, 8, QLatin1Char('0')));
}

void PermissionGrid::fold(bool folded) {
    for (std::size_t i = 2; i < bits_.size(); i += 3)
        bits_[i]->setVisible(!folded);
}

} // namespace ipclab
