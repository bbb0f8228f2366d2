#include "gui/controls/call_panel.h"

#include "gui/controls/flow_layout.h"
#include "gui/controls/missing_get.h"
#include "gui/controls/words.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace ipclab {
namespace {

constexpr int lookMs = 60;

/// Also between two rounds, when the process waits for the next one.
[[nodiscard]] bool repeating(const Process& process) {
    if (!process.given || !process.given->statement || !process.given->statement->repeated)
        return false;
    return process.given->done > 0 ||
           (process.state != ProcessState::Ready && process.state != ProcessState::Held);
}

/// About to make a line that nobody has let go yet.
[[nodiscard]] bool isHeld(const Process& process) {
    return process.state == ProcessState::Held && !repeating(process);
}

/// What is scrolled, empty yet: the area measures what it is given.
[[nodiscard]] QWidget* scrolledIn(QScrollArea& area) {
    auto* inner = new QWidget(area.viewport());
    inner->setProperty("role", "panel");
    area.setWidgetResizable(true);
    area.setFocusPolicy(Qt::NoFocus);
    area.setWidget(inner);
    return inner;
}

} // namespace

CallPanel::CallPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), scroll_(new QScrollArea(this)), inner_(scrolledIn(*scroll_)),
      header_(new PanelHeader(theme, inner_)), form_(new CallForm(inner_)),
      line_(new CodeText(inner_)), make_(new QPushButton(inner_)),
      repeat_(new QPushButton(tr("Repeat…"), inner_)),
      takeBack_(new QPushButton(tr("Take back"), inner_)), state_(new QLabel(inner_)),
      result_(new ResultBox(inner_)), latest_(*result_), suggestions_(new SuggestionList(inner_)) {
    setProperty("role", "panel");
    setAttribute(Qt::WA_StyledBackground);
    frame_.world = std::make_shared<World>();
    buildLayout();
    connectParts();
    lookLater_.setSingleShot(true);
    lookLater_.setInterval(lookMs);
    look();
}

void CallPanel::buildLayout() {
    line_->setObjectName(QStringLiteral("line"));
    line_->setAccessibleName(tr("the line of C that will be made"));
    make_->setObjectName(QStringLiteral("make"));
    make_->setProperty("role", "primary");
    make_->setDefault(true);
    repeat_->setObjectName(QStringLiteral("repeat"));
    takeBack_->setObjectName(QStringLiteral("takeBack"));
    state_->setProperty("role", "muted");
    state_->setWordWrap(true);

    auto* column = new QVBoxLayout(inner_);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(9);
    column->addWidget(header_);
    column->addWidget(form_);
    column->addWidget(line_);
    auto* buttons = new FlowLayout;
    make_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buttons->addWidget(make_);
    buttons->addWidget(takeBack_);
    buttons->addWidget(repeat_);
    column->addLayout(buttons);
    column->addWidget(state_);
    memoryPlace_ = new QVBoxLayout;
    column->addLayout(memoryPlace_);
    column->addWidget(result_);
    column->addWidget(suggestions_);
    column->addStretch(1);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll_);
}

void CallPanel::connectParts() {
    connect(&lookLater_, &QTimer::timeout, this, &CallPanel::look);
    connect(form_, &CallForm::changed, this, [this] {
        if (!filling_) whose_ = Whose::Users;
        showLine();
    });
    connect(header_, &PanelHeader::callChosen, this, [this](CallId call) {
        setCall(call);
        whose_ = Whose::Users;
    });
    connect(header_, &PanelHeader::processChosen, this, &CallPanel::setProcess);
    connect(header_, &PanelHeader::signalRequested, this, &CallPanel::signalRequested);
    connect(header_, &PanelHeader::renameRequested, this, &CallPanel::renameRequested);
    connect(make_, &QPushButton::clicked, this, &CallPanel::makeCall);
    connect(takeBack_, &QPushButton::clicked, this, [this] { emit withdrawRequested(process_); });
    connect(repeat_, &QPushButton::clicked, this, [this] {
        const Process* process = caller();
        if (process != nullptr && repeating(*process))
            emit stopRequested(process_);
        else
            askRepeat();
    });
    connect(result_, &ResultBox::fixRequested, this, &CallPanel::callRequested);
    connect(suggestions_, &SuggestionList::chosen, this, &CallPanel::propose);
}

void CallPanel::askRepeat() {
    if (popup_ == nullptr) {
        popup_ = new RepeatPopup(this);
        connect(popup_, &RepeatPopup::requested, this, [this](quint64 times, quint64 everyMs) {
            auto wanted = statement();
            if (!wanted) return;
            wanted->repeated = true;
            wanted->times = times;
            wanted->everyMs = everyMs;
            wanted->source = print(*wanted);
            request(*wanted);
        });
    }
    popup_->openBelow(repeat_);
}

void CallPanel::showMemory() {
    const Process* process = caller();
    if (memory_ == nullptr && process != nullptr && !process->attachments.empty()) {
        memory_ = new MemoryPanel(inner_);
        memoryPlace_->addWidget(memory_);
        connect(memory_, &MemoryPanel::callRequested, this, [this](const Statement& statement) {
            latest_.callRequested();
            emit callRequested(statement);
        });
    }
    if (memory_ != nullptr) memory_->look(frame_.world, process_);
}

