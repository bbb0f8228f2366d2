#include "engine/event/encode.h"

#include "engine/call/language.h"
#include "engine/call/stored.h"

namespace ipclab {

namespace {

CallId readCall(ByteReader& in) {
    const std::uint64_t raw = in.number();
    if (raw < callCount) return static_cast<CallId>(raw);
    in.fail();
    return CallId::Msgget;
}

/// Bits of which only the lowest `count` have a meaning.
std::uint64_t readFlags(ByteReader& in, int count) {
    const std::uint64_t flags = in.number();
    if (flags >> count != 0) in.fail();
    return flags;
}

QueueStat readStat(ByteReader& in) {
    QueueStat stat;
    stat.id = in.narrow<std::int32_t>();
    stat.key = in.narrow<std::int32_t>();
    for (std::uint32_t* each : {&stat.mode, &stat.uid, &stat.gid, &stat.cuid, &stat.cgid})
        *each = in.narrow<std::uint32_t>();
    for (std::uint64_t* each : {&stat.cbytes, &stat.qnum, &stat.qbytes})
        *each = in.number();
    stat.lspid = in.narrow<std::int32_t>();
    stat.lrpid = in.narrow<std::int32_t>();
    for (std::int64_t* each : {&stat.stime, &stat.rtime, &stat.ctime})
        *each = in.signedNumber();
    return stat;
}

SegmentStat readSegmentStat(ByteReader& in) {
    SegmentStat stat;
    stat.id = in.narrow<std::int32_t>();
    stat.key = in.narrow<std::int32_t>();
    stat.mode = in.narrow<std::uint32_t>();
    const std::uint64_t flags = readFlags(in, 2);
    stat.dest = (flags & 1) != 0;
    stat.locked = (flags & 2) != 0;
    for (std::uint32_t* each : {&stat.uid, &stat.gid, &stat.cuid, &stat.cgid})
        *each = in.narrow<std::uint32_t>();
    stat.segsz = in.number();
    stat.nattch = in.number();
    stat.cpid = in.narrow<std::int32_t>();
    stat.lpid = in.narrow<std::int32_t>();
    for (std::int64_t* each : {&stat.atime, &stat.dtime, &stat.ctime})
        *each = in.signedNumber();
    return stat;
}

event::FileIdentity readFile(ByteReader& in) {
    event::FileIdentity file;
    file.mode = in.narrow<std::uint32_t>();
    file.dev = in.number();
    file.ino = in.number();
    return file;
}

Value readValue(ByteReader& in) {
    switch (in.number()) {
    case 0:
        return in.signedNumber();
    case 1:
        return in.text();
    case 2: {
        MessageBuffer buffer;
        buffer.mtype = in.signedNumber();
        buffer.mtext = in.text();
        return buffer;
    }
    case 3:
        return readStat(in);
    case 4: {
        IntArray array;
        const std::uint64_t count = in.number();
        for (std::uint64_t i = 0; i < count && in.ok(); ++i)
            array.items.push_back(in.signedNumber());
        return array;
    }
    case 5: {
        Address address;
        address.at = in.number();
        address.width = in.narrow<std::uint8_t>();
        address.isSigned = readFlags(in, 1) != 0;
        return address;
    }
    case 6:
        return readSegmentStat(in);
    case 7:
        return CharArray{in.text()};
    default:
        in.fail();
        return {};
    }
}

event::ProcessStarted readStarted(ByteReader& in) {
    event::ProcessStarted body;
    body.letter = in.text();
    body.label = in.text();
    body.user = in.text();
    body.pid = in.narrow<std::int32_t>();
    body.uid = in.narrow<std::uint32_t>();
    body.gid = in.narrow<std::uint32_t>();
    body.parent = in.narrow<ProcessId>();
    return body;
}

event::Body readGiven(ByteReader& in) {
    const auto first = in.narrow<CallRef>();
    const std::string printed = in.text();
    const std::string source = in.text();
    Position at;
    at.line = in.narrow<int>();
    at.column = in.narrow<int>();
    if (!in.ok() || printed.empty()) return event::Given{first, nullptr};
    auto statement = parseStatement(printed, at.line);
    if (!statement)
        return event::Notice{"a given line could not be read back: " + printed + " (" +
                             statement.error().message + ")"};
    for (Action& action : statement->actions)
        if (readFlags(in, 1) != 0) settleArray(action);
    statement->source = source;
    statement->at = at;
    return event::Given{first, std::make_shared<const Statement>(std::move(*statement))};
}

event::Entered readEntered(ByteReader& in) {
    event::Entered body;
    body.ref = in.narrow<CallRef>();
    body.call.id = readCall(in);
    body.call.flags = in.narrow<std::uint32_t>();
    for (std::int64_t& arg : body.call.args)
        arg = in.signedNumber();
    body.call.data = in.text();
    return body;
}

event::Returned readReturned(ByteReader& in) {
    event::Returned body;
    body.ref = in.narrow<CallRef>();
    body.call = readCall(in);
    body.result = in.signedNumber();
    body.error = in.narrow<int>();
    body.mtype = in.signedNumber();
    body.data = in.text();
    const std::uint64_t flags = readFlags(in, 6);
    body.refused = (flags & 1) != 0;
    body.existed = (flags & 4) != 0;
    if ((flags & 2) != 0) body.stat = std::make_shared<const QueueStat>(readStat(in));
    if ((flags & 8) != 0) body.detail = in.signedNumber();
    if ((flags & 16) != 0) body.segment = std::make_shared<const SegmentStat>(readSegmentStat(in));
    if ((flags & 32) == 0) return body;
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        const auto fd = in.narrow<std::int32_t>();
        body.files.push_back({fd, readFile(in)});
    }
    return body;
}

event::QueueSeen readQueueSeen(ByteReader& in) {
    event::QueueSeen body;
    body.stat = readStat(in);
    const std::uint64_t flags = readFlags(in, 3);
    body.gone = (flags & 1) != 0;
    body.quiet = (flags & 2) != 0;
    body.contentsKnown = (flags & 4) != 0;
    body.missing = in.text();
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        event::SeenMessage message;
        message.type = in.signedNumber();
        message.text = in.text();
        body.messages.push_back(std::move(message));
    }
    return body;
}

