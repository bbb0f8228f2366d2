#include "engine/base/result.h"
#include "gui/explain/outcome.h"

namespace ipclab {

namespace {

void explainRemoved(Explanation& explanation, const Outcome& outcome, std::int64_t id) {
    const Process* remover = phrase::whoDid(outcome.world, "IPC_RMID", id, outcome.call.enteredNs);
    const QString call = phrase::text(entryOf(outcome.call.call.id).name);
    const QString cause =
        remover
            ? Explain::tr("%1 removed the queue with IPC_RMID while %2 slept in %3.")
                  .arg(phrase::name(*remover), outcome.who(), call)
            : Explain::tr("The queue was removed while %1 slept in %2.").arg(outcome.who(), call);
    explanation.sentence =
        cause + QLatin1Char(' ') +
        Explain::tr("Every sleeper wakes with EIDRM; from now on the id %1 gives EINVAL.").arg(id);
}

void explainInterrupted(Explanation& explanation, const Outcome& outcome) {
    const Process* sender = nullptr;
    for (const Process& other : outcome.world.processes) {
        if (other.last && other.last->call.id == CallId::Kill && other.last->error == 0 &&
            other.last->call.args[0] == outcome.process.pid &&
            other.last->returnedNs >= outcome.call.enteredNs) {
            sender = &other;
        }
    }
    const QString signal =
        sender ? Explain::tr("%1 from %2")
                     .arg(phrase::text(signalName(static_cast<int>(sender->last->call.args[1]))),
                          phrase::name(*sender))
               : Explain::tr("a signal");
    explanation.sentence =
        Explain::tr("The handler for %1 ran while %2 slept in the kernel, so the call gave up. "
                    "msgsnd and msgrcv are never started again by the kernel, not even with "
                    "SA_RESTART: the program has to call again.")
            .arg(signal, outcome.who());
}

void explainIdentifier(Explanation& explanation, const Outcome& outcome, std::int64_t id) {
    if (id < 0) {
        explanation.sentence = Explain::tr("%1 is no identifier: a queue's id is 0 or more. -1 is "
                                           "what msgget returns when it fails; check its result.")
                                   .arg(id);
        return;
    }
    if (!outcome.queue) {
        explanation.sentence =
            Explain::tr("No queue has the id %1. An id comes from msgget; it is not the key.")
                .arg(id);
        return;
    }
    const std::int32_t key = outcome.queue->stat.key;
    const Queue& gone = *outcome.queue;
    // It was in the call already, but not asleep on the queue: the kernel looks the id up anew.
    if (gone.removed && outcome.call.enteredNs < gone.removedNs) {
        explanation.sentence =
            Explain::tr("The queue was removed while %1 was in the call, but not asleep on it: who "
                        "is stopped begins the call anew with SIGCONT, and then the id %2 means "
                        "nothing any more. So it is EINVAL, and not the sleeper's EIDRM.")
                .arg(outcome.who())
                .arg(id);
        return;
    }
    QString after;
    for (const Queue& queue : outcome.world.queues) {
        if (queue.removed || queue.stat.key != key || key == 0) continue;
        after = QLatin1Char(' ') + Explain::tr("The queue that has the key %1 now is another one, "
                                               "with the id %2.")
                                       .arg(key)
                                       .arg(queue.stat.id);
    }
    explanation.sentence =
        Explain::tr("The queue with the id %1 has been removed. A call that slept on it got EIDRM; "
                    "one that comes later gets EINVAL.")
            .arg(id) +
        after;
    const std::string name = phrase::queueName(outcome.process, id);
    const std::string target = name == std::to_string(id) ? "q" : name;
    explanation.fix =
        phrase::fix(Explain::tr("Get the queue again"), outcome.process,
                    target + " = msgget(" + std::to_string(key) + ", IPC_CREAT|0644)");
}

} // namespace

bool explainCommon(Explanation& explanation, const Outcome& outcome, std::int64_t id) {
    switch (outcome.call.error) {
    case EIDRM:
        explainRemoved(explanation, outcome, id);
        return true;
    case EINTR:
        explainInterrupted(explanation, outcome);
        return true;
    case EINVAL:
        explainIdentifier(explanation, outcome, id);
        return true;
    case ENOMEM:
        explanation.sentence = Explain::tr("The kernel has no memory left for this call.");
        return true;
    case ENOSYS:
        explanation.sentence =
            Explain::tr("This kernel was built without CONFIG_CHECKPOINT_RESTORE, which MSG_COPY "
                        "needs.");
        return true;
    default:
        return false;
    }
}

} // namespace ipclab
