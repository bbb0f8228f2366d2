// How the C program of a family is one program: behind the fork stands what the child did, and it
// ends there.
#include "engine/call/c_program.h"

#include "engine/call/member.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

bool endsItself(const ProcessHistory& history) {
    if (history.done.empty()) return false;
    const auto& call = history.done.back().action.call;
    return call && call->id == CallId::Exit;
}

} // namespace

void CProgram::fork(const Target& target) {
    headers_.insert({"stdlib.h", "sys/types.h", "unistd.h"});
    const std::string variableName(target.variable);
    const bool isPlain = !variableName.empty() && target.member.empty();
    // What is printed, and still waits to be written out, would be printed by both.
    if (body_.contains("printf(")) line("fflush(NULL);");
    if (!isPlain) openBlock("");
    std::string pid = "child";
    if (isPlain) {
        Variable& to = variable(variableName, Kind::Number);
        to.fromCall = to.isRead = true;
        pid = to.cname;
        kinds_.insert_or_assign(variableName, Kind::Number);
    }
    line(fmt::format("{}{} = fork();", isPlain ? "" : "pid_t ", pid));
    line(fmt::format("if ({} == -1)", pid));
    line("    perror(\"fork\");");
    if (!isPlain && isKept(target)) line(fmt::format("{} = child;", into(target, false)));
    values_.erase(variableName);
    openBlock(fmt::format("if ({} == 0)", pid));
    children();
    closeBlock();
    if (!isPlain) closeBlock();
}

/// In a repeat each turn forks another.
void CProgram::children() {
    std::vector<const ProcessHistory::Child*> forked;
    if (doing_)
        for (const ProcessHistory::Child& each : doing_->forked)
            if (each.action == doingAction_) forked.push_back(&each);
    const bool byTurns = doing_ && doing_->times > 1;
    bool isFirst = true;
    for (const ProcessHistory::Child* each : forked) {
        family_ += " " + inComment(each->history.letter);
        if (byTurns && each->history.done.empty()) continue;
        if (byTurns)
            openBlock(fmt::format("{}if (turn == {})", isFirst ? "" : "else ", each->turn));
        isFirst = false;
        child(each->history);
        if (byTurns) closeBlock();
    }
    if (byTurns || forked.empty() || !endsItself(forked.front()->history)) line("exit(0);");
}

/// It goes on with copies of all that its parent had, and its parent with its own.
void CProgram::child(const ProcessHistory& history) {
    const auto kinds = kinds_;
    const auto pointers = pointers_;
    const auto values = values_;
    const auto* const self = self_;
    const auto* const parent = parent_;
    const std::size_t action = doingAction_;
    parent_ = self_;
    self_ = &history;
    const std::string label =
        history.label.empty() ? "" : fmt::format(" ({})", inComment(history.label));
    line(fmt::format("/* process {}{} */", inComment(history.letter), label));
    for (const ProcessHistory::Done& one : history.done)
        done(one);
    self_ = self;
    parent_ = parent;
    doingAction_ = action;
    kinds_ = kinds;
    pointers_ = pointers;
    values_ = values;
}

} // namespace ipclab
