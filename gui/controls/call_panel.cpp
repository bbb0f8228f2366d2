#include "gui/controls/call_panel.h"

#include "gui/controls/expression.h"
#include "gui/controls/flow_layout.h"
#include "gui/controls/words.h"
#include "gui/controls/wrapped_button.h"
#include "gui/explain/moment.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace ipclab {
namespace {

constexpr int lookMs = 60;

/// The result worth showing: the newest return, or the sleep or end that came after it.
struct Latest {
    enum class What : std::uint8_t { Returned, Asleep, Ended };
    const Process* process = nullptr;
    What what = What::Returned;
    std::int64_t timeNs = 0;
};

[[nodiscard]] Latest latestOf(const World& world) {
    Latest latest, burst;
    for (const Process& process : world.processes) {
        Latest& returned = repeatsNow(process) ? burst : latest;
        if (process.last && process.last->returnedNs > returned.timeNs)
            returned = {&process, Latest::What::Returned, process.last->returnedNs};
        if (process.state == ProcessState::Asleep && process.current &&
            process.current->enteredNs > latest.timeNs)
            latest = {&process, Latest::What::Asleep, process.current->enteredNs};
        if (!process.alive() && process.endedNs > latest.timeNs)
            latest = {&process, Latest::What::Ended, process.endedNs};
    }
    if (burst.process != nullptr && burst.timeNs - latest.timeNs >= newsNs) return burst;
    return latest.process != nullptr ? latest : burst;
}

[[nodiscard]] Explanation explain(const World& world, const Latest& latest) {
    switch (latest.what) {
    case Latest::What::Asleep:
        return explainSleep(world, *latest.process);
    case Latest::What::Ended:
        return explainEnd(world, *latest.process);
    case Latest::What::Returned:
        break;
    }
    return explainOutcome(world, *latest.process, *latest.process->last);
}

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
      result_(new ResultBox(inner_)) {
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
    suggestions_ = new QVBoxLayout;
    suggestions_->setSpacing(0);
    column->addLayout(suggestions_);
    column->addStretch(1);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll_);
}

void CallPanel::connectParts() {
    connect(&lookLater_, &QTimer::timeout, this, &CallPanel::look);
    connect(form_, &CallForm::changed, this, &CallPanel::showLine);
    connect(header_, &PanelHeader::callChosen, this, &CallPanel::setCall);
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
            refused_ = false;
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

void CallPanel::setFrame(const Frame& frame) {
    const bool moved = frame.past != frame_.past || frame.position != frame_.position;
    frame_.world = frame.world;
    frame_.past = frame.past;
    frame_.position = frame.position;
    const auto chosen = frame_.world->process(process_);
    if ((chosen == nullptr) && !frame_.world->processes.empty())
        setProcess(frame_.world->processes.front().id);
    if (moved && !lookLater_.isActive()) lookLater_.start();
}

void CallPanel::setProcess(ProcessId process) {
    if (process == process_) return;
    process_ = process;
    look();
    emit processChanged(process);
}

void CallPanel::setCall(CallId call) {
    header_->setCall(call);
    form_->setCall(call);
    look();
}

void CallPanel::fill(const Statement& statement) {
    if (statement.processes.empty() || statement.actions.empty()) return;
    if (const Process* process = frame_.world->process(statement.processes.front()))
        setProcess(process->id);
    const Action& action = statement.actions.front();
    if (!action.call) return;
    form_->set(action);
    header_->setCall(action.call->id);
    look();
}

void CallPanel::propose(const Statement& statement) {
    fill(statement);
    make_->setFocus();
}

void CallPanel::showRefusal(const QString& why, Remedy remedy) {
    if (const auto get = asking_ ? missingGet() : std::nullopt)
        remedy = {QString::fromStdString(print(*get)), [this, line = *get] { request(line); }};
    refused_ = true;
    pinned_ = remedy.make != nullptr;
    result_->showRefusal(why, remedy);
}

void CallPanel::forgetResult() {
    refused_ = pinned_ = false;
    result_->clear();
}

void CallPanel::request(const Statement& wanted) {
    refused_ = pinned_ = false;
    asking_ = true;
    emit callRequested(wanted);
    asking_ = false;
}

/// The msgget that gives the form's queue variable its value, when this process has none.
std::optional<Statement> CallPanel::missingGet() const {
    const Process* process = caller();
    const ArgumentEditor* editor = form_->editor("msqid");
    const auto id = editor != nullptr ? editor->expr() : std::nullopt;
    if (process == nullptr || !id || uncast(*id).kind != Expr::Kind::Name) return std::nullopt;
    const std::string& name = uncast(*id).text;
    if (process->variables.contains(name)) return std::nullopt;
    for (const Queue& queue : frame_.world->queues) {
        if (queue.removed || queue.stat.key == 0) continue;
        const auto get = parseStatement(process->letter + ": " + name + " = msgget(" +
                                        std::to_string(queue.stat.key) + ", 0)");
        return get ? std::optional(*get) : std::nullopt;
    }
    return std::nullopt;
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
    header_->look(*frame_.world, process_);
    form_->look({frame_.world, process_, &users_});
    showMemory();
    showLine();
    showButtons();
    showResult();
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
    make_->setText(held ? tr("Let it go  ⏎") : tr("Make the call  ⏎"));
    make_->setEnabled(held || (ready && form_->action()));
    takeBack_->setVisible(held);
    repeat_->setVisible(!held);
    repeat_->setEnabled(ready || repeats);
    repeat_->setText(repeats ? tr("Stop") : tr("Repeat…"));
    QString why;
    const QString letter = process ? QString::fromStdString(process->letter) : QString();
    if (process == nullptr) {
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

void CallPanel::showResult() {
    const Latest latest = latestOf(*frame_.world);
    if (latest.process == nullptr) {
        if (!refused_) result_->clear();
        shownResult_.clear();
        return;
    }
    const QString key = QStringLiteral("%1 %2 %3")
                            .arg(latest.process->id)
                            .arg(static_cast<int>(latest.what))
                            .arg(latest.timeNs);
    if (key == shownResult_ || pinned_) return;
    shownResult_ = key;
    refused_ = false;
    result_->explain(explain(*frame_.world, latest));
}

void CallPanel::showSuggestions() {
    const std::vector<Suggestion> next = ipclab::suggestions(*frame_.world, process_);
    QString key;
    for (const Suggestion& each : next)
        key += each.label + u'\n';
    if (key == shownSuggestions_) return;
    shownSuggestions_ = key;
    while (QLayoutItem* item = suggestions_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (next.empty()) return;
    auto* heading = new QLabel(tr("Try next"), inner_);
    heading->setProperty("role", "muted");
    suggestions_->addWidget(heading);
    for (const Suggestion& each : next) {
        auto* link = new LinkButton(QStringLiteral("· ") + each.label, inner_);
        link->setObjectName(QStringLiteral("suggestion"));
        link->setToolTip(QString::fromStdString(print(each.statement)));
        connect(link, &QPushButton::clicked, this,
                [this, wanted = each.statement] { propose(wanted); });
        suggestions_->addWidget(link, 0, Qt::AlignLeft);
    }
}

} // namespace ipclab
