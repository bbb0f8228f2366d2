#include "gui/controls/result_box.h"

#include "gui/controls/flow_layout.h"
#include "gui/controls/wrapped_button.h"
#include "gui/words/words.h"

#include <QStyle>
#include <QVBoxLayout>

namespace ipclab {
namespace {

/// "man 2 msgsnd" as a link to the manual page on the web.
[[nodiscard]] QString manualLink(const QString& manual) {
    const QStringList words = manual.split(u' ');
    if (words.size() != 3) return manual;
    return QStringLiteral("<a href=\"https://man7.org/linux/man-pages/man%1/%2.%1.html\">%3</a>")
        .arg(words[1], words[2], manual);
}

} // namespace

ResultBox::ResultBox(QWidget* parent)
    : QFrame(parent), headline_(new QLabel(this)), sentence_(new QLabel(this)),
      manual_(new QLabel(this)), fix_(new LinkButton(QString(), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(11, 9, 11, 9);
    column->setSpacing(4);
    headline_->setProperty("mono", true);
    headline_->setTextFormat(Qt::PlainText);
    headline_->setWordWrap(true);
    headline_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::RichText);
    manual_->setOpenExternalLinks(true);
    manual_->setProperty("role", "muted");
    column->addWidget(headline_);
    column->addWidget(sentence_);
    auto* links = new FlowLayout;
    links->addWidget(fix_);
    links->addWidget(manual_);
    column->addLayout(links);
    setAccessibleName(tr("Result of the last call"));
    connect(fix_, &QPushButton::clicked, this, [this] {
        // Copies: what is done may show another result here.
        if (const std::function<void()> remedy = remedy_)
            remedy();
        else if (statement_)
            emit fixRequested(Statement(*statement_));
    });
    clear();
}

void ResultBox::explain(const Explanation& explanation) {
    headline_->setText(explanation.headline);
    sentence_->setText(unbroken(explanation.sentence));
    manual_->setText(manualLink(explanation.manual));
    manual_->setVisible(!explanation.manual.isEmpty());
    statement_.reset();
    remedy_ = nullptr;
    if (explanation.fix) statement_ = explanation.fix->statement;
    fix_->setVisible(explanation.fix.has_value());
    fix_->setText(explanation.fix ? explanation.fix->label : QString());
    const bool error = explanation.severity == Severity::Error;
    const bool asleep = explanation.severity == Severity::Asleep;
    setRole(error ? "errorCard" : asleep ? "asleepCard" : "card", error ? "error" : "heading");
    setVisible(true);
}

void ResultBox::showRefusal(const QString& why, const Remedy& remedy) {
    Explanation refusal;
    refusal.headline = tr("Not made");
    refusal.sentence = why.toHtmlEscaped();
    refusal.severity = Severity::Error;
    explain(refusal);
    remedy_ = remedy.make;
    if (!remedy_) return;
    fix_->setText(remedy.label);
    fix_->setVisible(true);
}

void ResultBox::clear() {
    setVisible(false);
    headline_->clear();
    sentence_->clear();
    statement_.reset();
}

void ResultBox::setRole(const char* role, const char* headline) {
    setProperty("role", role);
    headline_->setProperty("role", headline);
    for (QWidget* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(headline_)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace ipclab
