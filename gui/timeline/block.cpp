#include "gui/timeline/block.h"

#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Timeline)
};

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString lineOf(const Block& block) {
    if (block.statement && block.action < block.statement->actions.size()) {
        return fromUtf8(print(block.statement->actions[block.action]));
    }
    return fromUtf8(printResolved(block.call));
}

} // namespace

bool Block::sent() const {
    return count == 1 && call.id == CallId::Msgsnd && !open() && !cutOff && !failed();
}

bool Block::received() const {
    return count == 1 && call.id == CallId::Msgrcv && !open() && !cutOff && !failed();
}

QString duration(std::int64_t ns) {
    const auto shown = [](double value, const QString& unit) {
        const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        QString number = QString::number(value, 'f', decimals);
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
    if (block.count > 1 || block.nameless) {
        lines << Words::tr("%1: %2 calls, %3 of them failed")
                     .arg(letter, grouped(block.count), grouped(block.errors));
    } else {
        QString line = letter + QStringLiteral(": ") + lineOf(block);
        if (block.cutOff)
            line += QLatin1Char(' ') + Words::tr("never returned: the process ended in it");
        else if (block.refused)
            line += QLatin1Char(' ') + Words::tr("refused by the lab");
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
