#include "gui/explain/moment.h"
#include "gui/explain/phrase.h"
#include "gui/words/words.h"

#include <algorithm>

namespace ipclab {

namespace {

using Kind = event::OutsideChange::Kind;

QString queueSentence(const event::OutsideChange& change, const QString& who, std::uint64_t count) {
    switch (change.kind) {
    case Kind::Sent:
        return Explain::tr("%1 sent %2 to queue %3.")
            .arg(who, phrase::messages(count))
            .arg(change.queue);
    case Kind::Taken:
        return Explain::tr("%1 took %2 from queue %3.")
            .arg(who, phrase::messages(count))
            .arg(change.queue);
    case Kind::Removed:
        return Explain::tr("%1 removed queue %2.").arg(who).arg(change.queue);
    default:
        return Explain::tr("%1 changed queue %2 (%3).")
            .arg(who)
            .arg(change.queue)
            .arg(engineWords(change.what).toHtmlEscaped());
    }
}

QString segmentSentence(const event::OutsideChange& change, const QString& who,
                        std::uint64_t count) {
    switch (change.kind) {
    case Kind::Written:
        return Explain::tr("%1 wrote %2 into segment %3, at +%4.")
            .arg(who, phrase::bytes(count))
            .arg(change.queue)
            .arg(change.offset);
    case Kind::Attached:
        return Explain::tr("%1 attached segment %2.").arg(who).arg(change.queue);
    case Kind::Detached:
        return Explain::tr("%1 detached segment %2.").arg(who).arg(change.queue);
    case Kind::Removed:
        return Explain::tr("%1 removed segment %2.").arg(who).arg(change.queue);
    default:
        return Explain::tr("%1 changed segment %2 (%3).")
            .arg(who)
            .arg(change.queue)
            .arg(engineWords(change.what).toHtmlEscaped());
    }
}

QString pipeSentence(const event::OutsideChange& change, const QString& who, std::uint64_t count) {
    switch (change.kind) {
    case Kind::Sent:
        return Explain::tr("%1 wrote %2 into the FIFO.").arg(who, phrase::bytes(count));
    case Kind::Taken:
        return Explain::tr("%1 read %2 from the FIFO.").arg(who, phrase::bytes(count));
    default:
        return Explain::tr("%1 changed the pipe (%2).")
            .arg(who, engineWords(change.what).toHtmlEscaped());
    }
}

} // namespace

QString outsideSentence(const World& world) {
    const event::OutsideChange& change = *world.lastOutside;
    const QString who = change.pid != 0 ? Explain::tr("pid %1").arg(change.pid)
                                        : Explain::tr("A program that the kernel does not name");
    const auto count = static_cast<std::uint64_t>(std::max<std::int64_t>(change.count, 0));
    QString sentence;
    switch (change.object) {
    case event::ObjectKind::Queue:
        sentence = queueSentence(change, who, count);
        break;
    case event::ObjectKind::Segment:
        sentence = segmentSentence(change, who, count);
        break;
    case event::ObjectKind::Pipe:
        sentence = pipeSentence(change, who, count);
        break;
    }
    return QStringLiteral("<b>%1</b> %2").arg(Explain::tr("Changed from outside."), sentence);
}

} // namespace ipclab
