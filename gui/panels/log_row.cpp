#include "gui/panels/log_row.h"

#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/panels/log_words.h"
#include "gui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::EventLog)
};

bool isFailure(const event::Body& body) {
    const auto* returned = std::get_if<event::Returned>(&body);
    return returned && (returned->error != 0 || returned->refused);
}

/// "msgsnd(q, {1, "hello"}, 5, 0)" as it was given, else with numbers, else only its name.
QString callText(CallId call, CallRef ref, const LogEvents& events) {
    const auto* entered =
        events.entered ? std::get_if<event::Entered>(&events.entered->body) : nullptr;
    const auto* given = events.given ? std::get_if<event::Given>(&events.given->body) : nullptr;
    if (given && given->statement && ref >= given->first &&
        ref - given->first < given->statement->actions.size()) {
        return utf8(print(given->statement->actions[ref - given->first]));
    }
    if (entered && entered->ref == ref) return utf8(printResolved(entered->call));
    return utf8(entryOf(call).name) + QStringLiteral("(…)");
}

/// One phrase from the catalogue for an error; how long it took when that is worth a word.
QString remarkText(const event::Returned& body, const LogEvents& events) {
    if (body.refused) return engineWords(body.data);
    for (const ErrorEntry& error : entryOf(body.call).errors) {
        if (body.error != 0 && error.number == body.error) return catalogueWords(error.when);
    }
    if (!events.entered || !events.own) return {};
    constexpr std::int64_t millisecond = 1'000'000;
    const std::int64_t took = (events.own->timeNs - events.entered->timeNs) / millisecond;
    return took >= 10 ? Words::tr("took %1 ms").arg(groupedSigned(took)) : QString();
}

/// Fills in what the event's kind has to say.
struct Describe {
    LogText& text;
    const LogEvents& events;

    void operator()(const event::Returned& body) const {
        text.call = callText(body.call, body.ref, events);
        text.result = logResult(body);
        text.remark = remarkText(body, events);
    }
    void operator()(const event::SleepSeen& body) const {
        const auto* entered =
            events.entered ? std::get_if<event::Entered>(&events.entered->body) : nullptr;
        text.call = callText(body.call, entered ? entered->ref : 0, events);
        text.result = Words::tr("blocks");
        text.remark = Words::tr("asleep in the kernel");
    }
    void operator()(const event::ProcessStarted& body) const {
        text.call = Words::tr("process started, pid %1").arg(body.pid);
        text.remark = body.parent == 0 ? Words::tr("as %1").arg(utf8(body.user))
                                       : Words::tr("a copy of its parent, made by fork");
    }
    void operator()(const event::ProcessEnded& body) const {
        text.call = body.killed ? Words::tr("killed by %1").arg(utf8(signalName(body.code)))
                                : Words::tr("exited with %1").arg(body.code);
    }
    void operator()(const event::Stopped& body) const {
        text.call = body.stopped ? Words::tr("stopped by a signal") : Words::tr("goes on");
    }
    void operator()(const event::Assigned& body) const {
        text.call = QStringLiteral("%1 = %2").arg(utf8(body.target), utf8(print(body.value)));
    }
    void operator()(const event::OutsideChange& body) const {
        text.process = body.pid != 0 ? Words::tr("pid %1").arg(body.pid) : QStringLiteral("—");
        text.call = logOutside(body);
        text.result = Words::tr("changed from outside");
        text.remark = engineWords(body.what);
    }
    void operator()(const event::Notice& body) const { text.call = engineWords(body.text); }
    void operator()(const event::Hole&) const {
        text.call = Words::tr("an event is missing: its process died while writing it");
    }
    template <class Other> void operator()(const Other&) const {}
};

} // namespace

std::optional<LogRow> LogRows::next(const Event& event, std::uint64_t index) {
    LogRow row;
    row.index = index;
    row.timeNs = event.timeNs;
    row.process = event.process;
    row.failed = isFailure(event.body);
    Line& line = lines_[event.process];
    const event::Body& body = event.body;
    if (std::holds_alternative<event::Given>(body)) {
        line.given = index + 1;
        return std::nullopt;
    }
    if (std::holds_alternative<event::Entered>(body)) {
        line.entered = index + 1;
        return std::nullopt;
    }
    row.given = line.given;
    row.entered = line.entered;
    if (std::holds_alternative<event::Returned>(body))
        row.kind = LogKind::Call;
    else if (std::holds_alternative<event::SleepSeen>(body))
        row.kind = LogKind::Sleep;
    else if (std::holds_alternative<event::ProcessStarted>(body) ||
             std::holds_alternative<event::ProcessEnded>(body) ||
             std::holds_alternative<event::Stopped>(body))
        row.kind = LogKind::Process;
    else if (std::holds_alternative<event::OutsideChange>(body))
        row.kind = LogKind::Outside;
    else if (std::holds_alternative<event::Notice>(body) ||
             std::holds_alternative<event::Hole>(body))
        row.kind = LogKind::Notice;
    // What a call stores is part of its own row.
    else if (std::holds_alternative<event::Assigned>(body) && line.entered <= line.given &&
             line.given != 0)
        row.kind = LogKind::Store;
    else
        return std::nullopt;
    return row;
}

LogText logText(const LogRow& row, const LogEvents& events, const World& world) {
    LogText text;
    if (row.kind == LogKind::LeftOut) {
        text.call = Words::tr("… %1 events came too fast to be listed").arg(grouped(row.count));
        return text;
    }
    text.number = QString::number(row.index + 1);
    const double seconds = static_cast<double>(row.timeNs - world.startNs) / 1e9;
    text.time = QString::number(seconds, 'f', 6);
    const Process* process = world.process(row.process);
    text.process = process ? utf8(process->letter) : QStringLiteral("—");
    if (events.own) std::visit(Describe{text, events}, events.own->body);
    return text;
}

QString LogText::joined() const {
    return QStringList{number, time, process, call, result, remark}.join(QLatin1Char('\t'));
}

bool LogText::contains(const QString& part) const {
    return joined().contains(part, Qt::CaseInsensitive);
}

} // namespace ipclab
