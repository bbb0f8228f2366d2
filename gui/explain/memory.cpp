// Memory that is used like a variable: no call, no copy, and nobody to say no.
#include "gui/explain/outcome.h"
#include "gui/explain/segment_phrase.h"
#include "gui/words/words.h"

namespace ipclab {

namespace {

/// The race that this burst took part in, when it is over.
const Race* raceOf(const Outcome& outcome, const Segment& segment) {
    if (!segment.race || !segment.race->over || segment.race->apart) return nullptr;
    for (const ProcessId each : segment.race->processes)
        if (each == outcome.process.id) return &*segment.race;
    return nullptr;
}

void explainRace(Explanation& explanation, const World& world, const Race& race) {
    explanation.severity = Severity::Worth;
    const QString who = phrase::processes(world, race.processes);
    if (race.atomic) {
        explanation.headline = Explain::tr("No update was lost.");
        explanation.sentence =
            Explain::tr("%1 added %2 together, and the counter has grown by %3. An atomic "
                        "addition is one step that no other processor gets into.")
                .arg(who, groupedSigned(race.added), groupedSigned(race.after - race.before));
        return;
    }
    if (race.lost() == 0) {
        explanation.sentence =
            Explain::tr("%1 added %2 together, and none was lost: they hardly ran at the same "
                        "time. Try it with more rounds.")
                .arg(who, groupedSigned(race.added));
        return;
    }
    explanation.headline = Explain::tr("Lost update.");
    explanation.sentence =
        Explain::tr("%1 added %2 together; the counter has grown by %3, so %4 are lost. Load, add "
                    "and store are three steps, and the other process may run between them.")
            .arg(who, groupedSigned(race.added), groupedSigned(race.after - race.before),
                 groupedSigned(race.lost()));
}

/// Given to several processes at once, and yet they did not meet.
bool ranOneAfterTheOther(const Outcome& outcome) {
    const bool adds = outcome.call.call.id == CallId::Store && outcome.call.call.args[3] != '=';
    return adds && outcome.call.statement && outcome.call.statement->processes.size() > 1;
}

bool writes(const ResolvedCall& call) {
    switch (call.id) {
    case CallId::Strcpy:
    case CallId::Memcpy:
    case CallId::Memset:
        return (call.flags & intoVariable) == 0;
    case CallId::Store:
    case CallId::AtomicAdd:
        return true;
    default:
        return false;
    }
}

const Segment* segmentAt(const Outcome& outcome) {
    const Attachment* attachment =
        phrase::attachmentAt(outcome.process, static_cast<std::uint64_t>(outcome.arg(0)));
    return attachment ? phrase::segmentOf(outcome.world, attachment->segment) : nullptr;
}

} // namespace

void explainMemory(Explanation& explanation, const Outcome& outcome) {
    explanation.manual.clear();
    const bool written = writes(outcome.call.call);
    const bool loaded = outcome.call.call.id == CallId::Load;
    const Segment* segment = written || loaded ? segmentAt(outcome) : nullptr;
    if (segment)
        if (const Race* race = raceOf(outcome, *segment))
            return explainRace(explanation, outcome.world, *race);
    if (!written) return explainMemoryRead(explanation, outcome);
    if (!segment) return;
    if (ranOneAfterTheOther(outcome)) {
        explanation.severity = Severity::Worth;
        explanation.sentence =
            Explain::tr("%1 ran alone: the other was over already, or began later, so no update "
                        "was lost. With more rounds they meet.")
                .arg(outcome.who());
        return;
    }
    explanation.sentence = Explain::tr(
        "The bytes are in the segment, where each process that has attached it sees them "
        "at once. The kernel took no part: no call, no copy, and nobody was woken.");
}

} // namespace ipclab
