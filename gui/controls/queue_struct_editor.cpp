#include "gui/controls/queue_struct_editor.h"

#include <QHBoxLayout>

namespace ipclab {

QueueStructEditor::QueueStructEditor(const Parameter& parameter, QWidget* parent)
    : ArgumentEditor(parameter, parent), mode_(new PermissionGrid(parent)),
      uid_(new QComboBox(parent)), gid_(new QComboBox(parent)), qbytes_(new QLineEdit(parent)) {
    qbytes_->setProperty("mono", true);
    qbytes_->setAccessibleName(QStringLiteral("msg_qbytes"));
    uid_->setAccessibleName(tr("owner of the queue"));
    gid_->setAccessibleName(tr("group of the queue"));
    modeField_ = addField(tr("mode"), mode_);
    uidField_ = addField(QStringLiteral("uid"), uid_);
    gidField_ = addField(QStringLiteral("gid"), gid_);
    qbytesField_ = addField(QStringLiteral("qbytes"), qbytes_);
    modeField_.tick->setChecked(true);
    const auto ticks = [this](const Field& field) {
        return [this, tick = field.tick] {
            tick->setChecked(true);
            emit changed();
        };
    };
    connect(mode_, &PermissionGrid::changed, this, [this] { modeChosen_ = true; });
    connect(mode_, &PermissionGrid::changed, this, ticks(modeField_));
    connect(uid_, &QComboBox::activated, this, ticks(uidField_));
    connect(gid_, &QComboBox::activated, this, ticks(gidField_));
    connect(qbytes_, &QLineEdit::textEdited, this, ticks(qbytesField_));
    setCommand(command_);
}

QueueStructEditor::Field QueueStructEditor::addField(const QString& name, QWidget* editor) {
    auto* box = new QWidget(host());
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* tick = new QCheckBox(box);
    tick->setToolTip(tr("change %1").arg(name));
    tick->setAccessibleName(tick->toolTip());
    // Beside the first row of the grid, and in the middle of a single field.
    const bool grid = qobject_cast<PermissionGrid*>(editor) != nullptr;
    row->addWidget(tick, 0, grid ? Qt::AlignTop : Qt::AlignVCenter);
    row->addWidget(editor, 1);
    connect(tick, &QCheckBox::clicked, this, &ArgumentEditor::changed);
    box->setFocusProxy(tick);
    addRow(box, name);
    return {tick, box};
}

void QueueStructEditor::setCommand(std::string_view command) {
    command_ = command;
    emit rowsChanged();
}

std::optional<Expr> QueueStructEditor::expr() const {
    if (command_ == "IPC_RMID") return nullExpr();
    if (!setsFields()) return addressOf(variable_);
    Expr fields;
    fields.kind = Expr::Kind::Fields;
    const auto put = [&](const char* name, Expr value) {
        fields.names.emplace_back(name);
        fields.parts.push_back(std::move(value));
    };
    if (modeField_.tick->isChecked())
        put("msg_perm.mode", numberExpr(mode_->mode(), NumberBase::Octal));
    if (uidField_.tick->isChecked() && uid_->currentIndex() >= 0)
        put("msg_perm.uid", nameExpr(uid_->currentText().toStdString()));
    if (gidField_.tick->isChecked() && gid_->currentIndex() >= 0)
        put("msg_perm.gid", nameExpr(gid_->currentText().toStdString()));
    if (qbytesField_.tick->isChecked()) {
        auto bytes = readExpr(qbytes_->text());
        if (!bytes) return std::nullopt;
        put("msg_qbytes", std::move(*bytes));
    }
    return fields;
}

void QueueStructEditor::set(const Expr& expr) {
    const Expr& inner = uncast(expr);
    if (inner.kind == Expr::Kind::AddressOf && !inner.parts.empty())
        variable_ = inner.parts[0].text;
    if (inner.kind != Expr::Kind::Fields) return;
    for (const Field& field : {modeField_, uidField_, gidField_, qbytesField_})
        field.tick->setChecked(false);
    for (std::size_t i = 0; i < inner.names.size() && i < inner.parts.size(); ++i)
        setField(inner.names[i], inner.parts[i]);
}

void QueueStructEditor::setField(const std::string& name, const Expr& value) {
    if (name.ends_with("mode")) {
        modeField_.tick->setChecked(true);
        modeChosen_ = true;
        mode_->setMode(static_cast<std::uint32_t>(literal(value).value_or(0)));
    } else if (name.ends_with("uid")) {
        uidField_.tick->setChecked(true);
        uid_->setCurrentText(QString::fromStdString(print(value)));
    } else if (name.ends_with("gid")) {
        gidField_.tick->setChecked(true);
        gid_->setCurrentText(QString::fromStdString(print(value)));
    } else if (name.ends_with("qbytes")) {
        qbytesField_.tick->setChecked(true);
        qbytes_->setText(QString::fromStdString(print(value)));
    }
}

void QueueStructEditor::look(const FormContext& context) {
    if (context.users == nullptr || uid_->count() > 0) return;
    for (const UserChoice& user : *context.users) {
        if (!user.available) continue;
        uid_->addItem(QString::fromStdString(user.name), user.uid);
        gid_->addItem(QString::fromStdString(user.name), user.gid);
    }
}

void QueueStructEditor::lookAt(const Queue* queue) {
    if (queue == nullptr) return;
    if (queue->stat.id != queue_) modeChosen_ = false;
    queue_ = queue->stat.id;
    const std::uint32_t mode = queue->stat.mode & 0777;
    if (!modeChosen_ && mode_->mode() != mode) mode_->setMode(mode);
    if (!qbytesField_.tick->isChecked() && !qbytes_->hasFocus())
        qbytes_->setText(QString::number(queue->stat.qbytes));
    if (!uidField_.tick->isChecked()) uid_->setCurrentIndex(uid_->findData(queue->stat.uid));
    if (!gidField_.tick->isChecked()) gid_->setCurrentIndex(gid_->findData(queue->stat.gid));
}

} // namespace ipclab
