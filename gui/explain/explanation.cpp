#include "gui/explain/explanation.h"

#include "engine/base/result.h"
#include "gui/explain/outcome.h"
#include "gui/words/words.h"

namespace ipclab {

namespace {

/// Where the queue stands among the call's arguments; msgget names it by its result.
std::int64_t queueIdOf(const CallOutcome& outcome) {
    switch (outcome.call.id) {
    case CallId::Msgget:
        return outcome.result;
    case CallId::Msgsnd:
    case CallId::Msgrcv:
    case CallId::Msgctl:
        return outcome.call.args[0];
    case CallId::Kill:
    case CallId::Sigaction:
    default:
        break;
    }
    return -1;
}

QString headlineOf(const Process& process, const CallOutcome& outcome) {
    const CatalogueEntry& entry = entryOf(outcome.call.id);
    QString line = QStringLiteral("%1: %2(…) = %3")
                       .arg(phrase::text(process.letter), phrase::text(entry.name))
                       .arg(outcome.result);
    if (outcome.error != 0) line += QLatin1Char(' ') + phrase::text(errnoName(outcome.error));
    return line;
}

void explainCall(Explanation& explanation, const Outcome& outcome) {
    switch (outcome.call.call.id) {
    case CallId::Msgget:
        return explainMsgget(explanation, outcome);
    case CallId::Msgsnd:
        return explainMsgsnd(explanation, outcome);
    case CallId::Msgrcv:
        return explainMsgrcv(explanation, outcome);
    case CallId::Msgctl:
        return explainMsgctl(explanation, outcome);
    case CallId::Kill:
        return explainKill(explanation, outcome);
    case CallId::Sigaction:
        return explainSigaction(explanation, outcome);
    default:
        break;
    }
}

} // namespace

Explanation explainOutcome(const World& world, const Process& process, const CallOutcome& outcome) {
    Explanation explanation;
    explanation.headline = headlineOf(process, outcome);
    explanation.manual =
        QStringLiteral("man 2 %1").arg(phrase::text(entryOf(outcome.call.id).name));
    explanation.severity =
        outcome.error != 0 || outcome.refused ? Severity::Error : Severity::Plain;
    if (outcome.refused) {
        explanation.sentence =
            Explain::tr("The lab refused the call before the kernel saw it: %1. This limit is the "
                        "lab's own.")
                .arg(engineWords(outcome.data).toHtmlEscaped());
        return explanation;
    }
    const std::int64_t id = queueIdOf(outcome);
    explainCall(explanation,
                Outcome{world, process, outcome, id < 0 ? nullptr : phrase::queueOf(world, id)});
    return explanation;
}

} // namespace ipclab
