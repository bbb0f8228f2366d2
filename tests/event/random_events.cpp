#include "tests/event/random_events.h"

#include "engine/call/language.h"

#include <array>
#include <limits>

namespace ipclab {

std::int64_t RandomEvents::number() {
    switch (below(5)) {
    case 0:
        return std::numeric_limits<std::int64_t>::min();
    case 1:
        return std::numeric_limits<std::int64_t>::max();
    case 2:
        return static_cast<std::int64_t>(random_());
    default:
        return static_cast<std::int64_t>(below(200)) - 100;
    }
}

std::string RandomEvents::bytes() {
    std::string text(below(4) == 0 ? below(5000) : below(20), '\0');
    for (char& byte : text)
        byte = static_cast<char>(below(256));
    return text;
}

QueueStat RandomEvents::stat() {
    QueueStat stat;
    stat.id = static_cast<std::int32_t>(random_());
    stat.key = static_cast<std::int32_t>(random_());
    stat.mode = static_cast<std::uint32_t>(below(01000));
    for (std::uint32_t* each : {&stat.uid, &stat.gid, &stat.cuid, &stat.cgid})
        *each = static_cast<std::uint32_t>(random_());
    for (std::uint64_t* each : {&stat.cbytes, &stat.qnum, &stat.qbytes})
        *each = random_();
    stat.lspid = static_cast<std::int32_t>(random_());
    stat.lrpid = static_cast<std::int32_t>(random_());
    for (std::int64_t* each : {&stat.stime, &stat.rtime, &stat.ctime})
        *each = number();
    return stat;
}

SegmentStat RandomEvents::segmentStat() {
    SegmentStat stat;
    stat.id = static_cast<std::int32_t>(random_());
    stat.key = static_cast<std::int32_t>(random_());
    stat.mode = static_cast<std::uint32_t>(below(01000));
    stat.dest = below(2) == 0;
    stat.locked = below(2) == 0;
    for (std::uint32_t* each : {&stat.uid, &stat.gid, &stat.cuid, &stat.cgid})
        *each = static_cast<std::uint32_t>(random_());
    stat.segsz = random_();
    stat.nattch = random_();
    stat.cpid = static_cast<std::int32_t>(random_());
    stat.lpid = static_cast<std::int32_t>(random_());
    for (std::int64_t* each : {&stat.atime, &stat.dtime, &stat.ctime})
        *each = number();
    return stat;
}

Value RandomEvents::value() {
    switch (below(8)) {
    case 0:
        return number();
    case 1:
        return bytes();
    case 2:
        return MessageBuffer{number(), bytes()};
    case 3:
        return IntArray{{number(), number()}};
    case 4:
        return Address{random_(), static_cast<std::uint8_t>(below(256)), below(2) == 0};
    case 5:
        return segmentStat();
    case 6:
        return CharArray{bytes()};
    default:
        return stat();
    }
}

event::FileIdentity RandomEvents::file() {
    return {static_cast<std::uint32_t>(random_()), random_(), random_()};
}

ResolvedCall RandomEvents::call() {
    ResolvedCall call;
    call.id = static_cast<CallId>(below(callCount));
    call.flags = static_cast<std::uint32_t>(below(2));
    for (std::int64_t& arg : call.args)
        arg = number();
    call.data = bytes();
    return call;
}

event::Returned RandomEvents::returned() {
    event::Returned body;
    body.ref = static_cast<CallRef>(random_());
    body.call = static_cast<CallId>(below(callCount));
    body.result = number();
    body.error = static_cast<int>(below(134));
    body.mtype = number();
    body.data = bytes();
    if (below(3) == 0) body.stat = std::make_shared<const QueueStat>(stat());
    body.refused = below(10) == 0;
    body.existed = below(2) == 0;
    if (below(3) == 0) body.detail = number();
    if (below(3) == 0) body.segment = std::make_shared<const SegmentStat>(segmentStat());
    for (std::uint64_t i = below(3); i > 0; --i)
        body.files.push_back({static_cast<std::int32_t>(random_()), file()});
    return body;
}

event::DescriptorsSeen RandomEvents::descriptorsSeen() {
    event::DescriptorsSeen body;
    for (std::uint64_t i = below(5); i > 0; --i)
        body.descriptors.push_back({static_cast<std::int32_t>(random_()), bytes(), file(),
                                    static_cast<std::uint32_t>(random_()), below(2) == 0});
    return body;
}

event::PipeSeen RandomEvents::pipeSeen() {
    event::PipeSeen body;
    for (std::uint64_t* each : {&body.dev, &body.ino, &body.bytes, &body.capacity})
        *each = random_();
    body.quiet = below(2) == 0;
    body.contentsKnown = below(2) == 0;
    body.contents = bytes();
    body.missing = bytes();
    return body;
}

event::SegmentSeen RandomEvents::segmentSeen() {
    event::SegmentSeen body;
    body.stat = segmentStat();
    body.gone = below(2) == 0;
    body.quiet = below(2) == 0;
    body.rss = random_();
    for (std::uint64_t i = below(4); i > 0; --i)
        body.changed.push_back({random_(), bytes()});
    body.contentsKnown = below(2) == 0;
    body.partial = below(2) == 0;
    body.missing = bytes();
    return body;
}

event::QueueSeen RandomEvents::queueSeen() {
    event::QueueSeen body;
    body.stat = stat();
    body.gone = below(2) == 0;
    body.quiet = below(2) == 0;
    body.contentsKnown = below(2) == 0;
    body.missing = bytes();
    for (std::uint64_t i = below(5); i > 0; --i)
        body.messages.push_back({number(), bytes()});
    return body;
}

event::Body RandomEvents::rareBody() {
    static constexpr std::array lines{
        "A: q = msgget(1234, IPC_CREAT|0644)",
        "A: msgsnd(q, {1, \"he\\0llo \\377\"}, 5, IPC_NOWAIT) = 0",
        "A, B: repeat 1000 { msgsnd(q, {1, \"x\"}, 1, 0); n = msgrcv(q, &rbuf, 64, -2, 0) }",
        "B: msgrcv(q, &rbuf, 64, 1, 0) blocks",
        "A: msgctl(q, IPC_SET, {.msg_qbytes = 100})",
        "A: *(int *)(p + 64) += 1 = 5",
        "A: char *n = (char *)p[3] != key",
        "A: int fd[2]",
    };
    const auto process = static_cast<ProcessId>(random_());
    switch (below(15)) {
    case 0:
        return event::ProcessStarted{bytes(), bytes(), bytes(), 4711, 1000, 1001, process};
    case 1:
        return event::ProcessEnded{below(2) == 0, static_cast<int>(below(256)), random_()};
    case 2:
        return event::Renamed{bytes()};
    case 3: {
        const auto line = parseStatement(lines[below(lines.size())], 7);
        return event::Given{static_cast<CallRef>(random_()),
                            line ? std::make_shared<const Statement>(*line) : nullptr};
    }
    case 4:
        return event::Withdrawn{static_cast<CallRef>(random_())};
    case 5:
        return event::Assigned{bytes(), value()};
    case 6:
        return event::Quiet{random_()};
    case 7:
        return event::TableSeen{bytes()};
    case 8:
        return event::OutsideChange{static_cast<event::OutsideChange::Kind>(below(8)),
                                    static_cast<std::int32_t>(random_()),
                                    static_cast<std::int32_t>(random_()),
                                    number(),
                                    bytes(),
                                    static_cast<event::ObjectKind>(below(3)),
                                    random_(),
                                    random_()};
    case 9:
        return event::Hole{process, random_()};
    case 10:
        return event::Stopped{below(2) == 0};
    case 11:
        return descriptorsSeen();
    case 12:
        return pipeSeen();
    case 13:
        return segmentSeen();
    default:
        return event::Notice{bytes()};
    }
}

event::Body RandomEvents::body() {
    switch (below(6)) {
    case 0:
    case 1:
        return event::Entered{static_cast<CallRef>(random_()), call()};
    case 2:
        return returned();
    case 3:
        return event::SleepSeen{static_cast<CallId>(below(callCount))};
    case 4:
        return queueSeen();
    default:
        return rareBody();
    }
}

Event RandomEvents::next() {
    seq_ += below(3);
    timeNs_ += static_cast<std::int64_t>(below(5000)) - 1000;
    Event event{seq_, timeNs_, static_cast<ProcessId>(below(40)), body()};
    if (below(100) == 0) event.seq = random_();
    if (below(100) == 0) event.timeNs = number();
    return event;
}

namespace {

struct SameBody {
    const event::Body& other;
    template <class Body> const Body& theirs() const { return std::get<Body>(other); }

