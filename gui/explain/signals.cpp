#include "engine/base/result.h"
#include "gui/explain/outcome.h"

#include <csignal>

namespace ipclab {

namespace {

const Process* processWithPid(const World& world, std::int64_t pid) {
    for (const Process& process : world.processes) {
        if (process.pid == pid) return &process;
    }
    return nullptr;
}

void explainDelivered(Explanation& explanation, const Outcome& outcome) {
    const Process* target = processWithPid(outcome.world, outcome.arg(0));
    const auto number = static_cast<int>(outcome.arg(1));
    if (!target) return;
    explanation.severity = Severity::Worth;
    const QString whom = phrase::name(*target), signal = phrase::text(signalName(number));
    if (!target->alive() && target->endedNs <= outcome.call.enteredNs) {
        explanation.sentence =
            Explain::tr("%1 has ended. Until its parent waits for it, its pid is still taken: "
                        "signals to it are accepted, and nobody is there to get them.")
                .arg(whom);
        return;
    }
    const bool asleep = target->state == ProcessState::Asleep;
    if (number == 0) {
        explanation.sentence =
            Explain::tr("Signal 0 is only a question: %1 exists, and %2 may send it signals.")
                .arg(whom, outcome.who());
    } else if ((number == SIGSTOP || number == SIGCONT) && asleep) {
        explanation.sentence =
            Explain::tr(
                "%1 goes on sleeping in its call, but it has lost its place: among those who "
                "wait for the same it is the last now.")
                .arg(whom);
    } else if (target->state == ProcessState::Killed) {
        explanation.sentence =
            Explain::tr("%1 ended %2. Its descriptors and attachments went with it; its "
                        "queues and segments stay: they belong to the kernel.")
                .arg(signal, whom);
    } else if (target->last && target->last->error == EINTR &&
               target->last->returnedNs >= outcome.call.enteredNs) {
        explanation.sentence =
            Explain::tr("%1 slept in the kernel; the handler for %2 ran, and the call returned "
                        "EINTR.")
                .arg(whom, signal);
    } else {
        explanation.severity = Severity::Plain;
        explanation.sentence = Explain::tr("%1 was sent to %2.").arg(signal, whom);
    }
}

} // namespace

void explainKill(Explanation& explanation, const Outcome& outcome) {
    const Process* target = processWithPid(outcome.world, outcome.arg(0));
    switch (outcome.call.error) {
    case 0:
        return explainDelivered(explanation, outcome);
    case ESRCH:
        explanation.sentence =
            Explain::tr("No process has the pid %1 (any more).").arg(outcome.arg(0));
        return;
    case EPERM:
        explanation.sentence =
            Explain::tr("%1 may signal only processes of the same user; %2 runs as %3.")
                .arg(phrase::text(outcome.process.user).toHtmlEscaped(),
                     target ? phrase::name(*target) : Explain::tr("pid %1").arg(outcome.arg(0)),
                     target ? phrase::text(target->user).toHtmlEscaped()
                            : Explain::tr("another user"));
        return;
    case EINVAL:
        explanation.sentence =
            Explain::tr("%1 is no signal: they count from 1 to 64.").arg(outcome.arg(1));
        return;
    default:
        explainCommon(explanation, outcome, outcome.arg(0));
    }
}

void explainSigaction(Explanation& explanation, const Outcome& outcome) {
    const QString signal = phrase::text(signalName(static_cast<int>(outcome.arg(0))));
    constexpr std::int64_t handler = 2; // ResolvedCall: 0 default, 1 ignore, 2 handler
    if (outcome.call.error == EINVAL) {
        explanation.sentence =
            outcome.arg(0) == SIGKILL || outcome.arg(0) == SIGSTOP
                ? Explain::tr("%1 can be neither caught nor ignored.").arg(signal)
                : Explain::tr("%1 is no signal.").arg(outcome.arg(0));
    } else if (outcome.call.error != 0) {
        explainCommon(explanation, outcome, outcome.arg(0));
    } else if (outcome.arg(1) == handler && (outcome.arg(2) & SA_RESTART) != 0) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("%1 is caught now. SA_RESTART starts many calls again after the handler, "
                        "but never msgsnd and msgrcv: those return EINTR.")
                .arg(signal);
    } else if (outcome.arg(1) == handler) {
        explanation.sentence =
            Explain::tr("%1 is caught now: its handler runs, and a call that sleeps returns EINTR.")
                .arg(signal);
    } else {
        explanation.sentence = outcome.arg(1) == 0
                                   ? Explain::tr("%1 has its default effect again.").arg(signal)
                                   : Explain::tr("%1 is ignored now.").arg(signal);
    }
}

} // namespace ipclab
