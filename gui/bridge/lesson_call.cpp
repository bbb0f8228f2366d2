#include "gui/bridge/lesson_call.h"

#include <algorithm>

namespace ipclab {
namespace {

/// What has to be done for it, not only expected or declared.
bool makesSomething(const Statement& statement) {
    return statement.kind == Statement::Kind::Signal || !statement.actions.empty();
}

/// A line that a form can hold: a load or store is an operator, which has none.
bool isOneCall(const Statement& statement) {
    if (statement.processes.size() != 1 || statement.actions.size() != 1 || statement.repeated)
        return false;
    const auto& call = statement.actions.front().call;
    return call && call->id != CallId::Load && call->id != CallId::Store;
}

} // namespace

std::optional<LessonCall> lessonCall(const Lesson& lesson, std::size_t step) {
    if (step >= lesson.steps.size()) return std::nullopt;
    const std::vector<Statement>& lines = lesson.steps[step].statements;
    const auto first = std::ranges::find_if(lines, makesSomething);
    if (first == lines.end() || !isOneCall(*first)) return std::nullopt;
    LessonCall call;
    call.statement = *first;
    call.statement.expectation.reset();
    call.step = step;
    call.steps = lesson.steps.size();
    call.more = static_cast<std::size_t>(
        std::ranges::count_if(std::next(first), lines.end(), makesSomething));
    call.asks = lesson.steps[step].prediction.has_value();
    return call;
}

} // namespace ipclab
