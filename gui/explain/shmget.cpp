#include "engine/world/questions.h"
#include "gui/explain/outcome.h"
#include "gui/explain/segment_phrase.h"

namespace ipclab {

namespace {

const Segment* withKey(const World& world, std::int64_t key) {
    if (key == 0) return nullptr; // IPC_PRIVATE names no segment
    for (const Segment& segment : world.segments)
        if (!segment.removed && !segment.stat.dest && segment.stat.key == key) return &segment;
    return nullptr;
}

std::string getLine(const Outcome& outcome, std::uint64_t size, const std::string& flags) {
    return "shmid = shmget(" + std::to_string(outcome.arg(0)) + ", " + std::to_string(size) + ", " +
           flags + ")";
}

std::uint64_t sizeOf(const Outcome& outcome) {
    return outcome.arg(1) > 0 ? static_cast<std::uint64_t>(outcome.arg(1)) : segmentPageBytes;
}

void explainMissing(Explanation& explanation, const Outcome& outcome) {
    explanation.sentence =
        Explain::tr("No segment has the key %1, and without IPC_CREAT shmget makes none.")
            .arg(outcome.arg(0));
    explanation.fix = phrase::fix(Explain::tr("Add IPC_CREAT"), outcome.process,
                                  getLine(outcome, sizeOf(outcome), "IPC_CREAT|0644"));
}

void explainSize(Explanation& explanation, const Outcome& outcome) {
    const Segment* segment = withKey(outcome.world, outcome.arg(0));
    if (segment) {
        explanation.sentence =
            Explain::tr("The segment with this key has %1, and %2 were asked for. A segment never "
                        "grows, not even inside its last page. 0 takes it as large as it is.")
                .arg(phrase::bytes(segment->stat.segsz))
                .arg(outcome.arg(1));
        explanation.fix =
            phrase::fix(Explain::tr("Ask for size 0"), outcome.process, getLine(outcome, 0, "0"));
        return;
    }
    explanation.sentence =
        outcome.arg(1) == 0
            ? Explain::tr("A new segment needs at least 1 byte. Size 0 only finds one that exists.")
            : Explain::tr("%1 bytes are more than the kernel allows for one segment (shmmax). A "
                          "negative size is a huge one: the parameter is a size_t.")
                  .arg(outcome.arg(1));
}

void explainDenied(Explanation& explanation, const Outcome& outcome) {
    const Segment* segment = withKey(outcome.world, outcome.arg(0));
    explanation.sentence =
        segment ? phrase::segmentPermission(outcome.world, outcome.process, segment->stat)
                : Explain::tr("The segment with this key does not grant what was asked for.");
    explanation.sentence +=
        QLatin1Char(' ') +
        Explain::tr("The mode %1 asks for more. Without mode bits shmget asks for "
                    "nothing; the check then comes with shmat.")
            .arg(phrase::octal(outcome.arg(2) & 0777));
    explanation.fix = phrase::fix(Explain::tr("Ask for no permission bits"), outcome.process,
                                  getLine(outcome, 0, "0"));
}

void explainSpace(Explanation& explanation) {
    explanation.sentence = Explain::tr(
        "The IPC namespace holds as many segments (shmmni) or pages (shmall) as it may. "
        "It is not about disk space: remove a segment with IPC_RMID.");
}

void explainGot(Explanation& explanation, const Outcome& outcome) {
    const Segment* segment = phrase::segmentOf(outcome.world, outcome.call.result);
    if (!segment) return;
    const SegmentStat& stat = segment->stat;
    const bool isNew =
        segment->creator == outcome.process.id && segment->createdNs >= outcome.call.enteredNs;
    if (!isNew) {
        explanation.sentence =
            Explain::tr("The key %1 names the segment with the id %2. It has %3; shmat makes it "
                        "visible to %4.")
                .arg(outcome.arg(0))
                .arg(stat.id)
                .arg(phrase::bytes(stat.segsz), outcome.who());
        return;
    }
    const std::uint64_t pages = (stat.segsz + segmentPageBytes - 1) / segmentPageBytes;
    if ((outcome.arg(2) & 0777) == 0) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr(
                "No mode was given, so it is 0000: nobody may attach it, not even %1 who owns "
                "it. IPC_RMID and IPC_SET still work.")
                .arg(phrase::text(outcome.process.user).toHtmlEscaped());
        return;
    }
    explanation.sentence =
        Explain::tr("A new segment of %1: %n page(s) of zeros that the kernel makes only when they "
                    "are touched. Nobody sees it yet: shmat maps it into a process.",
                    nullptr, static_cast<int>(std::min<std::uint64_t>(pages, INT_MAX)))
            .arg(phrase::bytes(stat.segsz));
}

} // namespace

void explainShmget(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.error) {
    case 0:
        return explainGot(explanation, outcome);
    case ENOENT:
        return explainMissing(explanation, outcome);
    case EEXIST:
        explanation.sentence =
            Explain::tr(
                "A segment with the key %1 exists already. IPC_CREAT together with IPC_EXCL "
                "asks for a new one or nothing.")
                .arg(outcome.arg(0));
        explanation.fix = phrase::fix(Explain::tr("Leave out IPC_EXCL"), outcome.process,
                                      getLine(outcome, 0, "0"));
        return;
    case EINVAL:
        return explainSize(explanation, outcome);
    case EACCES:
        return explainDenied(explanation, outcome);
    case ENOSPC:
        return explainSpace(explanation);
    case ENOMEM:
        explanation.sentence = Explain::tr("The kernel could not promise so much memory. With "
                                           "SHM_NORESERVE it promises nothing, and lets it pass.");
        return;
    case EPERM:
        explanation.sentence =
            Explain::tr("SHM_HUGETLB is for the superuser and for members of a group of its own.");
        return;
    default:
        return;
    }
}

} // namespace ipclab
