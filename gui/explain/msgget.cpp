#include "engine/world/questions.h"
#include "gui/explain/outcome.h"
#include "gui/explain/permission.h"

namespace ipclab {

namespace {

const Queue* queueWithKey(const World& world, std::int64_t key) {
    if (key == 0) return nullptr; // IPC_PRIVATE names no queue
    for (const Queue& queue : world.queues) {
        if (!queue.removed && queue.stat.key == key) return &queue;
    }
    return nullptr;
}

const Queue* removedWithKey(const World& world, std::int64_t key) {
    for (auto queue = world.queues.rbegin(); queue != world.queues.rend(); ++queue) {
        if (key != 0 && queue->removed && queue->stat.key == key) return &*queue;
    }
    return nullptr;
}

std::string getLine(const Outcome& outcome, const std::string& flags) {
    return "q = msgget(" + std::to_string(outcome.arg(0)) + ", " + flags + ")";
}

std::string modeOf(std::int64_t msgflg, std::int64_t otherwise) {
    const std::int64_t mode = msgflg & 0777;
    return phrase::octal(mode != 0 ? mode : otherwise).toStdString();
}

void explainMissing(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t key = outcome.arg(0);
    QString sentence = Explain::tr("No queue has the key %1, and without IPC_CREAT msgget makes "
                                   "none.")
                           .arg(key);
    if (phrase::has(outcome.arg(1), "IPC_EXCL")) {
        sentence += QLatin1Char(' ') + Explain::tr("IPC_EXCL means something only together with "
                                                   "IPC_CREAT.");
    }
    if (const Queue* old = removedWithKey(outcome.world, key)) {
        sentence += QLatin1Char(' ') +
                    Explain::tr("The queue that had it (id %1) was removed.").arg(old->stat.id);
    }
    explanation.sentence = sentence;
    explanation.fix = phrase::fix(Explain::tr("Add IPC_CREAT"), outcome.process,
                                  getLine(outcome, "IPC_CREAT|" + modeOf(outcome.arg(1), 0644)));
}

void explainExists(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t key = outcome.arg(0);
    const Queue* queue = queueWithKey(outcome.world, key);
    const Process* creator = queue ? outcome.world.process(queue->creator) : nullptr;
    QString which = Explain::tr("A queue with the key %1 exists already").arg(key);
    if (queue && creator) {
        which +=
            Explain::tr(" (id %1, made by %2)").arg(queue->stat.id).arg(phrase::name(*creator));
    } else if (queue) {
        which += Explain::tr(" (id %1, made by no process of this lab)").arg(queue->stat.id);
    }
    explanation.sentence =
        which + Explain::tr(". IPC_CREAT together with IPC_EXCL asks for a new one or nothing.");
    explanation.fix = phrase::fix(Explain::tr("Leave out IPC_EXCL"), outcome.process,
                                  getLine(outcome, "IPC_CREAT|" + modeOf(outcome.arg(1), 0644)));
}

void explainAskedTooMuch(Explanation& explanation, const Outcome& outcome) {
    const std::int64_t flags = outcome.arg(1);
    const auto asked = static_cast<std::uint32_t>((flags >> 6 | flags >> 3 | flags) & 7);
    const Queue* queue = queueWithKey(outcome.world, outcome.arg(0));
    explanation.fix = phrase::fix(Explain::tr("Ask for no permission bits"), outcome.process,
                                  getLine(outcome, "0"));
    if (!queue) {
        explanation.sentence =
            Explain::tr("The queue with the key %1 does not grant all that the mode asks for: %2.")
                .arg(outcome.arg(0))
                .arg(phrase::bits(asked));
        return;
    }
    const std::uint32_t granted =
        permissionBits(queue->stat, outcome.process.uid, outcome.process.gid);
    const std::uint32_t missing = asked & ~granted;
    explanation.sentence =
        permissionSentence(outcome.world, outcome.process, queue->stat) + QLatin1Char(' ') +
        Explain::tr("The mode %1 asks for %2 (its three classes OR-ed together), so %3 is missing.")
            .arg(phrase::octal(flags & 0777), phrase::bits(asked),
                 phrase::bits(missing).remove(QLatin1Char('-')));
    if (missing == 1) {
        explanation.sentence +=
            QLatin1Char(' ') + Explain::tr("No call ever uses x on a queue, but msgget compares "
                                           "it when you ask for it.");
    }
}

void explainNoSpace(Explanation& explanation, const Outcome& outcome) {
    std::uint64_t living = 0;
    for (const Queue& queue : outcome.world.queues)
        living += queue.removed ? 0 : 1;
    explanation.sentence =
        Explain::tr("The IPC namespace holds as many queues as its msgmni allows (the lab sees %1 "
                    "of them). It is not about disk space: remove a queue with IPC_RMID.")
            .arg(living);
    for (const Queue& queue : outcome.world.queues) {
        if (queue.removed || queue.creator == 0) continue;
        const Process* owner = ownerOf(outcome.world, queue.stat, outcome.process);
        if (!owner) continue;
        explanation.fix =
            phrase::fix(Explain::tr("Remove queue %1").arg(queue.stat.id), *owner,
                        "msgctl(" + phrase::queueName(*owner, queue.stat.id) + ", IPC_RMID, NULL)");
        return;
    }
}

bool justMade(const Outcome& outcome) {
    return outcome.queue->creator == outcome.process.id &&
           outcome.queue->createdNs >= outcome.call.enteredNs &&
           outcome.queue->createdNs <= outcome.call.returnedNs;
}

QString newQueueSentence(const Outcome& outcome) {
    const QueueStat& stat = outcome.queue->stat;
    const std::int64_t key = outcome.arg(0);
    if (key == 0) {
        return Explain::tr("IPC_PRIVATE is the key 0, not a flag: it makes a new queue each time. "
                           "It is not private either: any process that knows the id %1 may use "
                           "it, if mode %2 lets it.")
            .arg(stat.id)
            .arg(phrase::octal(stat.mode));
    }
    if (key == -1) {
        return Explain::tr("The key is -1, which is what ftok returns when it fails. The kernel "
                           "takes it as a key like any other (0xffffffff).");
    }
    if ((outcome.arg(1) & 0777) == 0) {
        return Explain::tr("No mode was given, so it is 0000: nobody may send or receive, not even "
                           "%1 who owns the queue. IPC_RMID and IPC_SET still work.")
            .arg(phrase::text(outcome.process.user).toHtmlEscaped());
    }
    if (const Queue* old = removedWithKey(outcome.world, key)) {
        return Explain::tr("The same key, but a new queue with a new id: %1 is gone, this is %2.")
            .arg(old->stat.id)
            .arg(stat.id);
    }
    if (stat.id == 0) {
        return Explain::tr("The id is 0, and that is a valid id: <code>if (id)</code> would be a "
                           "bug.");
    }
    return {};
}

void explainFound(Explanation& explanation, const Outcome& outcome) {
    const QueueStat& stat = outcome.queue->stat;
    const std::int64_t mode = outcome.arg(1) & 0777;
    const std::uint32_t granted =
        permissionBits(stat, outcome.process.uid, outcome.process.gid) & 6;
    explanation.severity = Severity::Worth;
    if (mode == 0 && granted == 0) {
        explanation.sentence =
            Explain::tr("%1 got the id although it may neither send nor receive: without mode bits "
                        "msgget asks for no permission. The check comes with the first use.")
                .arg(outcome.who());
        return;
    }
    if (phrase::has(outcome.arg(1), "IPC_CREAT") && mode != stat.mode) {
        explanation.sentence =
            Explain::tr("The queue with the key %1 existed already, so IPC_CREAT made nothing and "
                        "the mode stays %2.")
                .arg(outcome.arg(0))
                .arg(phrase::octal(stat.mode));
        return;
    }
    explanation.severity = Severity::Plain;
    explanation.sentence =
        Explain::tr(
            "The key %1 names the queue with the id %2. The calls take the id, not the key.")
            .arg(outcome.arg(0))
            .arg(stat.id);
}

void explainGot(Explanation& explanation, const Outcome& outcome) {
    if (!outcome.queue) return;
    if (!justMade(outcome)) return explainFound(explanation, outcome);
    explanation.sentence = newQueueSentence(outcome);
    if (!explanation.sentence.isEmpty()) {
        explanation.severity = Severity::Worth;
        return;
    }
    const QueueStat& stat = outcome.queue->stat;
    explanation.sentence = Explain::tr("A new queue: the key %1 leads to it, %2 is its id, and its "
                                       "mode is %3. It stays until IPC_RMID, even when %4 ends.")
                               .arg(stat.key)
                               .arg(stat.id)
                               .arg(phrase::octal(stat.mode), outcome.who());
}

} // namespace

void explainMsgget(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.error) {
    case 0:
        return explainGot(explanation, outcome);
    case ENOENT:
        return explainMissing(explanation, outcome);
    case EEXIST:
        return explainExists(explanation, outcome);
    case EACCES:
        return explainAskedTooMuch(explanation, outcome);
    case ENOSPC:
        return explainNoSpace(explanation, outcome);
    default:
        explainCommon(explanation, outcome, outcome.arg(0));
    }
}

} // namespace ipclab
