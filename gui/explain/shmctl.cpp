#include "engine/world/questions.h"
#include "gui/explain/outcome.h"
#include "gui/explain/segment_phrase.h"

namespace ipclab {

namespace {

bool commandIs(const Outcome& outcome, std::string_view name) {
    return outcome.arg(1) == phrase::constant(name);
}

bool mayChange(const Process& process, const Segment& segment) {
    return process.uid == segment.stat.uid || process.uid == segment.stat.cuid;
}

void explainRemoved(Explanation& explanation, const Segment& segment) {
    explanation.severity = Severity::Worth;
    if (segment.removed) {
        explanation.sentence = Explain::tr(
            "Nobody had it attached, so the segment is gone at once. Its id gives EINVAL "
            "from now on.");
        return;
    }
    explanation.sentence = Explain::tr(
        "The segment is only marked: %n attachment(s) keep it alive, and its memory with "
        "it. Its key has become 0, so a new segment may have the old key already. The "
        "last detach removes it.",
        nullptr, static_cast<int>(segment.stat.nattch));
}

void explainDone(Explanation& explanation, const Outcome& outcome, const Segment& segment) {
    if (commandIs(outcome, "IPC_RMID")) return explainRemoved(explanation, segment);
    if (commandIs(outcome, "IPC_STAT")) {
        explanation.sentence =
            Explain::tr("The kernel says: %1, attached %2 times (shm_nattch), made by %3, last "
                        "attached or detached by %4.")
                .arg(phrase::bytes(segment.stat.segsz))
                .arg(segment.stat.nattch)
                .arg(phrase::whose(outcome.world, segment.stat.cpid),
                     phrase::whose(outcome.world, segment.stat.lpid));
        return;
    }
    if (commandIs(outcome, "IPC_SET")) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("The mode is %1 now. Who has the segment attached keeps what shmat gave: "
                        "nothing checks again.")
                .arg(phrase::octal(segment.stat.mode));
    }
}

} // namespace

void explainShmctl(Explanation& explanation, const Outcome& outcome) {
    const Segment* segment = phrase::segmentOf(outcome.world, outcome.arg(0));
    switch (outcome.call.error) {
    case 0:
        if (segment) explainDone(explanation, outcome, *segment);
        return;
    case EINVAL:
        explanation.sentence =
            segment
                ? Explain::tr("The segment %1 is gone, or the command is none.").arg(outcome.arg(0))
                : Explain::tr("No segment has the id %1. An id comes from shmget; it is not the "
                              "key.")
                      .arg(outcome.arg(0));
        return;
    case EACCES:
        if (segment)
            explanation.sentence =
                phrase::segmentPermission(outcome.world, outcome.process, segment->stat) +
                QLatin1Char(' ') + Explain::tr("IPC_STAT needs r.");
        return;
    case EPERM:
        explanation.sentence =
            segment && commandIs(outcome, "SHM_LOCK") && mayChange(outcome.process, *segment)
                ? Explain::tr("SHM_LOCK needs a limit of locked memory (RLIMIT_MEMLOCK) above 0.")
                : Explain::tr("Only the owner and the creator may do that, whatever the mode bits "
                              "say.");
        return;
    case ENOMEM:
        explanation.sentence =
            Explain::tr("The segment is larger than %1 may lock in memory (RLIMIT_MEMLOCK).")
                .arg(outcome.who());
        return;
    case EFAULT:
        explanation.sentence =
            Explain::tr("The buffer's address is none of %1's own memory.").arg(outcome.who());
        return;
    default:
        return;
    }
}

} // namespace ipclab
