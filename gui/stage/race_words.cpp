#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"

namespace ipclab::words {
namespace {

QString signedNumber(std::int64_t value) {
    if (value >= 0) return number(static_cast<std::uint64_t>(value));
    return QChar(0x2212) + number(~static_cast<std::uint64_t>(value) + 1);
}

QString widthName(std::uint8_t width) {
    switch (width) {
    case 1:
        return QStringLiteral("char");
    case 2:
        return QStringLiteral("short");
    case 8:
        return QStringLiteral("long");
    default:
        return QStringLiteral("int");
    }
}

/// "A and B", "A, B and C"
QString together(const World& world, const std::vector<ProcessId>& processes) {
    QString to;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        const QString who = letter(world, processes[i]);
        if (i == 0)
            to = who;
        else if (i + 1 == processes.size())
            to = StageTr::tr("%1 and %2").arg(to, who);
        else
            to += QStringLiteral(", ") + who;
    }
    return to;
}

} // namespace

RaceWords race(const World& world, const Segment& segment) {
    if (!segment.race || segment.race->processes.size() < 2) return {};
    const Race& seen = *segment.race;
    const QString who = together(world, seen.processes);
    const QString where = StageTr::tr("the %1 at +%2").arg(widthName(seen.width)).arg(seen.offset);
    if (!seen.over)
        return {StageTr::tr("At the same time."),
                StageTr::tr("%1 are adding to %2.").arg(who, where),
                seen.atomic ? QString()
                            : StageTr::tr("Each loads, adds and stores, and nobody waits for "
                                          "the other."),
                false};
    RaceWords to;
    to.lost = seen.lost() != 0;
    to.headline = to.lost ? StageTr::tr("Lost update.") : StageTr::tr("No update lost.");
    to.numbers = StageTr::tr("%1 together added %2; %3 says %4, not %5.")
                     .arg(who, signedNumber(seen.added), where, signedNumber(seen.after),
                          signedNumber(seen.before + seen.added));
    if (!to.lost)
        to.numbers = StageTr::tr("%1 together added %2; %3 says %4.")
                         .arg(who, signedNumber(seen.added), where, signedNumber(seen.after));
    if (to.lost)
        to.why = StageTr::tr("%1 are lost: load, add and store are three steps, and the other "
                             "process may run between them.")
                     .arg(signedNumber(seen.lost()));
    else if (seen.atomic)
        to.why = StageTr::tr("An atomic addition is one step: no other process can come between.");
    else
        to.why = StageTr::tr("It went well this time: nothing keeps the other process from coming "
                             "between load and store.");
    return to;
}

} // namespace ipclab::words