event::OutsideChange readOutsideChange(ByteReader& in) {
    event::OutsideChange body;
    const std::uint64_t kind = in.number();
    if (kind > static_cast<std::uint64_t>(event::OutsideChange::Kind::Detached))
        in.fail();
    else
        body.kind = static_cast<event::OutsideChange::Kind>(kind);
    body.queue = in.narrow<std::int32_t>();
    body.pid = in.narrow<std::int32_t>();
    body.count = in.signedNumber();
    body.what = in.text();
    const std::uint64_t object = in.number();
    if (object > static_cast<std::uint64_t>(event::ObjectKind::Pipe))
        in.fail();
    else
        body.object = static_cast<event::ObjectKind>(object);
    body.ino = in.number();
    body.offset = in.number();
    return body;
}

event::DescriptorsSeen readDescriptorsSeen(ByteReader& in) {
    event::DescriptorsSeen body;
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        event::SeenDescriptor each;
        each.fd = in.narrow<std::int32_t>();
        each.target = in.text();
        each.file = readFile(in);
        each.flags = in.narrow<std::uint32_t>();
        each.closeOnExec = readFlags(in, 1) != 0;
        body.descriptors.push_back(std::move(each));
    }
    return body;
}

event::PipeSeen readPipeSeen(ByteReader& in) {
    event::PipeSeen body;
    for (std::uint64_t* each : {&body.dev, &body.ino, &body.bytes, &body.capacity})
        *each = in.number();
    const std::uint64_t flags = readFlags(in, 2);
    body.quiet = (flags & 1) != 0;
    body.contentsKnown = (flags & 2) != 0;
    body.contents = in.text();
    body.missing = in.text();
    return body;
}

event::SegmentSeen readSegmentSeen(ByteReader& in) {
    event::SegmentSeen body;
    body.stat = readSegmentStat(in);
    const std::uint64_t flags = readFlags(in, 4);
    body.gone = (flags & 1) != 0;
    body.quiet = (flags & 2) != 0;
    body.contentsKnown = (flags & 4) != 0;
    body.partial = (flags & 8) != 0;
    body.rss = in.number();
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        const std::uint64_t offset = in.number();
        const std::uint64_t times = in.number();
        body.changed.push_back({offset, in.text(), times});
    }
    body.missing = in.text();
    return body;
}

event::ProcessEnded readEnded(ByteReader& in) {
    event::ProcessEnded body;
    body.killed = readFlags(in, 1) != 0;
    body.code = in.narrow<int>();
    body.fault = in.number();
    return body;
}

event::Hole readHole(ByteReader& in) {
    event::Hole body;
    body.process = in.narrow<ProcessId>();
    body.seq = in.number();
    return body;
}

event::Assigned readAssigned(ByteReader& in) {
    event::Assigned body;
    body.target = in.text();
    body.value = readValue(in);
    return body;
}

event::Body readBody(ByteReader& in) {
    switch (static_cast<EventTag>(in.narrow<std::uint8_t>())) {
    case EventTag::ProcessStarted:
        return readStarted(in);
    case EventTag::ProcessEnded:
        return readEnded(in);
    case EventTag::Renamed:
        return event::Renamed{in.text()};
    case EventTag::Given:
        return readGiven(in);
    case EventTag::Withdrawn:
        return event::Withdrawn{in.narrow<CallRef>()};
    case EventTag::Entered:
        return readEntered(in);
    case EventTag::SleepSeen:
        return event::SleepSeen{readCall(in)};
    case EventTag::Returned:
        return readReturned(in);
    case EventTag::Assigned:
        return readAssigned(in);
    case EventTag::QueueSeen:
        return readQueueSeen(in);
    case EventTag::Quiet:
        return event::Quiet{in.number()};
    case EventTag::TableSeen:
        return event::TableSeen{in.text()};
    case EventTag::OutsideChange:
        return readOutsideChange(in);
    case EventTag::Hole:
        return readHole(in);
    case EventTag::Notice:
        return event::Notice{in.text()};
    case EventTag::Stopped:
        return event::Stopped{readFlags(in, 1) != 0};
    case EventTag::DescriptorsSeen:
        return readDescriptorsSeen(in);
    case EventTag::PipeSeen:
        return readPipeSeen(in);
    case EventTag::SegmentSeen:
        return readSegmentSeen(in);
    }
    in.fail();
    return event::Notice{};
}

} // namespace

Result<Event> EventDecoder::next() {
    Event event;
    event.seq = seq_ + static_cast<std::uint64_t>(in_.signedNumber());
    event.timeNs = static_cast<std::int64_t>(static_cast<std::uint64_t>(timeNs_) +
                                             static_cast<std::uint64_t>(in_.signedNumber()));
    event.process = in_.narrow<ProcessId>();
    event.body = readBody(in_);
    if (!in_.ok()) return failure("the bytes of an event are damaged");
    seq_ = event.seq;
    timeNs_ = event.timeNs;
    return event;
}

} // namespace ipclab
