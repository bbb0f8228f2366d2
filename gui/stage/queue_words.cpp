#include "gui/stage/stage_tr.h"
#include "gui/stage/words.h"
#include "gui/words/words.h"

#include "engine/call/catalogue.h"
#include "engine/world/questions.h"

#include <algorithm>
#include <cerrno>
#include <set>

namespace ipclab::words {
namespace {

bool excepts(const ResolvedCall& call) {
    const Constant* except = constantNamed("MSG_EXCEPT");
    return except && call.args[3] & except->value && call.args[2] > 0;
}

QString waitsFor(const QString& who, const ResolvedCall& call) {
    if (call.id == CallId::Msgsnd)
        return StageTr::tr("%1 waits for room: %2 B").arg(who).arg(call.args[2]);
    const std::int64_t type = call.args[2];
    if (type == 0) return StageTr::tr("%1 waits for any type").arg(who);
    if (type < 0)
        return StageTr::tr("%1 waits for type ≤ %2")
            .arg(who)
            .arg(-static_cast<double>(type), 0, 'f', 0);
    if (excepts(call)) return StageTr::tr("%1 waits for any type but %2").arg(who).arg(type);
    return StageTr::tr("%1 waits for type %2").arg(who).arg(type);
}

QString whyAsleep(const Queue& queue, const ResolvedCall& call) {
    if (call.id == CallId::Msgsnd) {
        const std::uint64_t free =
            queue.stat.qbytes - std::min(queue.stat.qbytes, queue.stat.cbytes);
        return StageTr::tr("%1 of %2 B are free").arg(free).arg(queue.stat.qbytes);
    }
    if (queue.messages.empty()) return StageTr::tr("the queue is empty");
    QStringList types;
    for (const Message& message : queue.messages) {
        const QString type = QString::number(message.type);
        if (!types.contains(type)) types << type;
        if (types.size() == 5) break;
    }
    if (types.size() == 1) return StageTr::tr("type %1 does not match").arg(types.front());
    return StageTr::tr("none of %1 matches").arg(types.join(QStringLiteral(", ")));
}

QString takenBy(const Queue& queue, std::int64_t type) {
    const auto index = wouldTake(queue, type);
    if (!index) return StageTr::tr("nothing");
    const QString shown = tokenText(queue.messages[*index]);
    constexpr qsizetype most = 14;
    return shown.size() > most ? shown.left(most - 1) + QStringLiteral("…") : shown;
}

/// Who slept on the queue when it was removed, and got this.
QStringList cutWith(int error, const World& world, const Queue& queue) {
    QStringList to;
    for (const CutByRemoval& each : queue.cut)
        if (each.error == error) to << letter(world, each.process);
    return to;
}

} // namespace

QString queueGone(const World& world, const Queue& queue) {
    QStringList to{
        StageTr::tr("Gone, with %n message(s).", nullptr, static_cast<int>(queue.stat.qnum))};
    const QString comma = QStringLiteral(", ");
    if (const QStringList woken = cutWith(EIDRM, world, queue); !woken.isEmpty())
        to << StageTr::tr("Who slept on it woke with EIDRM: %1.").arg(woken.join(comma));
    if (const QStringList late = cutWith(EINVAL, world, queue); !late.isEmpty())
        to << StageTr::tr("Who began the call anew got EINVAL: %1.").arg(late.join(comma));
    to << StageTr::tr("Its id gives EINVAL from now on.");
    return to.join(u' ');
}

QString modeLetters(std::uint32_t mode) {
    QString to;
    for (int bit = 8; bit >= 0; --bit)
        to += mode >> bit & 1U ? QChar("xwr"[bit % 3]) : QChar('-');
    return to;
}

QString keyText(std::int32_t key) {
    if (key == 0) return QStringLiteral("IPC_PRIVATE");
    // Eight digits, as ipcs and the card of the keys show it.
    return QStringLiteral("0x%1 (%2)")
        .arg(static_cast<std::uint32_t>(key), 8, 16, QLatin1Char('0'))
        .arg(key);
}

QString queueTitle(const Queue&) {
    return StageTr::tr("Message queue");
}

QStringList queueMeta(const World& world, const Queue& queue) {
    const QueueStat& stat = queue.stat;
    const QString mode = QString::number(stat.mode & 0777, 8).rightJustified(4, '0');
    const QString who = owner(world, stat.uid);
    return {StageTr::tr("key %1 · id %2 · %3 %4 · owner %5")
                .arg(keyText(stat.key))
                .arg(stat.id)
                .arg(modeLetters(stat.mode), mode, who),
            StageTr::tr("key %1 · id %2 · %3 · %4").arg(stat.key).arg(stat.id).arg(mode, who),
            StageTr::tr("id %1 · %2 · %3").arg(stat.id).arg(mode, who),
            StageTr::tr("id %1").arg(stat.id)};
}

QStringList headLabel() {
    return {StageTr::tr("head"), StageTr::tr("copied out ←")};
}
QStringList tailLabel() {
    return {StageTr::tr("tail"), StageTr::tr("← copied in")};
}

std::vector<SleeperLine> sleeperLines(const World& world, const Queue& queue) {
    using Kind = SleeperLine::Kind;
    constexpr std::size_t most = 3;
    std::vector<SleeperLine> to{{Kind::Headline, StageTr::tr("Asleep on this queue")}};
    std::size_t count = 0;
    for (const ProcessId id : queue.sleepers) {
        const Process* process = world.process(id);
        if (!process || !process->current) continue;
        if (++count > most) continue;
        to.push_back({Kind::Who, waitsFor(text(process->letter), process->current->call)});
        if (count == 1) to.push_back({Kind::Why, whyAsleep(queue, process->current->call)});
    }
    if (count > most) to.push_back({Kind::Why, StageTr::tr("and %1 more").arg(count - most)});
    if (count == 0) to.clear();
    return to;
}

QStringList fillTexts(const Queue& queue) {
    const QueueStat& stat = queue.stat;
    const QString bytes = QStringLiteral("%1 / %2 B").arg(stat.cbytes).arg(stat.qbytes);
    return {QStringLiteral("%1  msg_qnum %2 · lspid %3 · lrpid %4")
                .arg(bytes)
                .arg(stat.qnum)
                .arg(stat.lspid)
                .arg(stat.lrpid),
            QStringLiteral("%1 · msg_qnum %2").arg(bytes).arg(stat.qnum), bytes};
}

QString queueNote(const Queue& queue) {
    QStringList to;
    if (queue.outsideChanges > 0)
        to << (queue.outsideChanges == 1
                   ? StageTr::tr("changed from outside")
                   : StageTr::tr("changed from outside ×%1").arg(queue.outsideChanges));
    if (!queue.contentsKnown && !queue.removed)
        to << (queue.missing.empty() ? StageTr::tr("contents not compared with the kernel")
                                     : StageTr::tr("contents not compared with the kernel: %1")
                                           .arg(engineWords(queue.missing)));
    return to.join(QStringLiteral(" · "));
}

std::vector<Run> takes(const World&, const Queue& queue) {
    if (queue.messages.empty())
        return {{StageTr::tr("Empty: msgrcv would sleep, or fail with ENOMSG under IPC_NOWAIT"),
                 false}};
    std::set<std::int64_t> types;
    for (const Message& message : queue.messages) {
        types.insert(message.type);
        if (types.size() > 8) break;
    }
    const std::int64_t shown = types.size() > 1 ? *std::next(types.begin()) : *types.begin();
    const auto separator = Run{QStringLiteral("  ·  "), false};
    const auto arrow = [&](std::int64_t type) {
        return Run{QStringLiteral(" → ") + takenBy(queue, type), false};
    };
    std::vector<Run> to{
        {StageTr::tr("Would be taken next by msgtyp") + QStringLiteral("  "), false}};
    to.insert(to.end(), {{QStringLiteral("0"), true}, arrow(0), separator});
    to.insert(to.end(), {{QString::number(shown), true}, arrow(shown), separator});
    to.insert(to.end(), {{QString::number(-shown), true}, arrow(-shown)});
    to.push_back({' ' + StageTr::tr("(lowest type ≤ %1)").arg(shown), false});
    return to;
}

std::vector<Run> takesHidden() {
    return {{StageTr::tr("What msgrcv would take next: predict first"), false}};
}

QString tokenText(const Message& message) {
    return message.textKnown ? literal(message.text) : StageTr::tr("(not readable)");
}

QString tokenHead(const World& world, const Message& message) {
    return QStringLiteral("%1 · %2 B").arg(letter(world, message.sender)).arg(message.size);
}

QString tokenTip(const World& world, const Message& message) {
    const Process* sender = world.process(message.sender);
    const QString from =
        sender ? StageTr::tr("from %1, pid %2").arg(text(sender->letter)).arg(sender->pid)
               : StageTr::tr("from outside the lab");
    QString shown = tokenText(message);
    if (shown.size() > 400) shown = shown.left(400) + QStringLiteral("…");
    return StageTr::tr("mtype %1 · %2 B · %3\n%4")
        .arg(message.type)
        .arg(message.size)
        .arg(from, shown);
}

} // namespace ipclab::words
