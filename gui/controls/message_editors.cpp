#include "gui/controls/message_editors.h"

#include "engine/world/questions.h"
#include "gui/controls/flow_layout.h"
#include "gui/controls/letters_field.h"
#include "gui/controls/words.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace ipclab {
namespace {

enum Form : int { Text, Bytes };
enum Sign : int { First, Exactly, Lowest };

/// Whether a field can hold these bytes as text, and give them back as they are.
[[nodiscard]] bool isReadable(const std::string& raw) {
    const QString text = utf8(raw);
    return text.toStdString() == raw &&
           std::ranges::all_of(text, [](QChar letter) { return letter.isPrint(); });
}

void markInvalid(QWidget* widget, bool invalid) {
    if (widget->property("invalid").toBool() == invalid) return;
    widget->setProperty("invalid", invalid);
    widget->setStyleSheet(widget->styleSheet()); // makes the application's style sheet look again
}

} // namespace

MessageInEditor::MessageInEditor(const Parameter& parameter, QWidget* parent)
    : ArgumentEditor(parameter, parent),
      type_(new LettersField(11, LettersField::Width::Fixed, parent)),
      text_(new LettersField(8, LettersField::Width::Grows, parent)),
      form_(new Segments({tr("text"), tr("bytes")}, parent)) {
    type_->setProperty("mono", true);
    type_->setAccessibleName(tr("message type"));
    auto* hint = new QLabel(tr("must be ≥ 1"), parent);
    hint->setProperty("role", "faint");
    text_->setProperty("mono", true);
    text_->setAccessibleName(tr("message text"));
    QWidget* typeRow = flowing(parent, {type_, hint});
    typeRow->setAccessibleName(tr("message type"));
    typeRow->setFocusProxy(type_);
    addRow(typeRow, QStringLiteral("mtype"));
    QWidget* textRow = flowing(parent, {text_, form_});
    textRow->setFocusProxy(text_);
    addRow(textRow, QStringLiteral("mtext"));
    const auto edited = [this] {
        stored_.reset();
        markInvalid(text_, !bytes());
        emit changed();
    };
    connect(type_, &QLineEdit::textEdited, this, edited);
    connect(text_, &QLineEdit::textEdited, this, edited);
    connect(form_, &Segments::changed, this, [this, edited](int form) {
        showAs(form);
        edited();
    });
}

std::optional<std::string> MessageInEditor::bytes() const {
    if (form_->current() == Text) return text_->text().toStdString();
    const QString hex = text_->text().simplified().remove(u' ');
    const QByteArray raw = QByteArray::fromHex(hex.toLatin1());
    if (raw.size() * 2 != hex.size()) return std::nullopt;
    return raw.toStdString();
}

/// Turns what stands in the field into the other writing of the same bytes. Bytes that are no text,
/// or no bytes yet, stay as they are.
void MessageInEditor::showAs(int form) {
    if (form == Bytes) {
        text_->setText(QString::fromLatin1(text_->text().toUtf8().toHex(' ')));
        return;
    }
    form_->setCurrent(Bytes);
    const auto raw = bytes();
    if (!raw || !isReadable(*raw)) return;
    form_->setCurrent(Text);
    text_->setText(utf8(*raw));
}

std::int64_t MessageInEditor::length() const {
    if (stored_) return -1;
    const auto raw = bytes();
    return raw ? static_cast<std::int64_t>(raw->size()) : -1;
}

std::optional<Expr> MessageInEditor::expr() const {
    if (stored_) return stored_;
    const auto type = readExpr(type_->text());
    const auto raw = bytes();
    if (!type || !raw) return std::nullopt;
    Expr message = messageExpr(0, *raw);
    message.parts[0] = *type;
    return message;
}

void MessageInEditor::set(const Expr& expr) {
    const Expr& inner = uncast(expr);
    const bool literalMessage = inner.kind == Expr::Kind::List && inner.parts.size() == 2 &&
                                inner.parts[1].kind == Expr::Kind::String;
    if (!literalMessage) {
        stored_ = expr;
        text_->setText({});
        text_->setPlaceholderText(QString::fromStdString(print(expr)));
        return;
    }
    stored_.reset();
    type_->setText(QString::fromStdString(print(inner.parts[0])));
    const std::string& raw = inner.parts[1].text;
    const bool readable = isReadable(raw);
    form_->setCurrent(readable ? Text : Bytes);
    text_->setText(readable ? utf8(raw)
                            : QString::fromLatin1(QByteArray::fromStdString(raw).toHex(' ')));
}

