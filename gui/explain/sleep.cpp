#include "engine/world/questions.h"
#include "gui/explain/outcome.h"
#include "gui/explain/permission.h"
#include "gui/explain/pipe_sleep.h"
#include "gui/words/words.h"

namespace ipclab {

namespace {

QString putToSleep(const Process& process) {
    return Explain::tr("so the kernel puts %1 to sleep.").arg(phrase::name(process));
}

void explainReceiver(Explanation& explanation, const World& world, const Process& process,
                     const Queue& queue) {
    const ResolvedCall& call = process.current->call;
    const std::int64_t wanted = call.args[2], flags = call.args[3];
    const QString selection = phrase::selection(wanted, flags);
    explanation.sentence =
        Explain::tr("msgrcv with msgtyp %1 takes %2.").arg(wanted).arg(selection);
    explanation.sentence +=
        QLatin1Char(' ') + (queue.messages.empty()
                                ? Explain::tr("The queue is empty, %1").arg(putToSleep(process))
                                : Explain::tr("The queue holds %1, %2")
                                      .arg(phrase::types(queue), putToSleep(process)));
    const bool exactly = wanted > 0 && !phrase::has(flags, "MSG_EXCEPT");
    explanation.sentence +=
        QLatin1Char(' ') +
        (exactly ? Explain::tr("Send a message of type %1, set IPC_NOWAIT, or press IPC_RMID and "
                               "watch.")
                       .arg(wanted)
                 : Explain::tr("Send a message that it takes, set IPC_NOWAIT, or press IPC_RMID "
                               "and watch."));
    const Process* sender = phrase::someoneElse(world, process, queue, 2);
    if (!sender) return;
    const bool except = wanted > 0 && !exactly;
    const std::int64_t type = exactly ? wanted : except && wanted == 1 ? 2 : 1;
    explanation.fix = phrase::fix(
        Explain::tr("%1 sends one of type %2").arg(phrase::text(sender->letter)).arg(type), *sender,
        "msgsnd(" + phrase::queueName(*sender, queue.stat.id) + ", {" + std::to_string(type) +
            ", \"hello\"}, 5, 0)");
}

void explainTooLarge(Explanation& explanation, const World& world, const Process& process,
                     const Queue& queue, std::uint64_t size) {
    explanation.sentence =
        Explain::tr(
            "The message has %1, more than msg_qbytes (%2): it never fits, not even into "
            "the empty queue, %3 That is no error for the kernel. Only a larger msg_qbytes, "
            "IPC_RMID or a signal ends it.")
            .arg(phrase::bytes(size))
            .arg(grouped(queue.stat.qbytes))
            .arg(putToSleep(process));
    const Process* owner = readyOwner(world, queue.stat);
    if (!owner) return;
    explanation.fix = phrase::fix(
        Explain::tr("%1 raises msg_qbytes to %2").arg(phrase::text(owner->letter)).arg(size),
        *owner,
        "msgctl(" + phrase::queueName(*owner, queue.stat.id) +
            ", IPC_SET, {.msg_qbytes = " + std::to_string(size) + "})");
}

void explainSender(Explanation& explanation, const World& world, const Process& process,
                   const Queue& queue) {
    const auto size = static_cast<std::uint64_t>(process.current->call.args[2]);
    const QueueStat& stat = queue.stat;
    if (size > stat.qbytes) return explainTooLarge(explanation, world, process, queue, size);
    if (stat.cbytes + size > stat.qbytes) {
        explanation.sentence = Explain::tr("The queue holds %1 of %2 bytes and %3 more do not fit, "
                                           "%4 It goes on when someone receives enough; a smaller "
                                           "message may overtake it.")
                                   .arg(grouped(stat.cbytes))
                                   .arg(grouped(stat.qbytes))
                                   .arg(size)
                                   .arg(putToSleep(process));
    } else {
        explanation.sentence = Explain::tr("msg_qbytes limits the number of messages, too, and %1 "
                                           "of at most %2 stand in the queue, %3 It goes on when "
                                           "someone receives one.")
                                   .arg(grouped(stat.qnum))
                                   .arg(grouped(stat.qbytes))
                                   .arg(putToSleep(process));
    }
    const Process* receiver = phrase::someoneElse(world, process, queue, 4);
    if (!receiver || queue.messages.empty()) return;
    explanation.fix =
        phrase::fix(Explain::tr("%1 receives one").arg(phrase::text(receiver->letter)), *receiver,
                    "msgrcv(" + phrase::queueName(*receiver, stat.id) + ", &rbuf, " +
                        std::to_string(queue.messages.front().size) + ", 0, 0)");
}

} // namespace

Explanation explainSleep(const World& world, const Process& process) {
    Explanation explanation;
    if (!process.current) return explanation;
    const QString call = phrase::text(entryOf(process.current->call.id).name);
    explanation.headline = Explain::tr("%1: %2(…) sleeps").arg(phrase::text(process.letter), call);
    explanation.manual = QStringLiteral("man 2 %1").arg(call);
    explanation.severity = Severity::Asleep;
    const CallId id = process.current->call.id;
    if (explainFileSleep(explanation, world, process)) return explanation;
    const bool onQueue = id == CallId::Msgsnd || id == CallId::Msgrcv;
    const Queue* queue = onQueue ? phrase::queueOf(world, process.current->call.args[0]) : nullptr;
    if (!queue) {
        explanation.sentence = Explain::tr("%1 sleeps in %2 until the kernel wakes it.")
                                   .arg(phrase::name(process), call);
    } else if (id == CallId::Msgrcv) {
        explainReceiver(explanation, world, process, *queue);
    } else {
        explainSender(explanation, world, process, *queue);
    }
    return explanation;
}

} // namespace ipclab
