#include "gui/panels/log_words.h"

#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/words/words.h"

#include <QCoreApplication>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::EventLog)
};

QString outsideQueue(const event::OutsideChange& change, const QString& count) {
    switch (change.kind) {
    case event::OutsideChange::Kind::Sent:
        return Words::tr("messages sent to queue %1: %2").arg(change.queue).arg(count);
    case event::OutsideChange::Kind::Taken:
        return Words::tr("messages taken from queue %1: %2").arg(change.queue).arg(count);
    case event::OutsideChange::Kind::Removed:
        return Words::tr("queue %1 removed").arg(change.queue);
    case event::OutsideChange::Kind::Reordered:
        return Words::tr("queue %1 in another order").arg(change.queue);
    default:
        return Words::tr("queue %1 changed").arg(change.queue);
    }
}

QString outsideSegment(const event::OutsideChange& change, const QString& count) {
    switch (change.kind) {
    case event::OutsideChange::Kind::Written:
        return Words::tr("bytes written into segment %1 at +%2: %3")
            .arg(change.queue)
            .arg(change.offset)
            .arg(count);
    case event::OutsideChange::Kind::Attached:
        return Words::tr("segment %1 attached").arg(change.queue);
    case event::OutsideChange::Kind::Detached:
        return Words::tr("segment %1 detached").arg(change.queue);
    case event::OutsideChange::Kind::Removed:
        return Words::tr("segment %1 removed").arg(change.queue);
    default:
        return Words::tr("segment %1 changed").arg(change.queue);
    }
}

QString outsidePipe(const event::OutsideChange& change, const QString& count) {
    switch (change.kind) {
    case event::OutsideChange::Kind::Sent:
        return Words::tr("bytes written into pipe:[%1]: %2").arg(change.ino).arg(count);
    case event::OutsideChange::Kind::Taken:
        return Words::tr("bytes read from pipe:[%1]: %2").arg(change.ino).arg(count);
    default:
        return Words::tr("pipe:[%1] changed").arg(change.ino);
    }
}

/// What the call brought besides its number.
bool bringsText(CallId call) {
    return call == CallId::Read || call == CallId::Printf;
}

QString hexadecimal(std::uint64_t number, int digits) {
    return QStringLiteral("0x%1").arg(number, digits, 16, QLatin1Char('0'));
}

} // namespace

QString logResult(const event::Returned& returned) {
    if (returned.refused) return Words::tr("refused by the lab");
    QString text = QString::number(returned.result);
    if (returned.error != 0) return text + QLatin1Char(' ') + utf8(errnoName(returned.error));
    if (entryOf(returned.call).result == ResultKind::AddressResult)
        return hexadecimal(static_cast<std::uint64_t>(returned.result), 0);
    switch (returned.call) {
    case CallId::Msgrcv:
        return text + QLatin1Char(' ') +
               utf8(print(Value(MessageBuffer{returned.mtype, returned.data})));
    case CallId::Ftok:
        return hexadecimal(static_cast<std::uint32_t>(returned.result), 8);
    case CallId::Pipe:
    case CallId::Pipe2:
        if (returned.files.size() == 2)
            text += QStringLiteral(" {%1, %2}").arg(returned.files[0].fd).arg(returned.files[1].fd);
        return text;
    default:
        if (bringsText(returned.call) && returned.result > 0)
            text += QLatin1Char(' ') + utf8(print(Value(returned.data)));
        return text;
    }
}

QString logOutside(const event::OutsideChange& change) {
    const QString count = groupedSigned(change.count);
    switch (change.object) {
    case event::ObjectKind::Queue:
        return outsideQueue(change, count);
    case event::ObjectKind::Segment:
        return outsideSegment(change, count);
    case event::ObjectKind::Pipe:
        return outsidePipe(change, count);
    }
    return {};
}

} // namespace ipclab
