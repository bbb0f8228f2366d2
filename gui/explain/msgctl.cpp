#include "gui/explain/outcome.h"
#include "gui/explain/permission.h"
#include "gui/words/words.h"

namespace ipclab {

namespace {

constexpr std::size_t commandArg = 1, qbytesArg = 5;

bool commandIs(const Outcome& outcome, std::string_view name) {
    return outcome.arg(commandArg) == phrase::constant(name);
}

bool known(const Outcome& outcome) {
    for (const Constant& constant : entryOf(CallId::Msgctl).parameters[commandArg].constants) {
        if (constant.value == outcome.arg(commandArg)) return true;
    }
    return false;
}

void explainNotOwner(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    const QueueStat& stat = outcome.queue->stat;
    const QString user = phrase::text(outcome.process.user).toHtmlEscaped();
    if (outcome.process.uid == stat.uid || outcome.process.uid == stat.cuid) {
        explanation.sentence =
            Explain::tr("%1 may change the queue, but %2 is more than msgmnb (16384 unless it was "
                        "changed; see /proc/sys/kernel/msgmnb). Going beyond it needs "
                        "CAP_SYS_RESOURCE.")
                .arg(user)
                .arg(outcome.arg(qbytesArg));
        return;
    }
    const QString command =
        commandIs(outcome, "IPC_RMID") ? QStringLiteral("IPC_RMID") : QStringLiteral("IPC_SET");
    const QString owner = phrase::user(outcome.world, stat.uid);
    explanation.sentence =
        Explain::tr("%1 is for the owner (%2) and the creator (%3) of the queue; %4 is neither. "
                    "The mode %5 does not matter here: no permission bit allows it.")
            .arg(command, owner, phrase::user(outcome.world, stat.cuid), user,
                 phrase::octal(stat.mode));
    const Process* who = ownerOf(outcome.world, stat, outcome.process);
    if (who && commandIs(outcome, "IPC_RMID")) {
        explanation.fix =
            phrase::fix(Explain::tr("%1 can remove it").arg(phrase::text(who->letter)), *who,
                        "msgctl(" + phrase::queueName(*who, stat.id) + ", IPC_RMID, NULL)");
    }
}

void explainInvalid(Explanation& explanation, const Outcome& outcome) {
    if (known(outcome)) {
        explainCommon(explanation, outcome, outcome.arg(0));
        return;
    }
    explanation.sentence = Explain::tr("%1 is no command of msgctl. It knows IPC_STAT, IPC_SET and "
                                       "IPC_RMID.")
                               .arg(outcome.arg(commandArg));
}

void explainUnreadable(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    explanation.sentence =
        permissionSentence(outcome.world, outcome.process, outcome.queue->stat) + QLatin1Char(' ') +
        Explain::tr("IPC_STAT needs r. Everyone can see the same numbers in /proc/sysvipc/msg.");
    explanation.fix = permissionFix(outcome.world, outcome.process, outcome.queue->stat, 4);
}

void explainRemoval(Explanation& explanation, const Outcome& outcome) {
    explanation.severity = Severity::Worth;
    QStringList woken;
    for (const Process& other : outcome.world.processes) {
        const bool wokenNow = other.last && other.last->error == EIDRM &&
                              other.last->call.args[0] == outcome.arg(0) &&
                              other.last->returnedNs >= outcome.call.enteredNs;
        const bool stillToWake = other.current && other.current->asleepNs != 0 &&
                                 (other.current->call.id == CallId::Msgsnd ||
                                  other.current->call.id == CallId::Msgrcv) &&
                                 other.current->call.args[0] == outcome.arg(0);
        if (wokenNow || stillToWake) woken << phrase::name(other);
    }
    QString sentence = Explain::tr("The queue is gone at once");
    const std::size_t lost = outcome.queue ? outcome.queue->messages.size() : 0;
    if (lost > 0) sentence += Explain::tr(", and %1 with it").arg(phrase::messages(lost));
    sentence += QLatin1Char('.');
    if (!woken.isEmpty()) {
        sentence += QLatin1Char(' ') +
                    Explain::tr("Who slept on it wakes with EIDRM: %1.").arg(phrase::list(woken));
    }
    explanation.sentence =
        sentence + QLatin1Char(' ') +
        Explain::tr("The id %1 means nothing any more: the next call with it gets EINVAL.")
            .arg(outcome.arg(0));
}

void explainSet(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    const QueueStat& stat = outcome.queue->stat;
    explanation.severity = Severity::Worth;
    if (stat.cbytes > stat.qbytes) {
        explanation.sentence =
            Explain::tr("msg_qbytes is %1 now, less than the %2 that stand in the queue. They "
                        "stay; nothing enters until there is room again.")
                .arg(grouped(stat.qbytes))
                .arg(phrase::bytes(stat.cbytes));
    } else if (!outcome.queue->sleepers.empty()) {
        explanation.sentence =
            Explain::tr("IPC_SET wakes everyone who sleeps on the queue: the kernel checks "
                        "permission and room again, and who goes on sleeping stands at the end of "
                        "the line: %1.")
                .arg(phrase::processes(outcome.world, outcome.queue->sleepers));
    } else if (stat.uid != stat.cuid) {
        explanation.sentence =
            Explain::tr("The queue belongs to %1 now. %2, who created it, keeps the owner's rights "
                        "for ever.")
                .arg(phrase::user(outcome.world, stat.uid), phrase::user(outcome.world, stat.cuid));
    } else {
        explanation.severity = Severity::Plain;
        explanation.sentence =
            Explain::tr("Mode %1, owner %2, msg_qbytes %3: it counts from the next call on, "
                        "whoever has the id already.")
                .arg(phrase::octal(stat.mode), phrase::user(outcome.world, stat.uid))
                .arg(grouped(stat.qbytes));
    }
}

void explainDone(Explanation& explanation, const Outcome& outcome) {
    if (commandIs(outcome, "IPC_RMID")) return explainRemoval(explanation, outcome);
    if (commandIs(outcome, "IPC_SET")) return explainSet(explanation, outcome);
    if (!outcome.queue) return;
    const QueueStat& stat = outcome.queue->stat;
    explanation.sentence =
        Explain::tr("The kernel says: %1 in the queue, %2 of %3 bytes, last sent by %4, last "
                    "received by %5.")
            .arg(phrase::messages(stat.qnum))
            .arg(grouped(stat.cbytes))
            .arg(grouped(stat.qbytes))
            .arg(phrase::whose(outcome.world, stat.lspid),
                 phrase::whose(outcome.world, stat.lrpid));
}

} // namespace

void explainMsgctl(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.error) {
    case 0:
        return explainDone(explanation, outcome);
    case EPERM:
        return explainNotOwner(explanation, outcome);
    case EACCES:
        return explainUnreadable(explanation, outcome);
    case EINVAL:
        return explainInvalid(explanation, outcome);
    case EFAULT:
        explanation.sentence =
            Explain::tr("buf is an address that is not the process's (%1), so the kernel could not "
                        "copy the msqid_ds.")
                .arg(outcome.arg(2));
        return;
    default:
        explainCommon(explanation, outcome, outcome.arg(0));
    }
}

} // namespace ipclab
