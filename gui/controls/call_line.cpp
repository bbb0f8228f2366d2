#include "gui/controls/call_line.h"

#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/controls/words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ipclab {
namespace {

constexpr qsizetype remembered = 200;
constexpr qsizetype completeFrom = 2; ///< letters typed before words are offered

[[nodiscard]] QStringList catalogueNames() {
    QStringList names{QStringLiteral("process"), QStringLiteral("repeat"), QStringLiteral("NULL")};
    for (const CatalogueEntry& entry : catalogue()) {
        names << utf8(entry.name);
        for (const Parameter& parameter : entry.parameters)
            for (const Constant& constant : parameter.constants)
                names << utf8(constant.name);
    }
    return names;
}

[[nodiscard]] bool isWordLetter(QChar letter) {
    return letter.isLetterOrNumber() || letter == u'_';
}

} // namespace

CallLine::CallLine(QWidget* parent)
    : QWidget(parent), edit_(new QLineEdit(this)), error_(new QLabel(this)),
      completer_(new QCompleter(this)), words_(new QStringListModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(edit_);
    column->addWidget(error_);
    edit_->setObjectName(QStringLiteral("callLine"));
    edit_->setProperty("mono", true);
    edit_->setMaxLength(4096);
    setExample(QStringLiteral("A: msgsnd(q, {1, \"hello\"}, 5, 0)"));
    edit_->setAccessibleName(tr("call line"));
    edit_->installEventFilter(this);
    error_->setObjectName(QStringLiteral("callError"));
    error_->setProperty("mono", true);
    error_->setProperty("role", "error");
    error_->setTextFormat(Qt::PlainText);
    error_->hide();
    completer_->setModel(words_);
    completer_->setWidget(edit_);
    completer_->setCaseSensitivity(Qt::CaseInsensitive);
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &CallLine::take);
    connect(edit_, &QLineEdit::textEdited, this, [this] {
        error_->hide();
        complete();
    });
    setWorld(World{});
    setFocusProxy(edit_);
}

void CallLine::setExample(const QString& line) {
    edit_->setPlaceholderText(tr("Type a call:  %1").arg(line));
    edit_->setToolTip(edit_->placeholderText());
}

void CallLine::setText(const QString& line) {
    edit_->setText(line);
}

QString CallLine::text() const {
    return edit_->text();
}

QString CallLine::error() const {
    return error_->isHidden() ? QString() : error_->text();
}

void CallLine::setHistory(const QStringList& history) {
    history_ = history;
    place_ = history_.size();
}

void CallLine::setWorld(const World& world) {
    std::size_t variables = world.processes.size() << 16U;
    for (const Process& process : world.processes)
        variables += process.variables.size();
    if (variables == knownVariables_) return;
    knownVariables_ = variables;
    QStringList words = catalogueNames();
    for (const Process& process : world.processes)
        for (const auto& [name, value] : process.variables)
            words << utf8(name);
    words.removeDuplicates();
    words.sort();
    words_->setStringList(words);
}

QString CallLine::wordAtCursor() const {
    const QString text = edit_->text();
    int from = edit_->cursorPosition();
    while (from > 0 && isWordLetter(text[from - 1]))
        --from;
    return text.mid(from, edit_->cursorPosition() - from);
}

void CallLine::complete() {
    const QString word = wordAtCursor();
    const bool inText = edit_->text().left(edit_->cursorPosition()).count(u'"') % 2 == 1;
    completer_->setCompletionPrefix(word);
    const bool whole =
        completer_->completionCount() == 1 && completer_->currentCompletion() == word;
    if (word.size() < completeFrom || inText || completer_->completionCount() == 0 || whole) {
        completer_->popup()->hide();
        return;
    }
    const int from = edit_->fontMetrics().horizontalAdvance(
        edit_->text().left(edit_->cursorPosition() - static_cast<int>(word.size())));
    const QRect place(from, 0, edit_->fontMetrics().averageCharWidth() * 24, edit_->height());
    completer_->complete(place);
    completer_->popup()->setCurrentIndex(completer_->completionModel()->index(0, 0));
}

void CallLine::take(const QString& completion) {
    const QString word = wordAtCursor();
    const int cursor = edit_->cursorPosition();
    QString text = edit_->text();
    const bool call = entryOf(completion.toStdString()) != nullptr;
    const QString taken = call ? completion + u'(' : completion;
    text.replace(cursor - word.size(), word.size(), taken);
    edit_->setText(text);
    edit_->setCursorPosition(static_cast<int>(cursor - word.size() + taken.size()));
}

bool CallLine::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool offering = completer_->popup()->isVisible();
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (offering) return false;
        enter();
        return true;
    case Qt::Key_Tab:
        if (!offering) return false;
        take(completer_->popup()->currentIndex().data().toString());
        completer_->popup()->hide();
        return true;
    case Qt::Key_Up:
        recall(-1);
        return true;
    case Qt::Key_Down:
        recall(+1);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void CallLine::recall(int step) {
    if (place_ == history_.size()) draft_ = edit_->text();
    const qsizetype wanted = place_ + step;
    if (wanted < 0 || wanted > history_.size()) return;
    place_ = wanted;
    edit_->setText(place_ == history_.size() ? draft_ : history_[place_]);
    error_->hide();
}

void CallLine::enter() {
    QString line = edit_->text().trimmed();
    if (line.isEmpty()) return;
    Parsed<Statement> statement = parseStatement(line.toStdString());
    const bool unnamed =
        statement && statement->kind != Statement::Kind::Declare && statement->processes.empty();
    if (unnamed && !letter_.isEmpty()) {
        statement->processes = {letter_.toStdString()};
        line = letter_ + QStringLiteral(": ") + line;
        statement->source = line.toStdString();
    }
    if (!statement) {
        edit_->setText(line);
        showError(engineWords(statement.error().message), statement.error().at.column);
        return;
    }
    if (history_.isEmpty() || history_.last() != line) history_ << line;
    while (history_.size() > remembered)
        history_.removeFirst();
    place_ = history_.size();
    draft_.clear();
    edit_->clear();
    error_->hide();
    emit entered(*statement);
}

void CallLine::showError(const QString& message, int column) {
    // Columns count characters, the cursor counts UTF-16 units, and not all letters are equally
    // wide.
    const QList<uint> all = edit_->text().toUcs4();
    const qsizetype count = std::clamp<qsizetype>(column - 1, 0, all.size());
    const QString before =
        QString::fromUcs4(reinterpret_cast<const char32_t*>(all.constData()), count);
    error_->ensurePolished(); // hidden so far, it has not its font yet
    const QFontMetricsF letters(error_->font());
    const int spaces = qRound(letters.horizontalAdvance(before) / letters.horizontalAdvance(u' '));
    error_->setText(edit_->text() + u'\n' + QString(spaces, u' ') + QStringLiteral("^ ") + message);
    error_->show();
    edit_->setCursorPosition(static_cast<int>(before.size()));
}

} // namespace ipclab
