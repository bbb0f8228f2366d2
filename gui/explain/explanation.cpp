#include "gui/explain/explanation.h"

#include "engine/base/result.h"
#include "engine/call/language.h"
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
    default:
        return -1;
    }
}

/// Memory that is used like a variable is no call with a result: the line says what happened.
bool isMemory(CallId id) {
    return id == CallId::Store || id == CallId::Load || id == CallId::AtomicAdd ||
           id == CallId::Strcpy || id == CallId::Memcpy || id == CallId::Memset ||
           id == CallId::Printf;
}

/// The line as it was written; empty where it is not known, or too long for a headline.
QString writtenLine(const CallOutcome& outcome) {
    constexpr std::size_t most = 56;
    if (!outcome.statement || outcome.action >= outcome.statement->actions.size()) return {};
    const Action& action = outcome.statement->actions[outcome.action];
    if (!action.call || action.call->id != outcome.call.id) return {};
    const std::string line = print(action);
    return line.size() <= most ? phrase::text(line) : QString();
}

/// "msgsnd(…)"; a store is an operator.
QString callName(const CatalogueEntry& entry) {
    if (entry.id == CallId::Store) return QStringLiteral("*p = …");
    if (entry.id == CallId::Load) return QStringLiteral("*p");
    return phrase::text(entry.name) + QStringLiteral("(…)");
}

QString memoryHeadline(const CallOutcome& outcome) {
    const QString written = writtenLine(outcome);
    const QString line = written.isEmpty() ? callName(entryOf(outcome.call.id)) : written;
    return outcome.call.id == CallId::Load ? QStringLiteral("%1 = %2").arg(line).arg(outcome.result)
                                           : line;
}

QString headlineOf(const Process& process, const CallOutcome& outcome) {
    const QString who = phrase::text(process.letter) + QStringLiteral(": ");
    if (isMemory(outcome.call.id) && outcome.error == 0) return who + memoryHeadline(outcome);
    const CatalogueEntry& entry = entryOf(outcome.call.id);
    const bool isAddress = entry.result == ResultKind::AddressResult && outcome.error == 0;
    const bool isKey = outcome.call.id == CallId::Ftok && outcome.error == 0;
    const QString result =
        isAddress ? QStringLiteral("0x%1").arg(static_cast<quint64>(outcome.result), 0, 16)
        : isKey   ? QStringLiteral("0x%1").arg(static_cast<quint32>(outcome.result), 8, 16,
                                               QLatin1Char('0'))
                  : QString::number(outcome.result);
    QString line = QStringLiteral("%1%2 = %3").arg(who, callName(entry), result);
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
    case CallId::Pipe:
    case CallId::Pipe2:
        return explainPipe(explanation, outcome);
    case CallId::Mkfifo:
        return explainMkfifo(explanation, outcome);
    case CallId::Open:
        return explainOpen(explanation, outcome);
    case CallId::Read:
        return explainRead(explanation, outcome);
    case CallId::Write:
        return explainWrite(explanation, outcome);
    case CallId::Close:
        return explainClose(explanation, outcome);
    case CallId::Dup:
    case CallId::Dup2:
        return explainDup(explanation, outcome);
    case CallId::Fcntl:
        return explainFcntl(explanation, outcome);
    case CallId::Lseek:
        return explainLseek(explanation, outcome);
    case CallId::Fork:
        return explainFork(explanation, outcome);
    case CallId::Wait:
        return explainWait(explanation, outcome);
    case CallId::Setrlimit:
        return explainSetrlimit(explanation, outcome);
    case CallId::Unlink:
        return explainUnlink(explanation, outcome);
    case CallId::Link:
    case CallId::Symlink:
    case CallId::Rename:
    case CallId::Chmod:
        return explainNames(explanation, outcome);
    case CallId::Shmget:
        return explainShmget(explanation, outcome);
    case CallId::Shmat:
        return explainShmat(explanation, outcome);
    case CallId::Shmdt:
        return explainShmdt(explanation, outcome);
    case CallId::Shmctl:
        return explainShmctl(explanation, outcome);
    case CallId::Strcpy:
    case CallId::Memcpy:
    case CallId::Memset:
    case CallId::Strlen:
    case CallId::Printf:
    case CallId::Load:
    case CallId::Store:
    case CallId::AtomicAdd:
        return explainMemory(explanation, outcome);
    case CallId::Ftok:
        return explainFtok(explanation, outcome);
    case CallId::Mprotect:
    case CallId::Munmap:
    case CallId::Exit:
        return; // the result says it all
    }
}

/// The page of the manual: library functions stand in section 3.
QString manualOf(const CatalogueEntry& entry) {
    const std::string_view section = entry.section;
    const std::size_t open = section.find('(');
    if (open == std::string_view::npos) return {};
    return QStringLiteral("man %1 %2")
        .arg(phrase::text(section.substr(open + 1, 1)), phrase::text(entry.name));
}

/// What the catalogue says of the error, where no sentence of the call's own does.
QString catalogueSentence(const CallOutcome& outcome) {
    for (const ErrorEntry& error : entryOf(outcome.call.id).errors)
        if (error.number == outcome.error)
            return Explain::tr("%1 here: %2.")
                .arg(phrase::text(errnoName(outcome.error)),
                     catalogueWords(error.when).toHtmlEscaped());
    return {};
}

} // namespace

Explanation explainOutcome(const World& world, const Process& process, const CallOutcome& outcome,
                           Telling telling) {
    Explanation explanation;
    explanation.headline = headlineOf(process, outcome);
    explanation.manual = manualOf(entryOf(outcome.call.id));
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
    const Queue* queue = id < 0 ? nullptr : phrase::queueOf(world, id);
    explainCall(explanation, Outcome{world, process, outcome, queue, telling});
    if (outcome.error != 0 && explanation.sentence.isEmpty())
        explanation.sentence = catalogueSentence(outcome);
    return explanation;
}

} // namespace ipclab
