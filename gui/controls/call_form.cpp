#include "gui/controls/call_form.h"

#include "gui/controls/flags_editor.h"
#include "gui/controls/form_rows.h"
#include "gui/controls/message_editors.h"
#include "gui/controls/queue_struct_editor.h"
#include "gui/controls/words.h"

namespace ipclab {
namespace {

[[nodiscard]] int flagsOf(const ArgumentEditor* editor) {
    std::int64_t flags = 0;
    const auto expr = editor != nullptr ? editor->expr() : std::nullopt;
    if (!expr) return 0;
    for (const Expr& part : orParts(*expr)) {
        if (part.kind != Expr::Kind::Name) continue;
        if (const Constant* constant = constantNamed(part.text)) flags |= constant->value;
    }
    return static_cast<int>(flags);
}

} // namespace

CallForm::CallForm(QWidget* parent) : QWidget(parent) {
    build();
}

void CallForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    rows_->reflow(width());
}

void CallForm::setCall(CallId id) {
    if (id == id_) return;
    if (const auto now = action()) remembered_[id_] = *now;
    id_ = id;
    build();
    if (const auto at = remembered_.find(id); at != remembered_.end()) return set(at->second);
    emit changed();
}

void CallForm::set(const Action& action) {
    if (!action.call) return;
    if (action.call->id != id_) {
        id_ = action.call->id;
        build();
    }
    if (target_ != nullptr) target_->setText(QString::fromStdString(action.target));
    fill(action.call->args);
    emit changed();
}

void CallForm::build() {
    filling_ = true;
    delete rows_;
    // No signal of a row leads here, so the rows of the other call can go at once.
    qDeleteAll(editors_);
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    editors_.clear();
    target_ = nullptr;
    rows_ = new FormRows(this);

    const CatalogueEntry& entry = entryOf(id_);
    addTarget(entry);
    std::vector<Expr> initial;
    for (const Parameter& parameter : entry.parameters) {
        ArgumentEditor* editor = makeEditor(parameter, this);
        editors_.push_back(editor);
        for (const ArgumentEditor::Row& row : editor->rows())
            rows_->addRow(row.label, row.widget, row.widget);
        connect(editor, &ArgumentEditor::changed, this, [this] {
            if (filling_) return;
            relate();
            emit changed();
        });
        initial.push_back(readExpr(utf8(parameter.initial)).value_or(numberExpr(0)));
    }
    rows_->reflow(width());
    fill(initial);
}

void CallForm::addTarget(const CatalogueEntry& entry) {
    if (entry.target.empty()) return;
    target_ = new QLineEdit(utf8(entry.target), this);
    target_->setObjectName(QStringLiteral("target"));
    target_->setProperty("mono", true);
    target_->setAccessibleName(tr("variable for the result"));
    target_->setToolTip(tr("The variable of this process that keeps the result"));
    rows_->addRow(tr("result in"), target_, target_);
    connect(target_, &QLineEdit::textEdited, this, &CallForm::changed);
}

void CallForm::fill(const std::vector<Expr>& args) {
    filling_ = true;
    for (std::size_t i = 0; i < args.size() && i < editors_.size(); ++i)
        editors_[i]->set(args[i]);
    filling_ = false;
    look(context_);
}

void CallForm::look(const FormContext& context) {
    context_ = context;
    for (ArgumentEditor* editor : editors_)
        editor->look(context_);
    relate();
}

void CallForm::relate() {
    filling_ = true;
    const ArgumentEditor* idEditor = editor("msqid");
    const auto id = idEditor != nullptr ? idEditor->expr() : std::nullopt;
    const Queue* queue = id ? context_.queueOf(*id) : nullptr;
    const MessageInEditor* message = nullptr;
    const CommandEditor* command = nullptr;
    for (ArgumentEditor* each : editors_) {
        if (auto* in = qobject_cast<MessageInEditor*>(each)) message = in;
        if (auto* chosen = qobject_cast<CommandEditor*>(each)) command = chosen;
        if (auto* size = qobject_cast<SizeEditor*>(each); size != nullptr && message != nullptr)
            size->follow(message->length());
        if (auto* type = qobject_cast<MessageTypeEditor*>(each))
            type->lookAt(context_.tells ? queue : nullptr, flagsOf(editor("msgflg")));
        if (auto* fields = qobject_cast<QueueStructEditor*>(each)) {
            if (command != nullptr) fields->setCommand(command->command());
            fields->lookAt(queue);
        }
    }
    filling_ = false;
    showRows();
}

/// open takes a mode only where it may create the file.
bool CallForm::counts(const ArgumentEditor& argument) const {
    if (id_ != CallId::Open || !argument.parameter().hasMode) return true;
    return (flagsOf(editor("flags")) & constantNamed("O_CREAT")->value) != 0;
}

void CallForm::showRows() {
    for (const ArgumentEditor* each : editors_) {
        const auto* fields = qobject_cast<const QueueStructEditor*>(each);
        const bool wanted = fields != nullptr ? fields->setsFields() : counts(*each);
        for (const ArgumentEditor::Row& row : each->rows())
            rows_->setRowVisible(row.widget, wanted);
    }
    rows_->reflow(width());
}

std::optional<Action> CallForm::action() const {
    Action action;
    if (target_ != nullptr) action.target = target_->text().trimmed().toStdString();
    Call call;
    call.id = id_;
    for (const ArgumentEditor* each : editors_) {
        if (!counts(*each)) continue;
        auto expr = each->expr();
        if (!expr) return std::nullopt;
        call.args.push_back(std::move(*expr));
    }
    action.call = std::move(call);
    return action;
}

ArgumentEditor* CallForm::editor(std::string_view parameter) const {
    for (ArgumentEditor* each : editors_)
        if (each->parameter().name == parameter) return each;
    return nullptr;
}

} // namespace ipclab
