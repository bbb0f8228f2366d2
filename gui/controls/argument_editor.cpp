#include "gui/controls/argument_editor.h"

#include "gui/controls/expression_editors.h"
#include "gui/controls/flags_editor.h"
#include "gui/controls/message_editors.h"
#include "gui/controls/queue_struct_editor.h"
#include "gui/controls/words.h"

namespace ipclab {

const Queue* FormContext::queueOf(const Expr& id) const {
    const Process* who = caller();
    if (who == nullptr) return nullptr;
    const Expr& inner = uncast(id);
    if (const auto number = literal(inner)) return world->queue(static_cast<std::int32_t>(*number));
    if (inner.kind != Expr::Kind::Name) return nullptr;
    const auto at = who->variables.find(inner.text);
    if (at == who->variables.end()) return nullptr;
    const auto* number = std::get_if<std::int64_t>(&at->second);
    return number != nullptr ? world->queue(static_cast<std::int32_t>(*number)) : nullptr;
}

QWidget* ArgumentEditor::addRow(QWidget* widget, const QString& label) {
    const QString text = label.isNull() ? utf8(parameter_.name) : label;
    widget->setObjectName(text);
    if (widget->accessibleName().isEmpty()) widget->setAccessibleName(text);
    rows_.push_back({text, widget});
    return widget;
}

ArgumentEditor* makeEditor(const Parameter& parameter, QWidget* parent) {
    switch (parameter.kind) {
    case ParameterKind::Key:
        return new KeyEditor(parameter, parent);
    case ParameterKind::QueueId:
        return new QueueIdEditor(parameter, parent);
    case ParameterKind::Flags:
        return new FlagsEditor(parameter, parent);
    case ParameterKind::MessageIn:
        return new MessageInEditor(parameter, parent);
    case ParameterKind::MessageOut:
        return new BufferEditor(parameter, parent);
    case ParameterKind::Size:
        return new SizeEditor(parameter, parent);
    case ParameterKind::MessageType:
        return new MessageTypeEditor(parameter, parent);
    case ParameterKind::Command:
        return new CommandEditor(parameter, parent);
    case ParameterKind::QueueStruct:
        return new QueueStructEditor(parameter, parent);
    case ParameterKind::ProcessRef:
        return new ProcessEditor(parameter, parent);
    case ParameterKind::SignalNumber:
        return new SignalEditor(parameter, parent);
    case ParameterKind::Disposition:
        return new DispositionEditor(parameter, parent);
    default:
        break;
    }
    return new ExpressionEditor(parameter, parent);
}

} // namespace ipclab
