#include "engine/call/language.h"
#include "engine/world/questions.h"
#include "gui/explain/outcome.h"
#include "gui/explain/permission.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t sizeArg = 1, typeArg = 2, flagsArg = 3;

std::string receiveLine(const Outcome& outcome, std::uint64_t size, const std::string& flags) {
    return "msgrcv(" + phrase::queueName(outcome.process, outcome.arg(0)) + ", &rbuf, " +
           std::to_string(size) + ", " + std::to_string(outcome.arg(typeArg)) + ", " + flags + ")";
}

void explainInvalid(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t flags = outcome.arg(flagsArg);
    if (outcome.arg(0) < 0) {
        explainCommon(explanation, outcome, outcome.arg(0));
    } else if (outcome.arg(sizeArg) < 0) {
        explanation.sentence =
            Explain::tr("msgsz is %1. The room in the buffer is 0 bytes or more; "
                        "the kernel reads a negative one as a huge one.")
                .arg(outcome.arg(sizeArg));
    } else if (phrase::has(flags, "MSG_COPY") && phrase::has(flags, "MSG_EXCEPT")) {
        explanation.sentence = Explain::tr("MSG_COPY and MSG_EXCEPT exclude each other: one reads "
                                           "msgtyp as a position, the other as a type.");
    } else if (phrase::has(flags, "MSG_COPY") && !phrase::has(flags, "IPC_NOWAIT")) {
        explanation.sentence = Explain::tr("MSG_COPY works only together with IPC_NOWAIT: a copy "
                                           "never waits for a message.");
        explanation.fix =
            phrase::fix(Explain::tr("Add IPC_NOWAIT"), outcome.process,
                        receiveLine(outcome, static_cast<std::uint64_t>(outcome.arg(sizeArg)),
                                    "MSG_COPY|IPC_NOWAIT"));
    } else if (phrase::has(flags, "MSG_COPY") && outcome.queue && !outcome.queue->removed) {
        explanation.sentence = Explain::tr("The message is longer than msgsz (%1), and a copy is "
                                           "never cut short, not even with MSG_NOERROR.")
                                   .arg(outcome.arg(sizeArg));
    } else {
        explainCommon(explanation, outcome, outcome.arg(0));
    }
}

void offerMatch(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t wanted = outcome.arg(typeArg);
    const std::int64_t type = wanted > 0 ? wanted : 1;
    const Process* other = phrase::someoneElse(outcome.world, outcome.process, *outcome.queue, 2);
    if (!other || phrase::has(outcome.arg(flagsArg), "MSG_EXCEPT")) {
        explanation.fix = phrase::fix(
            Explain::tr("Wait for one"), outcome.process,
            receiveLine(outcome, static_cast<std::uint64_t>(outcome.arg(sizeArg)), "0"));
        return;
    }
    explanation.fix = phrase::fix(
        Explain::tr("%1 sends one of type %2").arg(phrase::text(other->letter)).arg(type), *other,
        "msgsnd(" + phrase::queueName(*other, outcome.arg(0)) + ", {" + std::to_string(type) +
            ", \"hello\"}, 5, 0)");
}

void explainNothing(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    const std::int64_t flags = outcome.arg(flagsArg);
    const Queue& queue = *outcome.queue;
    if (phrase::has(flags, "MSG_COPY")) {
        explanation.sentence =
            Explain::tr(
                "With MSG_COPY msgtyp is a position, counted from 0. The queue holds %1, so "
                "there is none at %2.")
                .arg(phrase::messages(queue.stat.qnum))
                .arg(outcome.arg(typeArg));
        return;
    }
    explanation.sentence =
        queue.messages.empty()
            ? Explain::tr("The queue is empty.")
            : Explain::tr("msgrcv with msgtyp %1 takes %2. The queue holds %3.")
                  .arg(outcome.arg(typeArg))
                  .arg(phrase::selection(outcome.arg(typeArg), flags), phrase::types(queue));
    explanation.sentence +=
        QLatin1Char(' ') + Explain::tr("With IPC_NOWAIT msgrcv returns instead of sleeping.");
    offerMatch(explanation, outcome);
}

/// Whether a message that would fit stands behind the one that does not.
bool smallerBehind(const Queue& queue, std::size_t blocking, std::int64_t room) {
    return std::any_of(
        queue.messages.begin() + static_cast<std::ptrdiff_t>(blocking) + 1, queue.messages.end(),
        [room](const Message& message) { return static_cast<std::int64_t>(message.size) <= room; });
}

