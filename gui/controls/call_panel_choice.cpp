// Which process and which call the form is about: what is chosen, and what a lesson proposes.
#include "gui/controls/call_panel.h"

#include "gui/controls/expression.h"
#include "gui/controls/words.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace ipclab {
namespace {

/// The same argument; the flags of an OR may stand in another order.
bool isSame(const Expr& one, const Expr& other) {
    const auto written = [](const Expr& expr) {
        std::vector<std::string> parts;
        for (const Expr& part : orParts(expr))
            parts.push_back(print(part));
        std::ranges::sort(parts);
        return parts;
    };
    return print(one) == print(other) || written(one) == written(other);
}

/// The same call, whatever its result is cast to: the form has no use for that.
bool isSame(const Action& one, const Action& other) {
    return one.call && other.call && one.call->id == other.call->id && one.target == other.target &&
           std::ranges::equal(one.call->args, other.call->args,
                              [](const Expr& a, const Expr& b) { return isSame(a, b); });
}

} // namespace

void CallPanel::setFrame(const Frame& frame) {
    const bool moved = frame.past != frame_.past || frame.position != frame_.position;
    frame_.world = frame.world;
    frame_.past = frame.past;
    frame_.position = frame.position;
    const World& world = *frame_.world;
    if (const Process* started = absent_.empty() ? nullptr : world.process(absent_)) {
        absent_.clear();
        wanted_ = started->id;
    }
    if (world.process(wanted_) != nullptr)
        showProcess(wanted_);
    else if (!absent_.empty())
        showProcess(0);
    else if (world.process(process_) == nullptr && !world.processes.empty())
        showProcess(world.processes.front().id); // of an earlier moment, or of another lab
    if (moved && !lookLater_.isActive()) lookLater_.start();
}

void CallPanel::showProcess(ProcessId process) {
    if (process == process_) return;
    process_ = process;
    look();
    emit processChanged(process);
}

void CallPanel::setProcess(ProcessId process) {
    if (process != process_ && whose_ == Whose::Lessons) whose_ = Whose::Nobodys;
    absent_.clear();
    wanted_ = process;
    showProcess(process);
}

void CallPanel::setCall(CallId call) {
    const QScopedValueRollback quiet(filling_, true);
    whose_ = Whose::Nobodys;
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
    const QScopedValueRollback quiet(filling_, true);
    whose_ = Whose::Users;
    form_->set(action);
    header_->setCall(action.call->id);
    look();
}

void CallPanel::propose(const Statement& statement) {
    const bool isLessons = next_ && print(statement) == print(next_->statement);
    if (!isLessons || !showLessonCall()) fill(statement);
    look();
    make_->setFocus();
}

void CallPanel::follow(const std::optional<LessonCall>& next) {
    const bool isNew = next && next != followed_;
    next_ = next;
    if (next_) followed_ = next_;
    if (!next_ && whose_ == Whose::Lessons) whose_ = Whose::Nobodys;
    if (isNew && whose_ != Whose::Users) showLessonCall();
    look();
}

/// False where the form has no place for something in the line: it stays as it was then.
bool CallPanel::showLessonCall() {
    const Action& wanted = next_->statement.actions.front();
    const std::optional<Action> before = form_->action();
    const QScopedValueRollback quiet(filling_, true);
    form_->set(wanted);
    const std::optional<Action> now = form_->action();
    if (!header_->offers(wanted.call->id) || !now || !isSame(*now, wanted)) {
        if (before) form_->set(*before);
        return false;
    }
    whose_ = Whose::Lessons;
    header_->setCall(wanted.call->id);
    const std::string& letter = next_->statement.processes.front();
    const Process* process = frame_.world->process(letter);
    absent_ = process != nullptr ? std::string() : letter;
    wanted_ = process != nullptr ? process->id : 0;
    showProcess(wanted_);
    return true;
}

/// What the button does, which is more than the line above it may show.
QString CallPanel::lessonWords() const {
    const auto step = next_->step + 1;
    QString words =
        next_->more == 0
            ? tr("This is step %1 of %2 of the lesson.").arg(step).arg(next_->steps)
            : tr("Step %1 of %2 of the lesson begins with this call; %n more line(s) follow.",
                 nullptr, static_cast<int>(next_->more))
                  .arg(step)
                  .arg(next_->steps);
    if (!absent_.empty()) words += u' ' + tr("It starts %1.").arg(utf8(absent_));
    return words;
}

} // namespace ipclab