    bool operator()(const event::ProcessStarted& a) const {
        const auto& b = theirs<event::ProcessStarted>();
        return a.letter == b.letter && a.label == b.label && a.user == b.user && a.pid == b.pid &&
               a.uid == b.uid && a.gid == b.gid && a.parent == b.parent;
    }
    bool operator()(const event::DescriptorsSeen& a) const {
        return a.descriptors == theirs<event::DescriptorsSeen>().descriptors;
    }
    bool operator()(const event::PipeSeen& a) const {
        const auto& b = theirs<event::PipeSeen>();
        return a.dev == b.dev && a.ino == b.ino && a.bytes == b.bytes && a.capacity == b.capacity &&
               a.quiet == b.quiet && a.contentsKnown == b.contentsKnown &&
               a.contents == b.contents && a.missing == b.missing;
    }
    bool operator()(const event::SegmentSeen& a) const {
        const auto& b = theirs<event::SegmentSeen>();
        return a.stat == b.stat && a.gone == b.gone && a.quiet == b.quiet && a.rss == b.rss &&
               a.changed == b.changed && a.contentsKnown == b.contentsKnown &&
               a.partial == b.partial && a.missing == b.missing;
    }
    bool operator()(const event::ProcessEnded& a) const {
        const auto& b = theirs<event::ProcessEnded>();
        return a.killed == b.killed && a.code == b.code && a.fault == b.fault;
    }
    bool operator()(const event::Renamed& a) const {
        return a.label == theirs<event::Renamed>().label;
    }
    bool operator()(const event::Given& a) const {
        const auto& b = theirs<event::Given>();
        if (!a.statement || !b.statement) return a.first == b.first && !a.statement && !b.statement;
        return a.first == b.first && print(*a.statement) == print(*b.statement) &&
               a.statement->source == b.statement->source &&
               a.statement->at.line == b.statement->at.line &&
               a.statement->at.column == b.statement->at.column;
    }
    bool operator()(const event::Withdrawn& a) const {
        return a.first == theirs<event::Withdrawn>().first;
    }
    bool operator()(const event::Entered& a) const {
        const auto& b = theirs<event::Entered>();
        return a.ref == b.ref && a.call.id == b.call.id && a.call.flags == b.call.flags &&
               a.call.args == b.call.args && a.call.data == b.call.data;
    }
    bool operator()(const event::SleepSeen& a) const {
        return a.call == theirs<event::SleepSeen>().call;
    }
    bool operator()(const event::Returned& a) const {
        const auto& b = theirs<event::Returned>();
        return a.ref == b.ref && a.call == b.call && a.result == b.result && a.error == b.error &&
               a.mtype == b.mtype && a.data == b.data && a.refused == b.refused &&
               a.existed == b.existed && static_cast<bool>(a.stat) == static_cast<bool>(b.stat) &&
               (!a.stat || *a.stat == *b.stat) && a.detail == b.detail && a.files == b.files &&
               static_cast<bool>(a.segment) == static_cast<bool>(b.segment) &&
               (!a.segment || *a.segment == *b.segment);
    }
    bool operator()(const event::Assigned& a) const {
        const auto& b = theirs<event::Assigned>();
        return a.target == b.target && a.value == b.value;
    }
    bool operator()(const event::QueueSeen& a) const {
        const auto& b = theirs<event::QueueSeen>();
        return a.stat == b.stat && a.gone == b.gone && a.quiet == b.quiet &&
               a.contentsKnown == b.contentsKnown && a.messages == b.messages &&
               a.missing == b.missing;
    }
    bool operator()(const event::Quiet& a) const {
        return a.request == theirs<event::Quiet>().request;
    }
    bool operator()(const event::TableSeen& a) const {
        return a.text == theirs<event::TableSeen>().text;
    }
    bool operator()(const event::OutsideChange& a) const {
        const auto& b = theirs<event::OutsideChange>();
        return a.kind == b.kind && a.queue == b.queue && a.pid == b.pid && a.count == b.count &&
               a.what == b.what && a.object == b.object && a.ino == b.ino && a.offset == b.offset;
    }
    bool operator()(const event::Hole& a) const {
        const auto& b = theirs<event::Hole>();
        return a.process == b.process && a.seq == b.seq;
    }
    bool operator()(const event::Stopped& a) const {
        return a.stopped == theirs<event::Stopped>().stopped;
    }
    bool operator()(const event::Notice& a) const { return a.text == theirs<event::Notice>().text; }
};

} // namespace

bool same(const Event& one, const Event& other) {
    return one.seq == other.seq && one.timeNs == other.timeNs && one.process == other.process &&
           one.body.index() == other.body.index() && std::visit(SameBody{other.body}, one.body);
}

} // namespace ipclab
