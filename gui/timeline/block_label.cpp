// What a block says of its call: as short as it can be.
#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "gui/timeline/block.h"
#include "gui/words/words.h"

#include <QCoreApplication>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Timeline)
};

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString nameOf(const ResolvedCall& call) {
    return fromUtf8(entryOf(call.id).name);
}

/// Whether a constant of the catalogue has this value.
bool is(std::string_view name, std::int64_t value) {
    const Constant* constant = constantNamed(name);
    return constant && constant->value == value;
}

bool hasFlag(std::string_view name, std::int64_t value) {
    const Constant* constant = constantNamed(name);
    return constant && (value & constant->value) != 0;
}

QString controlLabel(const ResolvedCall& call) {
    const std::int64_t command = call.args[1];
    if (is("IPC_SET", command))
        return QStringLiteral("IPC_SET %1").arg(call.args[2], 4, 8, QLatin1Char('0'));
    for (const char* name : {"IPC_RMID", "IPC_STAT", "SHM_LOCK", "SHM_UNLOCK"})
        if (is(name, command)) return QString::fromLatin1(name);
    return nameOf(call) + QStringLiteral(" %1").arg(command);
}

/// What the descriptor's control is about: "F_SETPIPE_SZ 4096".
QString descriptorControl(const ResolvedCall& call) {
    for (const char* name : {"F_GETPIPE_SZ", "F_SETPIPE_SZ", "F_GETFL", "F_SETFL"})
        if (is(name, call.args[1])) return QString::fromLatin1(name);
    return nameOf(call) + QStringLiteral(" %1").arg(call.args[1]);
}

QString times(std::int64_t count, const QString& what) {
    if (count <= 1) return what;
    return QStringLiteral("%1 × %2").arg(groupedSigned(count), what);
}

QString storeLabel(const ResolvedCall& call) {
    const auto operation = static_cast<char>(call.args[3]);
    if (operation == '=') return QStringLiteral("store %1").arg(call.args[2]);
    return times(call.args[4],
                 QStringLiteral("(*p %1= %2)").arg(QLatin1Char(operation)).arg(call.args[2]));
}

/// The call without its result: what stands in front of an errno.
QString shortName(const ResolvedCall& call) {
    switch (call.id) {
    case CallId::Msgsnd:
        return QStringLiteral("snd");
    case CallId::Msgrcv:
        return QStringLiteral("rcv");
    case CallId::Msgctl:
    case CallId::Shmctl:
        return controlLabel(call);
    case CallId::Kill:
        return QStringLiteral("kill %1").arg(fromUtf8(signalName(static_cast<int>(call.args[1]))));
    case CallId::Sigaction:
        return QStringLiteral("sigaction %1")
            .arg(fromUtf8(signalName(static_cast<int>(call.args[0]))));
    case CallId::Close:
    case CallId::Exit:
        return nameOf(call) + QStringLiteral(" %1").arg(call.args[0]);
    case CallId::Dup2:
        return QStringLiteral("dup2 %1→%2").arg(call.args[0]).arg(call.args[1]);
    case CallId::Fcntl:
        return descriptorControl(call);
    case CallId::Shmat:
        return hasFlag("SHM_RDONLY", call.args[2]) ? QStringLiteral("shmat ro") : nameOf(call);
    case CallId::Memset:
        return QStringLiteral("memset %1 B").arg(call.args[2]);
    case CallId::Memcpy:
        return QStringLiteral("memcpy %1 B").arg(call.args[2]);
    case CallId::Store:
        return storeLabel(call);
    case CallId::AtomicAdd:
        return times(call.args[3], QStringLiteral("(atomic += %1)").arg(call.args[2]));
    default:
        return nameOf(call);
    }
}

/// Whether the result is what one wants to read: an identifier, a descriptor, a pid.
bool givesNumber(CallId id) {
    switch (id) {
    case CallId::Msgget:
    case CallId::Shmget:
    case CallId::Open:
    case CallId::Dup:
    case CallId::Fork:
    case CallId::Wait:
    case CallId::Load:
        return true;
    default:
        return false;
    }
}

/// How many bytes went: "read 11".
bool givesBytes(CallId id) {
    return id == CallId::Read || id == CallId::Write || id == CallId::Printf;
}

} // namespace

QString blockLabel(const Block& block) {
    if (block.count > 1 || block.nameless) return QStringLiteral("×") + grouped(block.count);
    const CallId id = block.call.id;
    const QString name = shortName(block.call);
    if (block.error != 0) return name + QLatin1Char(' ') + fromUtf8(errnoName(block.error));
    if (block.refused) return Words::tr("%1 refused").arg(name);
    if (block.cutOff && id == CallId::Exit) return name; // as it should be
    if (block.cutOff) return Words::tr("%1 never returned").arg(name);
    if (id == CallId::Msgsnd) return QStringLiteral("%1 %2").arg(name).arg(block.call.args[1]);
    if (id == CallId::Msgrcv)
        return QStringLiteral("%1 %2").arg(name).arg(block.open() ? block.call.args[2]
                                                                  : block.mtype);
    if (block.open()) return name;
    if (givesNumber(id)) return QStringLiteral("%1 = %2").arg(name).arg(block.result);
    if (givesBytes(id)) return QStringLiteral("%1 %2").arg(name).arg(block.result);
    if (id == CallId::Ftok)
        return QStringLiteral("ftok = 0x%1")
            .arg(static_cast<std::uint32_t>(block.result), 8, 16, QLatin1Char('0'));
    return name;
}

QString sleepLabel(const Block& block) {
    if (block.call.id == CallId::Msgrcv)
        return Words::tr("asleep in msgrcv, type %1").arg(block.call.args[2]);
    if (block.call.id == CallId::Msgsnd)
        return Words::tr("asleep in msgsnd, %n byte(s)", nullptr,
                         static_cast<int>(block.call.args[2]));
    if (block.call.id == CallId::Read || block.call.id == CallId::Write)
        return Words::tr("asleep in %1, descriptor %2")
            .arg(nameOf(block.call))
            .arg(block.call.args[0]);
    return Words::tr("asleep in %1").arg(nameOf(block.call));
}

QString stopLabel() {
    return Words::tr("stopped");
}

} // namespace ipclab
