#include "gui/timeline/block.h"

#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/call/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Timeline)
};

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Whether the command of a msgctl is this one.
bool commandIs(const ResolvedCall& call, std::string_view name) {
    const Constant* constant = constantNamed(name);
    return constant && constant->value == call.args[1];
}

QString controlLabel(const ResolvedCall& call) {
    if (commandIs(call, "IPC_SET")) {
        return QStringLiteral("IPC_SET %1").arg(call.args[2], 4, 8, QLatin1Char('0'));
    }
    if (commandIs(call, "IPC_RMID")) return QStringLiteral("IPC_RMID");
    if (commandIs(call, "IPC_STAT")) return QStringLiteral("IPC_STAT");
    return QStringLiteral("msgctl %1").arg(call.args[1]);
}

/// The call without its result: what stands in front of an errno.
QString shortName(const ResolvedCall& call) {
    switch (call.id) {
    case CallId::Msgget:
        return QStringLiteral("msgget");
    case CallId::Msgsnd:
        return QStringLiteral("snd");
    case CallId::Msgrcv:
        return QStringLiteral("rcv");
    case CallId::Msgctl:
        return controlLabel(call);
    case CallId::Kill:
        return QStringLiteral("kill %1").arg(fromUtf8(signalName(static_cast<int>(call.args[1]))));
    case CallId::Sigaction:
        return QStringLiteral("sigaction %1")
            .arg(fromUtf8(signalName(static_cast<int>(call.args[0]))));
    default:
        break;
    }
    return {};
}

QString lineOf(const Block& block) {
    if (block.statement && block.action < block.statement->actions.size()) {
        return fromUtf8(print(block.statement->actions[block.action]));
    }
    return fromUtf8(printResolved(block.call));
}

} // namespace

bool Block::sent() const {
    return count == 1 && call.id == CallId::Msgsnd && !open() && !cutOff && error == 0;
}

bool Block::received() const {
    return count == 1 && call.id == CallId::Msgrcv && !open() && !cutOff && error == 0;
}

QString blockLabel(const Block& block) {
    if (block.count > 1) return QStringLiteral("×") + QLocale().toString(qulonglong(block.count));
    const QString name = shortName(block.call);
    if (block.error != 0) return name + QLatin1Char(' ') + fromUtf8(errnoName(block.error));
    if (block.cutOff) return Words::tr("%1 never returned").arg(name);
    switch (block.call.id) {
    case CallId::Msgget:
        return block.open() ? name : QStringLiteral("%1 = %2").arg(name).arg(block.result);
    case CallId::Msgsnd:
        return QStringLiteral("%1 %2").arg(name).arg(block.call.args[1]);
    case CallId::Msgrcv:
        return QStringLiteral("%1 %2").arg(name).arg(block.open() ? block.call.args[2]
                                                                  : block.mtype);
    default:
        return name;
    }
}

QString sleepLabel(const Block& block) {
    if (block.call.id == CallId::Msgrcv) {
        return Words::tr("asleep in msgrcv, type %1").arg(block.call.args[2]);
    }
    if (block.call.id == CallId::Msgsnd) {
        return Words::tr("asleep in msgsnd, %n byte(s)", nullptr,
                         static_cast<int>(block.call.args[2]));
    }
    return Words::tr("asleep in %1").arg(fromUtf8(entryOf(block.call.id).name));
}

QString duration(std::int64_t ns) {
    const QLocale locale;
    const auto shown = [&locale](double value, const QString& unit) {
        const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        QString number = locale.toString(value, 'f', decimals);
        return number + QLatin1Char(' ') + unit;
    };
    const auto value = static_cast<double>(ns);
    if (ns >= 1'000'000'000) return shown(value / 1e9, QStringLiteral("s"));
    if (ns >= 1'000'000) return shown(value / 1e6, QStringLiteral("ms"));
    return shown(value / 1e3, QStringLiteral("µs"));
}

QString blockStory(const Block& block, const QString& letter, std::int64_t startNs,
                   std::int64_t nowNs) {
    QStringList lines;
    if (block.count > 1) {
        lines << Words::tr("%1: %2 calls, %3 of them failed")
                     .arg(letter, QLocale().toString(qulonglong(block.count)),
                          QLocale().toString(qulonglong(block.errors)));
    } else {
        QString line = letter + QStringLiteral(": ") + lineOf(block);
        if (block.cutOff)
            line += QLatin1Char(' ') + Words::tr("never returned: the process ended in it");
        else if (!block.open())
            line += QStringLiteral(" = %1").arg(block.result);
        if (block.error != 0) line += QLatin1Char(' ') + fromUtf8(errnoName(block.error));
        lines << line;
    }
    lines << Words::tr("began at %1").arg(duration(block.startNs - startNs));
    lines << (block.open() ? Words::tr("in the call for %1 so far")
                                 .arg(duration(std::max<std::int64_t>(0, nowNs - block.startNs)))
                           : Words::tr("took %1").arg(duration(block.endNs - block.startNs)));
    if (block.asleepNs != 0) lines << sleepLabel(block);
    return lines.join(QLatin1Char('\n'));
}

} // namespace ipclab
