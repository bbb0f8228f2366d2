#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"
#include "gui/words/words.h"

#include <algorithm>

namespace ipclab::words {
namespace {

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

/// "12 µs", "3.4 ms", "2.0 s"
QString length(std::int64_t ns) {
    const auto value = static_cast<double>(std::max<std::int64_t>(ns, 0));
    if (value < 1e6) return QString::number(value / 1e3, 'f', 0) + QStringLiteral(" µs");
    if (value < 1e9) return QString::number(value / 1e6, 'f', 1) + QStringLiteral(" ms");
    return QString::number(value / 1e9, 'f', 1) + QStringLiteral(" s");
}

/// One was done before the next began, as the times of their calls say.
RaceWords oneAfterTheOther(const World& world, const Race& seen, const QString& where) {
    if (!seen.over) return {};
    RaceWords to;
    to.headline = StageTr::tr("Not at the same time.");
    const std::size_t last = seen.processes.size() - 1;
    to.numbers = StageTr::tr("%1 was done %2 before %3 began.")
                     .arg(letter(world, seen.processes[last - 1]), length(seen.gapNs),
                          letter(world, seen.processes[last]));
    to.why = seen.lost() == 0
                 ? StageTr::tr("Together they added %1, and none was lost: %2 says %3. With more "
                               "rounds they meet.")
                       .arg(groupedSigned(seen.added), where, groupedSigned(seen.after))
                 : StageTr::tr("Together they added %1; %2 says %3.")
                       .arg(groupedSigned(seen.added), where, groupedSigned(seen.after));
    return to;
}

} // namespace

RaceWords race(const World& world, const Segment& segment) {
    if (!segment.race || segment.race->processes.size() < 2) return {};
    const Race& seen = *segment.race;
    const QString who = together(world, seen.processes);
    const QString where = StageTr::tr("the %1 at +%2").arg(widthName(seen.width)).arg(seen.offset);
    if (seen.apart) return oneAfterTheOther(world, seen, where);
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
                     .arg(who, groupedSigned(seen.added), where, groupedSigned(seen.after),
                          groupedSigned(seen.before + seen.added));
    if (!to.lost)
        to.numbers = StageTr::tr("%1 together added %2; %3 says %4.")
                         .arg(who, groupedSigned(seen.added), where, groupedSigned(seen.after));
    if (to.lost)
        to.why = StageTr::tr("%1 are lost: load, add and store are three steps, and the other "
                             "process may run between them.")
                     .arg(groupedSigned(seen.lost()));
    else if (seen.atomic)
        to.why = StageTr::tr("An atomic addition is one step: no other process can come between.");
    else
        to.why = StageTr::tr("It went well this time: nothing keeps the other process from coming "
                             "between load and store.");
    return to;
}

} // namespace ipclab::words
