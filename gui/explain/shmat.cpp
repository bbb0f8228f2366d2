#include "engine/world/questions.h"
#include "gui/explain/outcome.h"
#include "gui/explain/segment_phrase.h"

#include <algorithm>

namespace ipclab {

namespace {

bool pageBoundary(std::int64_t address) {
    return address % segmentPageBytes == 0;
}

void explainInvalid(Explanation& explanation, const Outcome& outcome) {
    const Segment* segment = phrase::segmentOf(outcome.world, outcome.arg(0));
    const std::int64_t address = outcome.arg(1), flags = outcome.arg(2);
    const bool replaces = phrase::has(flags, "SHM_REMAP");
    if (!segment || segment->removed)
        explanation.sentence =
            segment
                ? Explain::tr("The segment with the id %1 is gone: with the last detach.")
                      .arg(outcome.arg(0))
                : Explain::tr("No segment has the id %1. An id comes from shmget; it is not the "
                              "key.")
                      .arg(outcome.arg(0));
    else if (address == 0 && replaces)
        explanation.sentence =
            Explain::tr("SHM_REMAP replaces what is mapped at an address, so it needs one.");
    else if (!pageBoundary(address) && !phrase::has(flags, "SHM_RND"))
        explanation.sentence = Explain::tr("%1 is no page boundary. SHM_RND rounds it down to one.")
                                   .arg(phrase::address(static_cast<std::uint64_t>(address)));
    else if (!replaces)
        explanation.sentence =
            Explain::tr("Something is mapped at %1 already. SHM_REMAP would replace it; NULL lets "
                        "the kernel choose a free place.")
                .arg(phrase::address(static_cast<std::uint64_t>(address)));
    else
        explanation.sentence = Explain::tr("The segment cannot be mapped there.");
    if (segment && !segment->removed)
        explanation.fix =
            phrase::fix(Explain::tr("Let the kernel choose"), outcome.process,
                        "shmaddr = shmat(" +
                            phrase::segmentName(outcome.process, segment->stat.id) + ", NULL, 0)");
}

void explainDenied(Explanation& explanation, const Outcome& outcome) {
    const Segment* segment = phrase::segmentOf(outcome.world, outcome.arg(0));
    if (!segment) return;
    explanation.sentence =
        phrase::segmentPermission(outcome.world, outcome.process, segment->stat) + QLatin1Char(' ');
    const std::uint32_t granted = permissionBits(phrase::permissions(segment->stat),
                                                 outcome.process.uid, outcome.process.gid);
    if (phrase::has(outcome.arg(2), "SHM_EXEC"))
        explanation.sentence += Explain::tr("SHM_EXEC asks for x.");
    else if (phrase::has(outcome.arg(2), "SHM_RDONLY"))
        explanation.sentence += Explain::tr("Attaching needs r at least.");
    else
        explanation.sentence += Explain::tr("Attaching to read and write needs rw; there is no way "
                                            "to attach for writing only.");
    if ((granted & 4) && !phrase::has(outcome.arg(2), "SHM_RDONLY"))
        explanation.fix = phrase::fix(Explain::tr("Attach it read-only"), outcome.process,
                                      "shmaddr = shmat(" +
                                          phrase::segmentName(outcome.process, segment->stat.id) +
                                          ", NULL, SHM_RDONLY)");
}

void explainAttached(Explanation& explanation, const Outcome& outcome) {
    const Segment* segment = phrase::segmentOf(outcome.world, outcome.arg(0));
    if (!segment) return;
    const auto times =
        std::ranges::count(outcome.process.attachments, segment->stat.id, &Attachment::segment);
    const QString where = phrase::address(static_cast<std::uint64_t>(outcome.call.result));
    explanation.severity = Severity::Worth;
    if (segment->stat.dest)
        explanation.sentence =
            Explain::tr("The segment was removed, but it lives as long as it is attached. On Linux "
                        "its id still attaches it; elsewhere that may fail.");
    else if (phrase::has(outcome.arg(2), "SHM_REMAP"))
        explanation.sentence =
            Explain::tr("SHM_REMAP replaced what was mapped at %1, without a word: whatever it "
                        "was, %2 sees the segment there now.")
                .arg(where, outcome.who());
    else if (times > 1)
        explanation.sentence =
            Explain::tr(
                "%1 has attached it %2 times: several addresses, the same memory behind each.")
                .arg(outcome.who())
                .arg(times);
    else if (segment->stat.segsz % segmentPageBytes != 0)
        explanation.sentence =
            Explain::tr("%1 sees it at %2. It has %3, but memory comes in whole pages: bytes up to "
                        "+%4 can be used, and the next one is SIGSEGV.")
                .arg(outcome.who(), where, phrase::bytes(segment->stat.segsz))
                .arg((segment->stat.segsz + segmentPageBytes - 1) / segmentPageBytes *
                         segmentPageBytes -
                     1);
    else {
        explanation.severity = Severity::Plain;
        explanation.sentence =
            Explain::tr("%1 sees the segment at %2 now, as its own memory. Another process mostly "
                        "sees it elsewhere, so a pointer stored in it means nothing there.")
                .arg(outcome.who(), where);
    }
}

} // namespace

void explainShmat(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.error) {
    case 0:
        return explainAttached(explanation, outcome);
    case EINVAL:
        return explainInvalid(explanation, outcome);
    case EACCES:
        return explainDenied(explanation, outcome);
    case ENOMEM:
        explanation.sentence =
            Explain::tr(
                "The address space of %1 has no room for it there, or its limit RLIMIT_AS is "
                "reached.")
                .arg(outcome.who());
        return;
    case EPERM:
        explanation.sentence = Explain::tr("The lowest pages are kept free (vm.mmap_min_addr), so "
                                           "that a NULL pointer always faults.");
        return;
    default:
        return;
    }
}

namespace {

/// The segment that was attached there until now, or nullptr.
const Segment* lettingGo(const Outcome& outcome, std::uint64_t address) {
    const auto& detached = outcome.process.detached;
    const auto was =
        std::find_if(detached.rbegin(), detached.rend(),
                     [address](const Attachment& each) { return each.address == address; });
    return was == detached.rend() ? nullptr : phrase::segmentOf(outcome.world, was->segment);
}

} // namespace

void explainShmdt(Explanation& explanation, const Outcome& outcome) {
    const auto address = static_cast<std::uint64_t>(outcome.arg(0));
    if (outcome.call.error == EINVAL) {
        explanation.sentence =
            Explain::tr("No segment is attached at %1. shmdt wants the very address that shmat "
                        "returned, and takes it once.")
                .arg(phrase::address(address));
        return;
    }
    if (outcome.call.error != 0) return;
    explanation.sentence =
        Explain::tr("%1 no longer sees it at %2: using that address is SIGSEGV from now on. The "
                    "segment stays until IPC_RMID.")
            .arg(outcome.who(), phrase::address(address));
    if (const Segment* left = lettingGo(outcome, address); left && left->stat.dest) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("%1 no longer sees it at %2. The segment was removed already: it lives "
                        "until the last detach, and attachments left are %3.")
                .arg(outcome.who(), phrase::address(address))
                .arg(left->stat.nattch);
    }
    for (const Segment& segment : outcome.world.segments) {
        if (!segment.removed || segment.removedNs < outcome.call.enteredNs) continue;
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr(
                "That was the last detach of the removed segment %1: now it is gone, with all "
                "that was in it.")
                .arg(segment.stat.id);
    }
}

} // namespace ipclab
