// Memory that is used like a variable: no call, no copy, and nobody to say no.
#include "gui/explain/outcome.h"
#include "gui/explain/segment_phrase.h"

#include <QLocale>

namespace ipclab {

namespace {

QString number(std::int64_t value) {
    return QLocale().toString(qlonglong(value));
}

/// The race that this burst took part in, when it is over.
const Race* raceOf(const Outcome& outcome, const Segment& segment) {
    if (!segment.race || !segment.race->over) return nullptr;
    for (const ProcessId each : segment.race->processes)
        if (each == outcome.process.id) return &*segment.race;
    return nullptr;
}

void explainRace(Explanation& explanation, const World& world, const Race& race) {
    explanation.severity = Severity::Worth;
    const QString who = phrase::processes(world, race.processes);
    if (race.atomic) {
        explanation.sentence =
            Explain::tr(
                "<b>No update was lost.</b> %1 added %2 together, and the counter has grown "
                "by %3. An atomic addition is one step that no other processor gets into.")
                .arg(who, number(race.added), number(race.after - race.before));
        return;
    }
    explanation.sentence =
        race.lost() == 0
            ? Explain::tr(
                  "%1 added %2 together, and none was lost: they hardly ran at the same time. "
                  "Try it with more rounds.")
                  .arg(who, number(race.added))
            : Explain::tr(
                  "<b>Lost update.</b> %1 added %2 together; the counter has grown by %3, so "
                  "%4 are lost. Load, add and store are three steps, and the other process "
                  "may run between them.")
                  .arg(who, number(race.added), number(race.after - race.before),
                       number(race.lost()));
}

bool writes(CallId call) {
    switch (call) {
    case CallId::Strcpy:
    case CallId::Memcpy:
    case CallId::Memset:
    case CallId::Store:
    case CallId::AtomicAdd:
        return true;
    default:
        return false;
    }
}

} // namespace

void explainMemory(Explanation& explanation, const Outcome& outcome) {
    explanation.manual.clear();
    const Attachment* attachment =
        phrase::attachmentAt(outcome.process, static_cast<std::uint64_t>(outcome.arg(0)));
    const Segment* segment =
        attachment ? phrase::segmentOf(outcome.world, attachment->segment) : nullptr;
    if (!segment) return;
    if (const Race* race = raceOf(outcome, *segment))
        return explainRace(explanation, outcome.world, *race);
    if (!writes(outcome.call.call.id)) {
        explanation.sentence =
            Explain::tr("%1 read its own memory, and that is the segment: no call, no copy through "
                        "the kernel.")
                .arg(outcome.who());
        return;
    }
    explanation.sentence = Explain::tr(
        "The bytes are in the segment, where each process that has attached it sees them "
        "at once. The kernel took no part: no call, no copy, and nobody was woken.");
}

} // namespace ipclab
