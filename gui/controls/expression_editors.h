// Arguments that are written as one expression, with the likely ones offered: a key, an id, a
// process, a signal, or anything else.
#pragma once

#include "gui/controls/argument_editor.h"
#include "gui/controls/segments.h"

#include <QComboBox>
#include <QLabel>

namespace ipclab {

/// A field for any expression of the language, with choices in its list and a hint at its end.
class ExpressionEditor : public ArgumentEditor {
    Q_OBJECT
public:
    ExpressionEditor(const Parameter& parameter, QWidget* parent, bool editable = true);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;

protected:
    struct Choice {
        QString text;    ///< the expression
        QString meaning; ///< shown behind it in the list and as the hint
    };
    /// Replaces the list when it differs; keeps what stands in the field.
    void offer(const std::vector<Choice>& choices);
    [[nodiscard]] QComboBox* field() const { return field_; }
    [[nodiscard]] QString written() const;
    void hint(const QString& text);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeHint();

    QComboBox* field_;
    QLabel* hint_ = nullptr;
    std::vector<Choice> choices_;
};

/// key_t: a number, IPC_PRIVATE, or the key of a queue on the stage.
class KeyEditor : public ExpressionEditor {
    Q_OBJECT
public:
    using ExpressionEditor::ExpressionEditor;
    void look(const FormContext& context) override;
};

/// A queue's identifier: the caller's variables first, then the ids on the stage.
class QueueIdEditor : public ExpressionEditor {
    Q_OBJECT
public:
    using ExpressionEditor::ExpressionEditor;
    void look(const FormContext& context) override;
};

/// pid_t: a process of the lab by its letter.
class ProcessEditor : public ExpressionEditor {
    Q_OBJECT
public:
    using ExpressionEditor::ExpressionEditor;
    void look(const FormContext& context) override;
};

/// A signal by its name, or any number.
class SignalEditor : public ExpressionEditor {
    Q_OBJECT
public:
    SignalEditor(const Parameter& parameter, QWidget* parent);
};

/// `&rbuf`: the variable that receives a message.
class BufferEditor : public ExpressionEditor {
    Q_OBJECT
public:
    using ExpressionEditor::ExpressionEditor;
    void look(const FormContext& context) override;
};

} // namespace ipclab
