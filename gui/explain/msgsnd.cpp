#include "engine/call/language.h"
#include "engine/world/questions.h"
#include "gui/explain/outcome.h"
#include "gui/explain/permission.h"
#include "gui/words/words.h"

namespace ipclab {

namespace {

constexpr std::size_t typeArg = 1, sizeArg = 2;

std::string sendLine(const Outcome& outcome, std::int64_t type, const std::string& flags) {
    const std::string message = print(Value(MessageBuffer{type, outcome.call.call.data}));
    return "msgsnd(" + phrase::queueName(outcome.process, outcome.arg(0)) + ", " + message + ", " +
           std::to_string(outcome.call.call.data.size()) + ", " + flags + ")";
}

void explainInvalid(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t size = outcome.arg(sizeArg);
    if (size < 0) {
        explanation.sentence = Explain::tr("msgsz is %1. The size of mtext in bytes is 0 or more; "
                                           "the kernel reads a negative one as a huge one.")
                                   .arg(size);
    } else if (outcome.arg(0) >= 0 && outcome.arg(typeArg) < 1) {
        explanation.sentence =
            Explain::tr("mtype is %1, but a message's type is at least 1: 0 and negative numbers "
                        "have a meaning of their own in msgrcv.")
                .arg(outcome.arg(typeArg));
        explanation.fix = phrase::fix(Explain::tr("Send it with type 1"), outcome.process,
                                      sendLine(outcome, 1, "0"));
    } else if (outcome.arg(0) >= 0 && outcome.queue && !outcome.queue->removed) {
        explanation.sentence =
            Explain::tr("msgsz is %1, more than msgmax allows for one message (8192 unless it was "
                        "changed; see /proc/sys/kernel/msgmax).")
                .arg(size);
    } else {
        explainCommon(explanation, outcome, outcome.arg(0));
    }
}

/// What would make room: another process receives, else the owner raises the limit, else to wait.
void offerRoom(Explanation& explanation, const Outcome& outcome, bool never) {
    const Queue& queue = *outcome.queue;
    const auto size = static_cast<std::uint64_t>(outcome.arg(sizeArg));
    if (never) {
        const Process* owner = ownerOf(outcome.world, queue.stat, outcome.process);
        if (!owner) return;
        explanation.fix =
            phrase::fix(Explain::tr("Raise msg_qbytes to %1").arg(size), *owner,
                        "msgctl(" + phrase::queueName(*owner, queue.stat.id) +
                            ", IPC_SET, {.msg_qbytes = " + std::to_string(size) + "})");
    } else if (const Process* other =
                   phrase::someoneElse(outcome.world, outcome.process, queue, 4)) {
        explanation.fix = phrase::fix(
            Explain::tr("%1 receives one").arg(phrase::text(other->letter)), *other,
            "msgrcv(" + phrase::queueName(*other, queue.stat.id) + ", &rbuf, " +
                std::to_string(queue.messages.empty() ? 64 : queue.messages.front().size) +
                ", 0, 0)");
    } else {
        explanation.fix = phrase::fix(Explain::tr("Wait for room"), outcome.process,
                                      sendLine(outcome, outcome.arg(typeArg), "0"));
    }
}

void explainFull(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    const QueueStat& stat = outcome.queue->stat;
    const auto size = static_cast<std::uint64_t>(outcome.arg(sizeArg));
    const QString nowait = Explain::tr("With IPC_NOWAIT msgsnd returns instead of sleeping.");
    if (size > stat.qbytes) {
        explanation.sentence =
            Explain::tr("The message has %1, more than msg_qbytes (%2): it never "
                        "fits, not even into the empty queue. Without IPC_NOWAIT "
                        "msgsnd would sleep for ever.")
                .arg(phrase::bytes(size))
                .arg(grouped(stat.qbytes));
    } else if (stat.cbytes + size > stat.qbytes) {
        explanation.sentence = Explain::tr("The queue holds %1 of %2 bytes, so %3 more do not fit.")
                                   .arg(grouped(stat.cbytes))
                                   .arg(grouped(stat.qbytes))
                                   .arg(size) +
                               QLatin1Char(' ') + nowait;
    } else {
        explanation.sentence =
            Explain::tr("msg_qbytes limits the number of messages, too: %1 of at "
                        "most %2 stand in the queue.")
                .arg(grouped(stat.qnum))
                .arg(grouped(stat.qbytes)) +
            QLatin1Char(' ') + nowait;
    }
    offerRoom(explanation, outcome, size > stat.qbytes);
}

/// The receiver that already slept when this send entered and got its message directly.
const Process* handedTo(const Outcome& outcome) {
    const CallOutcome& sent = outcome.call;
    for (const InFlight& flight : outcome.queue->inFlight) {
        if (flight.receiver != 0 && flight.message.sender == outcome.process.id) {
            return outcome.world.process(flight.receiver);
        }
    }
    for (const Process& other : outcome.world.processes) {
        if (!other.last || other.last->call.id != CallId::Msgrcv || other.last->error != 0)
            continue;
        const CallOutcome& got = *other.last;
        if (got.call.args[0] == sent.call.args[0] && got.enteredNs < sent.enteredNs &&
            got.returnedNs > sent.enteredNs && got.mtype == sent.call.args[typeArg] &&
            sent.call.data.starts_with(got.data)) {
            return &other;
        }
    }
    return nullptr;
}

/// Who made room for this send while it was inside the call. What was taken must be what it lacked.
const Process* roomMaker(const Outcome& outcome) {
    const QueueStat& stat = outcome.queue->stat;
    for (const Process& other : outcome.world.processes) {
        if (!other.last || other.last->error != 0) continue;
        const CallOutcome& done = *other.last;
        const bool during =
            done.enteredNs > outcome.call.enteredNs && done.enteredNs < outcome.call.returnedNs;
        if (!during || done.call.args[0] != outcome.arg(0)) continue;
        const auto taken = static_cast<std::uint64_t>(done.result);
        if (done.call.id == CallId::Msgrcv &&
            (stat.cbytes + taken > stat.qbytes || stat.qnum + 1 > stat.qbytes))
            return &other;
        if (done.call.id == CallId::Msgctl && done.call.args[1] == phrase::constant("IPC_SET"))
            return &other;
    }
    return nullptr;
}

void explainWoken(Explanation& explanation, const Outcome& outcome, const Process& maker) {
    const QString size = phrase::bytes(static_cast<std::uint64_t>(outcome.arg(sizeArg)));
    const bool received = maker.last->call.id == CallId::Msgrcv;
    const QString sentence =
        received ? Explain::tr("%1 slept until %2 received. Now its %3 fit: the kernel copied them "
                               "to the tail, and msgsnd returned 0 as if it had never slept.")
                 : Explain::tr("%1 slept until %2 changed msg_qbytes. Now its %3 fit: the kernel "
                               "copied them to the tail, and msgsnd returned 0 as if it had never "
                               "slept.");
    explanation.sentence = sentence.arg(outcome.who(), phrase::name(maker), size);
}

void explainSent(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    const QueueStat& stat = outcome.queue->stat;
    const auto size = static_cast<std::uint64_t>(outcome.arg(sizeArg));
    explanation.severity = Severity::Worth;
    if (const Process* receiver = handedTo(outcome)) {
        explanation.sentence =
            Explain::tr("The message never stood in the queue: %1 already slept in msgrcv, so the "
                        "kernel handed it over. It goes to the first sleeper that accepts it; "
                        "msg_qnum does not change.")
                .arg(phrase::name(*receiver));
    } else if (const Process* maker = roomMaker(outcome)) {
        explainWoken(explanation, outcome, *maker);
    } else if (size > outcome.call.call.data.size()) {
        explanation.sentence =
            Explain::tr("msgsz is %1 but the text has %2: the kernel copied what lies behind it, "
                        "too. msgsz counts mtext alone, without mtype; sizeof(struct msgbuf) is "
                        "too much.")
                .arg(size)
                .arg(phrase::bytes(outcome.call.call.data.size()));
    } else if (size == 0 && stat.cbytes >= stat.qbytes) {
        explanation.sentence =
            Explain::tr(
                "Not one byte is free, yet an empty message still enters: it needs no byte, "
                "and with %1 of at most %2 messages the count is not reached.")
                .arg(grouped(stat.qnum))
                .arg(grouped(stat.qbytes));
    } else {
        explanation.severity = Severity::Plain;
        explanation.sentence =
            Explain::tr(
                "The kernel copied %1 to the tail of the queue. %2 may change its buffer or "
                "end now: the copy stays.")
                .arg(phrase::bytes(size), outcome.who());
    }
}

} // namespace

void explainMsgsnd(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.error) {
    case 0:
        return explainSent(explanation, outcome);
    case EAGAIN:
        return explainFull(explanation, outcome);
    case EINVAL:
        return explainInvalid(explanation, outcome);
    case EACCES:
        return explainDenied(explanation, outcome, 2, Explain::tr("Sending needs w."));
    case EFAULT:
        explanation.sentence =
            Explain::tr("msgp is an address that is not the process's (%1), so the kernel could "
                        "not copy the message from it. Nothing was sent.")
                .arg(outcome.arg(4));
        return;
    default:
        explainCommon(explanation, outcome, outcome.arg(0));
    }
}

} // namespace ipclab
