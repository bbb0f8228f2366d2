// fork, wait and limits: what becomes of processes.
#include "engine/base/result.h"
#include "engine/call/member.h"
#include "gui/explain/outcome.h"

#include <sys/wait.h>

namespace ipclab {

namespace {

const Process* withPid(const World& world, std::int64_t pid) {
    for (auto process = world.processes.rbegin(); process != world.processes.rend(); ++process)
        if (process->pid == pid) return &*process;
    return nullptr;
}

/// Whether wait got a variable for the status, and not NULL.
bool storesStatus(const CallOutcome& outcome) {
    if (!outcome.statement || outcome.action >= outcome.statement->actions.size()) return false;
    const Action& action = outcome.statement->actions[outcome.action];
    return action.call && !filledVariable(*action.call).empty();
}

QString endOf(int status, bool stored) {
    if (WIFSIGNALED(status))
        return Explain::tr("it was killed by %1").arg(phrase::text(signalName(WTERMSIG(status))));
    return stored ? Explain::tr("it exited with %1, and status holds %1 × 256")
                        .arg(WEXITSTATUS(status))
                  : Explain::tr("it exited with %1").arg(WEXITSTATUS(status));
}

} // namespace

void explainFork(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error == EAGAIN) {
        explanation.sentence =
            Explain::tr("%1's user has as many processes as its limit RLIMIT_NPROC allows, "
                        "or the system has as many as it can have.")
                .arg(outcome.who());
        return;
    }
    const Process* child = withPid(outcome.world, outcome.call.result);
    if (!child) return;
    explanation.severity = Severity::Worth;
    explanation.sentence =
        Explain::tr("%1 is a copy of %2, with its variables and descriptors. fork returned twice: "
                    "%3, the child's pid, in %2, and 0 in %1. Pipes and segments were not copied: "
                    "both use the same ones.")
            .arg(phrase::name(*child), outcome.who())
            .arg(outcome.call.result);
    if (!child->descriptors.empty() && child->descriptors.rbegin()->first > 2)
        explanation.sentence +=
            QLatin1Char(' ') + Explain::tr("Each should close the pipe ends that it does not use.");
}

void explainWait(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error == ECHILD) {
        explanation.sentence =
            Explain::tr("%1 has no child that it has not waited for yet.").arg(outcome.who());
        return;
    }
    if (outcome.call.error == EINTR) {
        explanation.sentence =
            Explain::tr("A signal's handler ran while %1 waited.").arg(outcome.who());
        return;
    }
    const Process* child = withPid(outcome.world, outcome.call.result);
    explanation.sentence =
        Explain::tr("%1 has ended: %2. It was a zombie until now; wait has removed its last trace.")
            .arg(child ? phrase::name(*child) : QString::number(outcome.call.result),
                 endOf(static_cast<int>(outcome.call.detail), storesStatus(outcome.call)));
}

void explainSetrlimit(Explanation& explanation, const Outcome& outcome) {
    if (outcome.call.error == EPERM)
        explanation.sentence =
            Explain::tr("A hard limit can only be lowered without CAP_SYS_RESOURCE.");
    else if (outcome.call.error == EINVAL)
        explanation.sentence =
            Explain::tr("The soft limit may not be above the hard one, and the limit must be one "
                        "that the kernel knows.");
    else
        explanation.sentence =
            Explain::tr(
                "The limit holds from now on for %1 and for its children. What it has already "
                "stays.")
                .arg(outcome.who());
}

} // namespace ipclab
