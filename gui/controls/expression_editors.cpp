#include "gui/controls/expression_editors.h"

#include "gui/controls/words.h"

#include <QEvent>
#include <QLineEdit>

#include <algorithm>
#include <set>

namespace ipclab {
ExpressionEditor::ExpressionEditor(const Parameter& parameter, QWidget* parent, bool editable)
    : ArgumentEditor(parameter, parent), field_(new QComboBox(parent)) {
    field_->setEditable(editable);
    field_->setInsertPolicy(QComboBox::NoInsert);
    field_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field_->setMinimumContentsLength(8);
    field_->setProperty("mono", true);
    field_->setCompleter(nullptr);
    connect(field_, &QComboBox::editTextChanged, this, &ArgumentEditor::changed);
    connect(field_, &QComboBox::activated, this, [this](int index) {
        field_->setEditText(field_->itemData(index).toString());
        emit changed();
    });
    if (QLineEdit* edit = field_->lineEdit()) {
        hint_ = new QLabel(edit);
        hint_->setProperty("role", "faint");
        hint_->setAttribute(Qt::WA_TransparentForMouseEvents);
        hint_->setProperty("mono", true);
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textChanged, this, [this] { placeHint(); });
    }
    addRow(field_);
    hint(catalogueWords(parameter.hint));
}

QString ExpressionEditor::written() const {
    return field_->currentText().trimmed();
}

std::optional<Expr> ExpressionEditor::expr() const {
    return readExpr(written());
}

void ExpressionEditor::set(const Expr& expr) {
    const QSignalBlocker quiet(field_);
    field_->setEditText(QString::fromStdString(print(expr)));
    placeHint();
}

void ExpressionEditor::offer(const std::vector<Choice>& choices) {
    const bool same = std::ranges::equal(choices, choices_, [](const auto& a, const auto& b) {
        return a.text == b.text && a.meaning == b.meaning;
    });
    if (same) return;
    choices_ = choices;
    const QSignalBlocker quiet(field_);
    const QString kept = field_->currentText();
    field_->clear();
    for (const Choice& choice : choices_)
        field_->addItem(choice.meaning.isEmpty()
                            ? choice.text
                            : choice.text + QStringLiteral("   ") + choice.meaning,
                        choice.text);
    field_->setCurrentIndex(-1);
    field_->setEditText(kept);
}

void ExpressionEditor::hint(const QString& text) {
    if (hint_ == nullptr || hint_->text() == text) return;
    hint_->setText(text);
    field_->setToolTip(text);
    placeHint();
}

void ExpressionEditor::placeHint() {
    if (hint_ == nullptr) return;
    const QLineEdit* edit = field_->lineEdit();
    const int used = edit->fontMetrics().horizontalAdvance(edit->text()) + 16;
    const QSize size = hint_->sizeHint();
    hint_->setGeometry(used, 0, std::max(0, edit->width() - used - 2), edit->height());
    // "NULL" needs no hint that says NULL.
    hint_->setVisible(used + size.width() + 2 <= edit->width() && hint_->text() != edit->text());
}

bool ExpressionEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange) placeHint();
    return ArgumentEditor::eventFilter(watched, event);
}

void KeyEditor::look(const FormContext& context) {
    if (context.world == nullptr) return;
    std::vector<Choice> choices;
    std::set<std::int32_t> seen;
    for (const Queue& queue : context.world->queues) {
        if (queue.removed || queue.stat.key == 0 || !seen.insert(queue.stat.key).second) continue;
        choices.push_back({QString::number(queue.stat.key), tr("queue %1").arg(queue.stat.id)});
    }
    if (seen.empty()) choices.push_back({utf8(parameter().initial), {}});
    for (const Constant& constant : parameter().constants)
        choices.push_back({utf8(constant.name), catalogueWords(constant.means)});
    offer(choices);
}

void QueueIdEditor::look(const FormContext& context) {
    if (context.world == nullptr) return;
    std::vector<Choice> choices;
    const auto describe = [](const Queue& queue) {
        return queue.stat.key == 0 ? tr("IPC_PRIVATE, id %1").arg(queue.stat.id)
                                   : tr("key %1, id %2").arg(queue.stat.key).arg(queue.stat.id);
    };
    if (const Process* caller = context.caller())
        for (const auto& [name, value] : caller->variables)
            if (const auto* id = std::get_if<std::int64_t>(&value))
                if (const Queue* queue = context.world->queue(static_cast<std::int32_t>(*id)))
                    choices.push_back({QString::fromStdString(name), describe(*queue)});
    for (const Queue& queue : context.world->queues)
        if (!queue.removed) choices.push_back({QString::number(queue.stat.id), describe(queue)});
    offer(choices);
    const auto id = expr();
    const Queue* queue = id ? context.queueOf(*id) : nullptr;
    hint(queue != nullptr ? describe(*queue) : catalogueWords(parameter().hint));
}

void ProcessEditor::look(const FormContext& context) {
    if (context.world == nullptr) return;
    std::vector<Choice> choices;
    QString meaning;
    for (const Process& process : context.world->processes) {
        if (!process.alive()) continue;
        const QString letter = QString::fromStdString(process.letter);
        choices.push_back(
            {letter, QString::fromStdString(process.label) + tr(" pid %1").arg(process.pid)});
        if (letter == written()) meaning = choices.back().meaning.trimmed();
        // A fresh form asks for another process than the caller.
        if (written().isEmpty() && process.id != context.process) set(nameExpr(process.letter));
    }
    offer(choices);
    hint(meaning);
}

SignalEditor::SignalEditor(const Parameter& parameter, QWidget* parent)
    : ExpressionEditor(parameter, parent) {
    std::vector<Choice> choices;
    for (const Constant& constant : parameter.constants)
        choices.push_back({utf8(constant.name), catalogueWords(constant.means)});
    offer(choices);
}

void BufferEditor::look(const FormContext& context) {
    const Process* caller = context.caller();
    if (caller == nullptr) return;
    std::vector<Choice> choices{{utf8(parameter().initial), {}}};
    for (const auto& [name, value] : caller->variables)
        if (std::holds_alternative<MessageBuffer>(value)) {
            const QString text = QStringLiteral("&") + QString::fromStdString(name);
            if (text != choices.front().text) choices.push_back({text, {}});
        }
    offer(choices);
}

} // namespace ipclab
