#include "gui/stage/words.h"

#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/stage/pipe_words.h"
#include "gui/stage/segment_words.h"
#include "gui/stage/stage_tr.h"
#include "gui/words/process_title.h"
#include "gui/words/words.h"

namespace ipclab::words {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString literal(std::string_view bytes) {
    return text(quoted(bytes));
}

QString number(std::uint64_t value) {
    return grouped(value);
}

namespace {

QStringList asleepFor(double seconds) {
    const QString shown = QString::number(std::max(0.0, seconds), 'f', seconds < 100 ? 1 : 0);
    return {StageTr::tr("asleep %1 s").arg(shown), StageTr::tr("%1 s").arg(shown)};
}

bool countsSeconds(const Process& process) {
    return process.state == ProcessState::Asleep && process.current &&
           process.current->asleepNs != 0;
}

double secondsAsleep(const Process& process, std::int64_t nowNs) {
    return static_cast<double>(nowNs - process.current->asleepNs) / 1e9;
}

} // namespace

QStringList states(const Process& process, std::int64_t nowNs) {
    switch (process.state) {
    case ProcessState::Ready:
        return {StageTr::tr("ready")};
    case ProcessState::Held:
        return {StageTr::tr("held")};
    case ProcessState::InKernel:
        return {StageTr::tr("in kernel")};
    case ProcessState::Stopped:
        return {StageTr::tr("stopped")};
    case ProcessState::Exited:
        return {StageTr::tr("exited with %1").arg(process.endCode),
                StageTr::tr("exit %1").arg(process.endCode)};
    case ProcessState::Killed:
        return {StageTr::tr("killed %1").arg(text(signalName(process.endCode))),
                text(signalName(process.endCode))};
    case ProcessState::Asleep:
        break;
    }
    if (!countsSeconds(process)) return {StageTr::tr("asleep")};
    return asleepFor(secondsAsleep(process, nowNs));
}

QString state(const Process& process, std::int64_t nowNs) {
    return states(process, nowNs).front();
}

std::vector<int> pillWidths(const Metrics& metrics, const Process& process, std::int64_t nowNs) {
    QStringList shown = states(process, nowNs);
    if (countsSeconds(process)) {
        // From 10 s on there is a digit more, and no event tells when that is.
        shown = asleepFor(std::max(10.0, secondsAsleep(process, nowNs)));
        for (QString& each : shown)
            for (QChar& c : each)
                if (c.isDigit()) c = '0';
    }
    const int moon = process.state == ProcessState::Asleep ? metrics.px(13) : 0;
    std::vector<int> to;
    for (const QString& each : shown)
        to.push_back(metrics.smallStrong.width(each) + moon + metrics.px(16));
    return to;
}

int usualPillWidth(const Metrics& metrics) {
    const int asleep = metrics.smallStrong.width(asleepFor(0).back()) + metrics.px(13);
    return std::max({metrics.smallStrong.width(StageTr::tr("ready")),
                     metrics.smallStrong.width(StageTr::tr("in kernel")), asleep}) +
           metrics.px(16);
}

QString kill() {
    return StageTr::tr("kill");
}
int killWidth(const Metrics& metrics) {
    return metrics.small.width(kill()) + metrics.px(12);
}

bool isZombie(const World& world, const Process& process) {
    if (process.alive() || process.parent == 0 || process.reaped) return false;
    const Process* parent = world.process(process.parent);
    return parent && parent->alive();
}

QString title(const World& world, const Process& process) {
    const Process* parent = process.parent ? world.process(process.parent) : nullptr;
    return processTitle(process.label, process.letter, parent ? parent->letter : std::string());
}

QStringList under(const World& world, const Process& process) {
    const QString who = StageTr::tr("pid %1 · %2").arg(process.pid).arg(text(process.user));
    const Process* parent = process.parent ? world.process(process.parent) : nullptr;
    if (isZombie(world, process))
        return {StageTr::tr("%1 · zombie: %2 has not waited for it").arg(who, text(parent->letter)),
                StageTr::tr("zombie: %1 has not waited for it").arg(text(parent->letter)),
                StageTr::tr("zombie")};
    const QStringList shorter{who, text(process.user)};
    if (!parent) return shorter;
    return QStringList(StageTr::tr("%1 · forked by %2").arg(who).arg(parent->pid)) + shorter;
}

namespace {

/// The line as it was written, where the process still has it; else with literal numbers.
QString written(const std::shared_ptr<const Statement>& statement, std::size_t index,
                const ResolvedCall& call) {
    if (statement && index < statement->actions.size()) {
        const Action& action = statement->actions[index];
        if (action.call && action.call->id == call.id) return text(print(action));
    }
    return text(printResolved(call));
}

} // namespace

namespace {

bool returnsItsArgument(CallId id) {
    return id == CallId::Strcpy || id == CallId::Memcpy || id == CallId::Memset;
}

/// What gives an address gives it as the card's other addresses stand there. A store is no call:
/// what it wrote stands in the line, and after a change what memory holds now.
QString resultText(const CallOutcome& last) {
    const CallId id = last.call.id;
    if (id == CallId::Store)
        return last.call.args[3] == '=' ? QString()
                                        : QStringLiteral(" → ") + QString::number(last.result);
    if (entryOf(id).result == ResultKind::AddressResult && last.error == 0)
        return QStringLiteral(" = ") + address(static_cast<std::uint64_t>(last.result));
    if (id == CallId::Ftok && last.error == 0)
        return QStringLiteral(" = 0x%1").arg(static_cast<quint32>(last.result), 8, 16,
                                             QLatin1Char('0'));
    return QStringLiteral(" = ") + QString::number(last.result);
}

bool keptInVariable(const CallOutcome& last) {
    if (!last.statement || last.action >= last.statement->actions.size()) return false;
    return !last.statement->actions[last.action].target.empty();
}

} // namespace

CallLine call(const Process& process) {
    if (process.current) {
        const CallInProgress& now = *process.current;
        const bool known = process.given && now.ref >= process.given->first;
        return {written(known ? process.given->statement : nullptr,
                        known ? now.ref - process.given->first : 0, now.call),
                QStringLiteral(" …")};
    }
    if (process.state == ProcessState::Held && process.given && process.given->statement)
        return {text(process.given->statement->source), {}};
    if (process.unfinished) {
        const CallOutcome& cut = *process.unfinished;
        return {written(cut.statement, cut.action, cut.call),
                QStringLiteral(" ") + StageTr::tr("never returned")};
    }
    if (!process.last) return {};
    const CallOutcome& last = *process.last;
    QString result = resultText(last);
    if (last.refused)
        result = QStringLiteral(" ") + StageTr::tr("refused by the lab");
    else if (last.error != 0)
        result += ' ' + text(errnoName(last.error));
    const bool went = last.error == 0 && !last.refused;
    return {written(last.statement, last.action, last.call), result,
            went && (keptInVariable(last) || returnsItsArgument(last.call.id))};
}

bool callFailed(const Process& process) {
    return !process.current && !process.unfinished && process.last &&
           (process.last->error != 0 || process.last->refused);
}

QString letter(const World& world, ProcessId id) {
    const Process* process = world.process(id);
    return process ? text(process->letter) : StageTr::tr("outside");
}

QString owner(const World& world, std::uint32_t uid) {
    for (const Process& process : world.processes)
        if (process.uid == uid && !process.user.empty()) return text(process.user);
    return StageTr::tr("uid %1").arg(uid);
}

QString rate(double perSecond) {
    const double rounded = perSecond >= 1000 ? perSecond / 100 : perSecond;
    const auto whole = static_cast<std::uint64_t>(std::llround(rounded));
    return StageTr::tr("%1/s").arg(number(perSecond >= 1000 ? whole * 100 : whole));
}

QString userSpace() {
    return StageTr::tr("USER SPACE");
}
QString kernelSpace() {
    return StageTr::tr("KERNEL SPACE");
}
QString boundary() {
    return StageTr::tr("system-call boundary");
}
QString privateNamespace() {
    return StageTr::tr("private IPC namespace");
}

QString past(std::uint64_t position, std::uint64_t total) {
    return StageTr::tr("Earlier moment · event %1 of %2").arg(number(position), number(total));
}

QString outside(std::int32_t pid) {
    return pid > 0 ? StageTr::tr("outside, pid %1").arg(pid) : StageTr::tr("outside");
}

QString spoken(const World& world, std::int64_t nowNs) {
    QStringList to;
    for (const Process& process : world.processes) {
        to << StageTr::tr("Process %1 %2, %3.")
                  .arg(text(process.letter), text(process.label), state(process, nowNs));
        if (const CallLine line = call(process); !line.call.isEmpty())
            to.back() += ' ' + line.whole();
    }
    for (const Queue& queue : world.queues) {
        if (queue.removed) continue;
        to << StageTr::tr("Queue id %1, %n message(s).", nullptr,
                          static_cast<int>(queue.messages.size()))
                  .arg(queue.stat.id);
        for (const SleeperLine& line : sleeperLines(world, queue))
            to << line.text;
    }
    for (const Pipe& pipe : world.pipes)
        if (!pipe.gone) to << spokenPipe(world, pipe);
    return to.join('\n');
}

} // namespace ipclab::words
