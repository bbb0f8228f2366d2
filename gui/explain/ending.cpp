#include "engine/base/result.h"
#include "gui/explain/moment.h"
#include "gui/explain/segment_phrase.h"

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

/// Why the address could not be used.
QString faultSentence(const World& world, const Process& process) {
    const QString where = phrase::address(process.fault);
    const FaultCause cause = process.faultCause.value_or(FaultCause{});
    const Segment* segment = phrase::segmentOf(world, cause.segment);
    switch (cause.reason) {
    case FaultReason::PastTheEnd:
        return Explain::tr("It used +%1 of the segment, behind its last page. The segment has %2; "
                           "the rest of a page may be used, the next page is nobody's.")
            .arg(cause.offset)
            .arg(phrase::bytes(segment ? segment->stat.segsz : 0));
    case FaultReason::ReadOnly:
        return Explain::tr(
                   "It wrote at +%1 of a segment that it has attached read-only. A store is "
                   "no system call and has no result: the processor refuses, and the kernel "
                   "sends SIGSEGV.")
            .arg(cause.offset);
    case FaultReason::NoAccess:
        return Explain::tr("It used the address %1, +%2 of the segment, in a way that its mapping "
                           "forbids.")
            .arg(where)
            .arg(cause.offset);
    case FaultReason::Detached:
    case FaultReason::NotMapped:
        break;
    }
    return Explain::tr("It used the address %1, where nothing is mapped: never attached, or "
                       "detached already.")
        .arg(where);
}

QString pipeSentence() {
    return Explain::tr("It wrote into a pipe whose read ends are all closed. Without a handler "
                       "SIGPIPE kills, and no error is ever seen.");
}

/// What belongs to no process.
QString whatStays(const World& world) {
    const bool queue =
        std::ranges::any_of(world.queues, [](const Queue& each) { return !each.removed; });
    const bool segment = std::ranges::any_of(
        world.segments, [](const Segment& each) { return !each.removed && !each.stat.dest; });
    if (queue)
        return Explain::tr(
            "A queue belongs to no process: it stays, and its messages with it, until "
            "IPC_RMID.");
    if (segment)
        return Explain::tr("Its attachments are gone; the segment belongs to no process and stays, "
                           "with all that is in it, until IPC_RMID.");
    return {};
}

/// A forked child that its parent has not waited for.
QString zombieSentence(const World& world, const Process& process) {
    const Process* parent = world.process(process.parent);
    if (!parent || !parent->alive() || process.reaped) return {};
    return Explain::tr("It is a zombie now: a row in the kernel's table, until %1 waits for it.")
        .arg(phrase::name(*parent));
}

} // namespace

Explanation explainEnd(const World& world, const Process& process) {
    const QString letter = phrase::text(process.letter);
    const bool killed = process.state == ProcessState::Killed;
    Explanation explanation;
    explanation.severity = killed ? Severity::Error : Severity::Plain;
    explanation.headline = killed
                               ? Explain::tr("%1 was killed by %2.")
                                     .arg(letter, phrase::text(signalName(process.endCode)))
                               : Explain::tr("%1 exited with %2.").arg(letter).arg(process.endCode);
    if (process.tornAway) {
        explanation.headline = Explain::tr("The supervisor died, and %1 with it.").arg(letter);
        explanation.sentence =
            Explain::tr("The lab cannot go on without the process that started all others, so the "
                        "kernel ended every one of them. A new supervisor has removed what they "
                        "had created. Start over (Ctrl+R), or add a process.");
        return explanation;
    }
    QStringList sentences;
    const bool exits = process.unfinished && process.unfinished->call.id == CallId::Exit;
    if (killed && process.endCode == SIGSEGV && process.fault != 0)
        sentences << faultSentence(world, process);
    else if (killed && process.endCode == SIGPIPE)
        sentences << pipeSentence();
    else if (process.unfinished && !exits)
        sentences << Explain::tr("It was inside %1, which never returned.")
                         .arg(phrase::text(entryOf(process.unfinished->call.id).name));
    const QString zombie = zombieSentence(world, process);
    sentences << (zombie.isEmpty() ? whatStays(world) : zombie);
    sentences.removeAll(QString());
    explanation.sentence = sentences.join(QLatin1Char(' '));
    return explanation;
}

QString endSentence(const World& world, const Process& process) {
    const Explanation end = explainEnd(world, process);
    return QStringLiteral("<b>%1</b> %2").arg(end.headline.toHtmlEscaped(), end.sentence).trimmed();
}

} // namespace ipclab