const Process* CallPanel::caller() const {
    return frame_.world->process(process_);
}

void CallPanel::setUsers(std::vector<UserChoice> users) {
    users_ = std::move(users);
}

void CallPanel::startAfresh() {
    whose_ = Whose::Nobodys;
    absent_.clear();
    wanted_ = 0;
    showProcess(0);
    followed_.reset();
    latest_.forget();
}

void CallPanel::showRefusal(const QString& why, Remedy remedy) {
    const Process* process = asking_ ? caller() : nullptr;
    const ArgumentEditor* editor = form_->editor("msqid");
    const auto id = editor != nullptr ? editor->expr() : std::nullopt;
    const auto get = process && id ? missingGet(*frame_.world, *process, *id) : std::nullopt;
    if (get) remedy = {QString::fromStdString(print(*get)), [this, line = *get] { request(line); }};
    latest_.showRefusal(why, remedy);
}

void CallPanel::request(const Statement& wanted) {
    if (whose_ == Whose::Users) whose_ = Whose::Nobodys;
    latest_.callRequested();
    asking_ = true;
    emit callRequested(wanted);
    asking_ = false;
}

std::optional<Statement> CallPanel::statement() const {
    const Process* process = caller();
    auto action = form_->action();
    if (process == nullptr || !action) return std::nullopt;
    Statement statement;
    statement.processes = {process->letter};
    statement.actions.push_back(std::move(*action));
    statement.source = print(statement);
    return statement;
}

void CallPanel::makeCall() {
    const Process* process = caller();
    if (process != nullptr && isHeld(*process)) {
        emit releaseRequested(process_);
        return;
    }
    if (whose_ == Whose::Lessons) {
        emit stepRequested();
        return;
    }
    const auto wanted = statement();
    if (!wanted || !make_->isEnabled()) return;
    request(*wanted);
}

QSize CallPanel::minimumSizeHint() const {
    // Narrower than its form, in a small window at a large scale, it scrolls.
    const int bar = scroll_->verticalScrollBar()->sizeHint().width();
    const int form = scroll_->widget()->minimumSizeHint().width() + bar;
    return {std::min(form, 24 * fontMetrics().averageCharWidth()), 100};
}

void CallPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        makeCall();
    else
        QWidget::keyPressEvent(event);
}

void CallPanel::focusForm() {
    if (form_->isEnabled()) form_->nextInFocusChain()->setFocus(Qt::TabFocusReason);
}

void CallPanel::look() {
    header_->look(*frame_.world, process_, utf8(absent_));
    const bool asks = whose_ == Whose::Lessons && next_->asks;
    form_->look({frame_.world, process_, &users_, !asks});
    showMemory();
    showLine();
    latest_.look(*frame_.world);
    showSuggestions();
}

void CallPanel::showLine() {
    const auto action = form_->action();
    line_->setText(action ? QString::fromStdString(print(*action)) + QStringLiteral(";")
                          : tr("A field is not filled in."));
    showButtons();
}

void CallPanel::showButtons() {
    const Process* process = caller();
    const bool held = process != nullptr && isHeld(*process);
    const bool repeats = process != nullptr && repeating(*process);
    const bool ready = process != nullptr && process->state == ProcessState::Ready && !repeats;
    const bool lessons = whose_ == Whose::Lessons && !held;
    make_->setText(held      ? tr("Let it go  ⏎")
                   : lessons ? tr("▶ Play this step")
                             : tr("Make the call  ⏎"));
    make_->setEnabled(held || lessons || (ready && form_->action()));
    takeBack_->setVisible(held);
    repeat_->setVisible(!held);
    repeat_->setEnabled(ready || repeats);
    repeat_->setText(repeats ? tr("Stop") : tr("Repeat…"));
    QString why;
    const QString letter = process ? QString::fromStdString(process->letter) : QString();
    if (lessons) {
        why = lessonWords();
    } else if (process == nullptr) {
        why = tr("There is no process yet: add one with + Process.");
    } else if (!process->alive()) {
        why = tr("%1 has ended. Choose another process or add one.").arg(letter);
    } else if (process->state == ProcessState::Stopped) {
        why = tr("%1 is stopped. SIGCONT lets it go on.").arg(letter);
    } else if (process->state == ProcessState::Asleep) {
        why = tr("%1 sleeps in the kernel and takes no other call until it wakes.").arg(letter);
    } else if (held) {
        why = tr("%1 is held: it is about to make this call.").arg(letter) + u'\n' +
              utf8(process->given && process->given->statement ? process->given->statement->source
                                                               : std::string());
    }
    state_->setText(why);
    state_->setVisible(!why.isEmpty());
}

void CallPanel::showSuggestions() {
    std::vector<Suggestion> next = ipclab::suggestions(*frame_.world, process_);
    if (next_ && whose_ != Whose::Lessons)
        next.insert(next.begin(),
                    {tr("Step %1 of the lesson").arg(next_->step + 1), next_->statement});
    suggestions_->offer(next);
}

} // namespace ipclab
