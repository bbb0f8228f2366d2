#include "gui/explain/phrase.h"

#include "engine/call/language.h"
#include "engine/world/questions.h"
#include "gui/words/words.h"

#include <algorithm>

namespace ipclab::phrase {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString name(const Process& process) {
    return QStringLiteral("<b>%1</b>").arg(text(process.letter).toHtmlEscaped());
}

QString list(const QStringList& items) {
    if (items.size() < 2) return items.join(QString());
    return Explain::tr("%1 and %2", "the end of a list: A, B and C")
        .arg(items.mid(0, items.size() - 1).join(QStringLiteral(", ")), items.last());
}

QString processes(const World& world, const std::vector<ProcessId>& ids) {
    QStringList names;
    for (const ProcessId id : ids) {
        if (const Process* process = world.process(id)) names << name(*process);
    }
    return list(names);
}

QString whose(const World& world, std::int64_t pid) {
    if (pid == 0) return Explain::tr("nobody", "last sent by nobody");
    for (auto process = world.processes.rbegin(); process != world.processes.rend(); ++process)
        if (process->pid == pid) return Explain::tr("%1 (pid %2)").arg(name(*process)).arg(pid);
    return Explain::tr("pid %1").arg(pid);
}

QString user(const World& world, std::uint32_t uid) {
    for (const Process& process : world.processes) {
        if (process.uid == uid) return text(process.user).toHtmlEscaped();
    }
    return Explain::tr("uid %1").arg(uid);
}

QString octal(std::int64_t mode) {
    return QStringLiteral("%1").arg(mode & 07777, 4, 8, QLatin1Char('0'));
}

QString bits(std::int64_t rwx) {
    QString shown = QStringLiteral("---");
    if (rwx & 4) shown[0] = QLatin1Char('r');
    if (rwx & 2) shown[1] = QLatin1Char('w');
    if (rwx & 1) shown[2] = QLatin1Char('x');
    return shown;
}

QString bytes(std::uint64_t count) {
    return count == 1 ? Explain::tr("1 byte") : Explain::tr("%1 bytes").arg(grouped(count));
}

QString messages(std::uint64_t count) {
    return count == 1 ? Explain::tr("1 message") : Explain::tr("%1 messages").arg(grouped(count));
}

QString types(const Queue& queue) {
    constexpr qsizetype shownTypes = 6; // more make no readable sentence
    QStringList seen;
    bool more = false;
    for (const Message& message : queue.messages) {
        const QString type = QString::number(message.type);
        if (seen.contains(type)) continue;
        more = seen.size() == shownTypes;
        if (more) break;
        seen << type;
    }
    if (more) return Explain::tr("types %1 and others").arg(seen.join(QStringLiteral(", ")));
    return seen.size() == 1 ? Explain::tr("type %1").arg(seen.first())
                            : Explain::tr("types %1").arg(list(seen));
}

QString selection(std::int64_t msgtyp, std::int64_t msgflg) {
    if (has(msgflg, "MSG_COPY")) return Explain::tr("a copy of message number %1").arg(msgtyp);
    if (msgtyp == 0) return Explain::tr("the first message of any type");
    if (msgtyp < 0) {
        // Through unsigned, since the opposite of LONG_MIN is no long.
        const std::uint64_t limit = 0 - static_cast<std::uint64_t>(msgtyp);
        return Explain::tr("the first message of the lowest type up to %1").arg(limit);
    }
    return has(msgflg, "MSG_EXCEPT")
               ? Explain::tr("the first message whose type is not %1").arg(msgtyp)
               : Explain::tr("the first message of type %1").arg(msgtyp);
}

std::int64_t constant(std::string_view constantName) {
    const Constant* found = constantNamed(constantName);
    return found ? found->value : 0;
}

bool has(std::int64_t flags, std::string_view constantName) {
    const std::int64_t value = constant(constantName);
    return value != 0 && (flags & value) == value;
}

const Queue* queueOf(const World& world, std::int64_t id) {
    if (const Queue* queue = world.queue(static_cast<std::int32_t>(id))) return queue;
    const auto found =
        std::ranges::find_if(world.queues.rbegin(), world.queues.rend(),
                             [id](const Queue& queue) { return queue.stat.id == id; });
    return found == world.queues.rend() ? nullptr : &*found;
}

std::string queueName(const Process& process, std::int64_t id) {
    for (const auto& [variable, value] : process.variables) {
        const auto* number = std::get_if<std::int64_t>(&value);
        if (number && *number == id) return variable;
    }
    return std::to_string(id);
}

const Process* whoDid(const World& world, std::string_view command, std::int64_t id,
                      std::int64_t sinceNs) {
    for (const Process& process : world.processes) {
        if (!process.last) continue;
        const CallOutcome& last = *process.last;
        if (last.call.id == CallId::Msgctl && last.call.args[0] == id && last.error == 0 &&
            last.call.args[1] == constant(command) && last.returnedNs >= sinceNs) {
            return &process;
        }
    }
    return nullptr;
}

const Process* someoneElse(const World& world, const Process& process, const Queue& queue,
                           std::uint32_t needs) {
    for (const Process& other : world.processes) {
        if (other.id == process.id || other.state != ProcessState::Ready) continue;
        if ((permissionBits(queue.stat, other.uid, other.gid) & needs) == needs) return &other;
    }
    return nullptr;
}

std::optional<Fix> fix(const QString& label, const Process& by, const std::string& line) {
    auto statement = parseStatement(by.letter + ": " + line);
    if (!statement) return std::nullopt;
    return Fix{label, std::move(*statement), text(by.letter)};
}

} // namespace ipclab::phrase
