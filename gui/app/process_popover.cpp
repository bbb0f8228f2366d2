#include "gui/app/process_popover.h"

#include "gui/words/words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QRegularExpressionValidator>

namespace ipclab {
namespace {

[[nodiscard]] QString userWords(const QString& name) {
    if (name == QLatin1String("alice")) return ProcessPopover::tr("runs the lab");
    if (name == QLatin1String("bob")) return ProcessPopover::tr("another user of alice's group");
    if (name == QLatin1String("carol")) return ProcessPopover::tr("another user of another group");
    if (name == QLatin1String("root"))
        return ProcessPopover::tr("the permission bits mean nothing to root");
    return {};
}

} // namespace

ProcessPopover::ProcessPopover(QWidget* parent)
    : QFrame(parent, Qt::Popup), letter_(new QLineEdit(this)), label_(new QLineEdit(this)),
      users_(new QWidget(this)), group_(new QButtonGroup(this)), why_(new QLabel(this)),
      add_(new QPushButton(tr("Start the process"), this)) {
    setProperty("role", "card");
    letter_->setObjectName(QStringLiteral("letter"));
    letter_->setMaxLength(12);
    letter_->setProperty("mono", true);
    letter_->setAccessibleName(tr("letter"));
    letter_->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z][A-Za-z0-9_]*")), letter_));
    label_->setObjectName(QStringLiteral("label"));
    label_->setMaxLength(40);
    label_->setPlaceholderText(tr("sender, receiver, … (optional)"));
    label_->setAccessibleName(tr("label"));
    why_->setProperty("role", "muted");
    why_->setWordWrap(true);
    add_->setObjectName(QStringLiteral("start"));
    add_->setProperty("role", "primary");
    add_->setDefault(true);
    auto* row = new QHBoxLayout(users_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(12, 12, 12, 12);
    form->addRow(tr("letter"), letter_);
    form->addRow(tr("label"), label_);
    form->addRow(tr("user"), users_);
    form->addRow(why_);
    form->addRow(add_);
    connect(add_, &QPushButton::clicked, this, &ProcessPopover::accept);
    connect(letter_, &QLineEdit::returnPressed, this, &ProcessPopover::accept);
    connect(label_, &QLineEdit::returnPressed, this, &ProcessPopover::accept);
}

void ProcessPopover::offer(const std::vector<UserChoice>& users) {
    for (QAbstractButton* old : group_->buttons())
        delete old;
    QStringList reasons;
    for (const UserChoice& user : users) {
        const QString name = QString::fromStdString(user.name);
        // root is offered only where the lab was asked for it.
        if (!user.available && name == QLatin1String("root")) continue;
        auto* button = new QPushButton(name, users_);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setProperty("role", "segment");
        button->setEnabled(user.available);
        button->setToolTip(user.available ? userWords(name) : engineWords(user.why));
        button->setAccessibleDescription(button->toolTip());
        users_->layout()->addWidget(button);
        group_->addButton(button);
        if (name == QLatin1String("alice")) button->setChecked(true);
        if (!user.available) {
            const QString reason = tr("%1: %2").arg(name, engineWords(user.why));
            if (!reasons.contains(reason)) reasons << reason;
        }
    }
    why_->setText(reasons.join(u'\n'));
    why_->setVisible(!reasons.isEmpty());
}

void ProcessPopover::openBelow(QWidget* widget, const std::vector<UserChoice>& users,
                               const QString& letter) {
    offer(users);
    letter_->setText(letter);
    label_->clear();
    adjustSize();
    const QPoint corner = widget->mapToGlobal(QPoint(widget->width(), widget->height() + 3));
    const int left = std::max(window()->x(), corner.x() - width());
    move(left, corner.y());
    show();
    label_->setFocus();
}

void ProcessPopover::accept() {
    const QAbstractButton* user = group_->checkedButton();
    if (user == nullptr || !letter_->hasAcceptableInput()) return;
    close();
    emit requested(letter_->text(), label_->text().trimmed(), user->objectName());
}

QString freeLetter(const World& world) {
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        if (world.process(std::string(1, letter)) == nullptr) return QString(QLatin1Char(letter));
    return QStringLiteral("P%1").arg(world.processes.size() + 1);
}

} // namespace ipclab