void explainTooBig(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    const Queue& queue = *outcome.queue;
    const std::int64_t room = outcome.arg(sizeArg), wanted = outcome.arg(typeArg);
    const auto index = wouldTake(queue, wanted, static_cast<int>(outcome.arg(flagsArg)));
    if (!index) {
        explanation.sentence = Explain::tr("The message is longer than msgsz (%1), and MSG_NOERROR "
                                           "is not set. It stays in the queue.")
                                   .arg(room);
        return;
    }
    const Message& message = queue.messages[*index];
    if (message.sinceNs > outcome.call.enteredNs) {
        explanation.sentence =
            Explain::tr("%1 slept with room for %2 when a message of %3 came. Without MSG_NOERROR "
                        "the kernel wakes it with E2BIG, and the message stays in the queue.")
                .arg(outcome.who(), phrase::bytes(static_cast<std::uint64_t>(room)),
                     phrase::bytes(message.size));
    } else {
        explanation.sentence =
            Explain::tr("The message that msgtyp %1 selects has %2, and msgsz is "
                        "%3. Without MSG_NOERROR it stays in the queue.")
                .arg(wanted)
                .arg(phrase::bytes(message.size))
                .arg(room);
    }
    if (smallerBehind(queue, *index, room)) {
        explanation.sentence +=
            QLatin1Char(' ') + Explain::tr("A message that would fit stands behind it, but this "
                                           "one blocks the way: the same call fails again.");
    }
    explanation.fix = phrase::fix(Explain::tr("Receive with room for %1").arg(message.size),
                                  outcome.process, receiveLine(outcome, message.size, "0"));
}

/// The size that the received message had before MSG_NOERROR cut it, from its sender's last call;
/// 0 when it can no longer be told.
std::uint64_t sizeBefore(const Outcome& outcome) {
    for (const Process& other : outcome.world.processes) {
        if (!other.last || other.last->call.id != CallId::Msgsnd || other.last->error != 0)
            continue;
        const ResolvedCall& sent = other.last->call;
        if (sent.args[0] == outcome.arg(0) && sent.args[1] == outcome.call.mtype &&
            outcome.call.data.starts_with(
                std::string_view(sent.data).substr(0, outcome.call.data.size()))) {
            return static_cast<std::uint64_t>(sent.args[2]); // the text may be shorter than msgsz
        }
    }
    return 0;
}

QString cutSentence(const Outcome& outcome) {
    const auto got = static_cast<std::uint64_t>(outcome.call.result);
    if (!phrase::has(outcome.arg(flagsArg), "MSG_NOERROR") || outcome.call.result == 0) return {};
    const std::uint64_t before = sizeBefore(outcome);
    if (outcome.call.result != outcome.arg(sizeArg) || before == got) return {};
    if (before > got) {
        return Explain::tr("MSG_NOERROR cut the message to %1; the other %2 are lost.")
            .arg(phrase::bytes(got))
            .arg(before - got);
    }
    return Explain::tr("The buffer is full to the last of its %1. If the message was longer, "
                       "MSG_NOERROR cut it, and the rest is lost.")
        .arg(phrase::bytes(got));
}

QString orderSentence(const Outcome& outcome) {
    const std::int64_t wanted = outcome.arg(typeArg), flags = outcome.arg(flagsArg);
    if (wanted <= 0 && phrase::has(flags, "MSG_EXCEPT")) {
        return Explain::tr("MSG_EXCEPT means nothing with a msgtyp of 0 or less: the kernel "
                           "ignored it.");
    }
    if (wanted < 0) {
        return Explain::tr("msgtyp %1 takes %2, in this case type %3, wherever it stands.")
            .arg(wanted)
            .arg(phrase::selection(wanted, flags))
            .arg(outcome.call.mtype);
    }
    return {};
}

void explainReceived(Explanation& explanation, const Outcome& outcome) {
    explanation.severity = Severity::Worth;
    if (phrase::has(outcome.arg(flagsArg), "MSG_COPY")) {
        explanation.sentence =
            Explain::tr("MSG_COPY copied the message at position %1 and changed nothing: it still "
                        "stands in the queue, and msg_lrpid and msg_rtime are as before.")
                .arg(outcome.arg(typeArg));
        return;
    }
    explanation.sentence = cutSentence(outcome);
    if (explanation.sentence.isEmpty()) explanation.sentence = orderSentence(outcome);
    if (!explanation.sentence.isEmpty()) return;
    explanation.severity = Severity::Plain;
    const std::int64_t wanted = outcome.arg(typeArg), flags = outcome.arg(flagsArg);
    if (wanted > 0 && outcome.queue && !outcome.queue->messages.empty()) {
        explanation.sentence = Explain::tr("msgtyp %1 took %2. The others stay, in their order.")
                                   .arg(wanted)
                                   .arg(phrase::selection(wanted, flags));
        return;
    }
    explanation.sentence =
        Explain::tr("The kernel copied %1 of type %2 into %3's buffer and took the message out of "
                    "the queue. No one else can receive it again.")
            .arg(phrase::bytes(static_cast<std::uint64_t>(outcome.call.result)))
            .arg(outcome.call.mtype)
            .arg(outcome.who());
}

} // namespace

void explainMsgrcv(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.error) {
    case 0:
        return explainReceived(explanation, outcome);
    case ENOMSG:
        return explainNothing(explanation, outcome);
    case E2BIG:
        return explainTooBig(explanation, outcome);
    case EINVAL:
        return explainInvalid(explanation, outcome);
    case EACCES:
        return explainDenied(explanation, outcome, 4, Explain::tr("Receiving needs r."));
    case EFAULT:
        explanation.sentence =
            Explain::tr("The kernel had already taken the message out of the queue when it could "
                        "not copy it to the address %1. <b>The message is destroyed</b>: nobody "
                        "can receive it any more.")
                .arg(outcome.arg(4));
        return;
    default:
        explainCommon(explanation, outcome, outcome.arg(0));
    }
}

} // namespace ipclab
