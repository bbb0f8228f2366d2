// The arguments that belong to messages: what is sent, how many bytes, and which one is taken.
#pragma once

#include "gui/controls/argument_editor.h"
#include "gui/controls/segments.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace ipclab {

/// struct msgbuf of a send: mtype, and mtext as text or as bytes in hexadecimal.
class MessageInEditor : public ArgumentEditor {
    Q_OBJECT
public:
    MessageInEditor(const Parameter& parameter, QWidget* parent);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;
    /// How many bytes of mtext would be sent; -1 for a variable.
    [[nodiscard]] std::int64_t length() const;

private:
    [[nodiscard]] std::optional<std::string> bytes() const;
    void showAs(int form);

    QLineEdit* type_;
    QLineEdit* text_;
    Segments* form_;             ///< text | bytes
    std::optional<Expr> stored_; ///< an argument that is not a literal: &sbuf
};

/// size_t: follows the length of the message until it is set by hand.
class SizeEditor : public ArgumentEditor {
    Q_OBJECT
public:
    SizeEditor(const Parameter& parameter, QWidget* parent);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;
    /// Makes the size follow this length; the check box that says so appears.
    void follow(std::int64_t length);

private:
    QLineEdit* size_;
    QCheckBox* automatic_;
    std::int64_t length_ = -1;
    bool justSet_ = true;
};

/// long msgtyp: 0, n or -n, with what each would take now.
class MessageTypeEditor : public ArgumentEditor {
    Q_OBJECT
public:
    MessageTypeEditor(const Parameter& parameter, QWidget* parent);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;
    void look(const FormContext& context) override;
    /// The queue and flags that the hint looks at.
    void lookAt(const Queue* queue, int msgflg);

private:
    [[nodiscard]] std::int64_t value() const;
    [[nodiscard]] QString rule(int msgflg) const;
    void showRule();

    Segments* sign_; ///< 0 | n | -n
    QSpinBox* type_;
    QLabel* rule_;
};

} // namespace ipclab
