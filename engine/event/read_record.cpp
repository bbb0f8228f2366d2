#include "engine/event/encode.h"
#include "engine/event/pack.h"
#include "engine/event/record.h"

namespace ipclab {

namespace {

void unpackStat(Unpacker& in, QueueStat& stat) {
    in.into(stat.id);
    in.into(stat.key);
    in.into(stat.mode);
    for (std::uint32_t* owner : {&stat.uid, &stat.gid, &stat.cuid, &stat.cgid})
        in.into(*owner);
    for (std::uint64_t* size : {&stat.cbytes, &stat.qnum, &stat.qbytes})
        in.into(*size);
    in.into(stat.lspid);
    in.into(stat.lrpid);
    for (std::int64_t* time : {&stat.stime, &stat.rtime, &stat.ctime})
        in.into(*time);
}

event::Body nonsense(RecordKind kind) {
    return event::Notice{"a record of kind " + std::to_string(static_cast<int>(kind)) +
                         " could not be read; the process that wrote it is damaged"};
}

event::Body decodeEntered(const Record& record, std::string data) {
    ResolvedCall call{record.call, record.flags, {}, {}};
    for (std::size_t i = 0; i < record.args.size(); ++i)
        call.args[i] = record.args[i];
    if ((record.flags & recordLongArgs) == 0) {
        call.data = std::move(data);
        return event::Entered{record.ref, std::move(call)};
    }
    Unpacker in(data);
    call.args[4] = in.number<std::int64_t>();
    call.args[5] = in.number<std::int64_t>();
    if (!in.ok()) return nonsense(record.kind);
    call.flags &= ~recordLongArgs;
    call.data = in.rest();
    return event::Entered{record.ref, std::move(call)};
}

event::Body decodeReturned(const Record& record, std::string data) {
    event::Returned returned;
    returned.ref = record.ref;
    returned.call = record.call;
    returned.result = record.args[0];
    returned.error = static_cast<int>(record.args[1]);
    returned.mtype = record.args[2];
    returned.detail = record.args[3];
    returned.refused = (record.flags & recordRefused) != 0;
    returned.existed = (record.flags & recordExisted) != 0;
    if (record.flags & recordStat) {
        QueueStat stat;
        if (!unpackStat(data, stat)) return nonsense(record.kind);
        returned.stat = std::make_shared<const QueueStat>(stat);
    } else {
        returned.data = std::move(data);
    }
    return returned;
}

event::Body decodeQueueSeen(const Record& record, const std::string& data) {
    event::QueueSeen seen;
    seen.gone = (record.args[0] & queueGone) != 0;
    seen.quiet = (record.args[0] & queueQuiet) != 0;
    seen.contentsKnown = (record.args[0] & queueContents) != 0;
    Unpacker in(data);
    unpackStat(in, seen.stat);
    seen.missing = in.text();
    const auto count = in.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        event::SeenMessage message;
        message.type = in.number<std::int64_t>();
        message.text = in.text();
        seen.messages.push_back(std::move(message));
    }
    if (!in.ok()) return nonsense(record.kind);
    return seen;
}

event::Body decodeBody(const Record& record, std::string data) {
    switch (record.kind) {
    case RecordKind::Started:
        return event::ProcessStarted{{},
                                     {},
                                     {},
                                     static_cast<std::int32_t>(record.args[0]),
                                     0,
                                     0,
                                     static_cast<ProcessId>(record.args[1])};
    case RecordKind::Entered:
        return decodeEntered(record, std::move(data));
    case RecordKind::Returned:
        return decodeReturned(record, std::move(data));
    case RecordKind::Ended:
        return event::ProcessEnded{record.args[0] != 0, static_cast<int>(record.args[1]),
                                   static_cast<std::uint64_t>(record.args[2])};
    case RecordKind::SleepSeen:
        return event::SleepSeen{record.call};
    case RecordKind::QueueSeen:
        return decodeQueueSeen(record, data);
    case RecordKind::Quiet:
        return event::Quiet{static_cast<std::uint64_t>(record.args[0])};
    case RecordKind::TableSeen:
        return event::TableSeen{std::move(data)};
    case RecordKind::Notice:
        return event::Notice{std::move(data)};
    case RecordKind::Stopped:
        return event::Stopped{record.args[0] != 0};
    case RecordKind::Encoded: {
        auto event = EventDecoder(data).next();
        return event ? std::move(event->body) : nonsense(record.kind);
    }
    }
    return nonsense(record.kind);
}

} // namespace

Event decode(const Record& record, std::string data) {
    if (static_cast<int>(record.call) >= callCount)
        return {record.seq, record.timeNs, record.process, nonsense(record.kind)};
    return {record.seq, record.timeNs, record.process, decodeBody(record, std::move(data))};
}

bool unpackStat(std::string_view data, QueueStat& stat) {
    Unpacker in(data);
    unpackStat(in, stat);
    return in.ok();
}

} // namespace ipclab