SizeEditor::SizeEditor(const Parameter& parameter, QWidget* parent)
    : ArgumentEditor(parameter, parent),
      size_(new LettersField(11, LettersField::Width::Fixed, parent)),
      automatic_(new QCheckBox(tr("auto"), parent)) {
    size_->setProperty("mono", true);
    size_->setAccessibleName(utf8(parameter.name));
    size_->setToolTip(catalogueWords(parameter.hint));
    automatic_->setToolTip(tr("The length of mtext: msgsz counts mtext only, not mtype"));
    automatic_->hide();
    QWidget* row = flowing(parent, {size_, automatic_});
    row->setFocusProxy(size_);
    addRow(row);
    connect(size_, &QLineEdit::textEdited, this, [this] {
        automatic_->setChecked(false);
        markInvalid(size_, !readExpr(size_->text()));
        emit changed();
    });
    connect(automatic_, &QCheckBox::toggled, this, [this](bool on) {
        if (on && length_ >= 0) size_->setText(QString::number(length_));
        emit changed();
    });
}

std::optional<Expr> SizeEditor::expr() const {
    return readExpr(size_->text());
}

void SizeEditor::set(const Expr& expr) {
    size_->setText(QString::fromStdString(print(expr)));
    justSet_ = true;
}

void SizeEditor::follow(std::int64_t length) {
    const QSignalBlocker quiet(automatic_);
    automatic_->setVisible(true);
    automatic_->setEnabled(length >= 0);
    // A size that was given with its message follows it when it is the message's own length.
    const auto now = readExpr(size_->text());
    if (justSet_) automatic_->setChecked(now && literal(*now) == length);
    justSet_ = false;
    length_ = length;
    if (automatic_->isChecked() && length >= 0) size_->setText(QString::number(length));
}

MessageTypeEditor::MessageTypeEditor(const Parameter& parameter, QWidget* parent)
    : ArgumentEditor(parameter, parent),
      sign_(new Segments({QStringLiteral("0"), QStringLiteral("n"), QStringLiteral("-n")}, parent)),
      type_(new QSpinBox(parent)), rule_(new QLabel(parent)) {
    sign_->setToolTips({tr("the first message"), tr("the first message of type n"),
                        tr("the message of the lowest type up to n")});
    type_->setRange(1, std::numeric_limits<int>::max());
    type_->setAccessibleName(tr("message type"));
    type_->setProperty("mono", true);
    rule_->setProperty("role", "muted");
    rule_->setWordWrap(true);
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    QWidget* row = flowing(box, {sign_, type_});
    column->addWidget(row);
    column->addWidget(rule_);
    box->setFocusProxy(sign_->button(0));
    addRow(box);
    connect(sign_, &Segments::changed, this, [this] {
        showRule();
        emit changed();
    });
    connect(type_, &QSpinBox::valueChanged, this, &ArgumentEditor::changed);
    showRule();
}

void MessageTypeEditor::showRule() {
    type_->setVisible(sign_->current() != First);
}

std::int64_t MessageTypeEditor::value() const {
    switch (sign_->current()) {
    case Exactly:
        return type_->value();
    case Lowest:
        return -std::int64_t{type_->value()};
    default:
        return 0;
    }
}

std::optional<Expr> MessageTypeEditor::expr() const {
    return numberExpr(value());
}

void MessageTypeEditor::set(const Expr& expr) {
    const std::int64_t typed = literal(expr).value_or(0);
    const QSignalBlocker quiet(type_);
    sign_->setCurrent(typed == 0 ? First : typed > 0 ? Exactly : Lowest);
    if (typed != 0)
        type_->setValue(static_cast<int>(
            std::min<std::int64_t>(std::abs(typed), std::numeric_limits<int>::max())));
    showRule();
}

void MessageTypeEditor::look(const FormContext&) {
}

/// What the kernel takes by this msgtyp, as the flags change it: MSG_COPY counts places, and
/// MSG_EXCEPT turns a positive type around.
QString MessageTypeEditor::rule(int msgflg) const {
    const auto has = [msgflg](std::string_view name) {
        const Constant* flag = constantNamed(name);
        return flag != nullptr && (msgflg & flag->value) != 0;
    };
    if (has("MSG_COPY")) return tr("a copy of the message at place %1, from 0").arg(value());
    if (sign_->current() == First) return tr("the first message");
    if (sign_->current() == Lowest) return tr("the lowest type ≤ %1").arg(type_->value());
    return has("MSG_EXCEPT") ? tr("the first not of type %1").arg(type_->value())
                             : tr("the first of type %1").arg(type_->value());
}

void MessageTypeEditor::lookAt(const Queue* queue, int msgflg) {
    const QString rule = this->rule(msgflg);
    if (queue == nullptr) {
        rule_->setText(rule);
        return;
    }
    const auto taken = wouldTake(*queue, value(), msgflg);
    if (!taken) {
        rule_->setText(tr("%1 → none now").arg(rule));
        return;
    }
    const Message& message = queue->messages[*taken];
    rule_->setText(tr("%1 → %2").arg(
        rule, QString::fromStdString(
                  message.textKnown ? ipclab::quoted(std::string_view(message.text).substr(0, 24))
                                    : "type " + std::to_string(message.type))));
}

} // namespace ipclab
