#include "engine/call/characters.h"
#include "engine/call/language.h"
#include "engine/cli/event_text.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// A JSON string, in which nothing is hidden. JSON has no way to write what is not valid UTF-8: of
/// a text that may hold any bytes, such a byte becomes U+FFFD here (messages go through bytes()).
std::string json(std::string_view text) {
    std::string out = "\"";
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        const std::string_view raw = text.substr(0, character.length);
        text.remove_prefix(character.length);
        if (!character.valid)
            out += "\\ufffd";
        else if (raw == "\"" || raw == "\\")
            (out += '\\') += raw;
        else if (!isHidden(character.code))
            out += raw;
        else if (constexpr char32_t oneUnit = 0x10000; character.code < oneUnit)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(character.code));
        else // as UTF-16 writes it
            out += fmt::format("\\u{:04x}\\u{:04x}", 0xd800 + ((character.code - oneUnit) >> 10U),
                               0xdc00 + (character.code & 0x3ffU));
    }
    return out + "\"";
}

/// Bytes as a C literal without its quotes, inside a JSON string.
std::string bytes(std::string_view data) {
    const std::string literal = quoted(data);
    return json(std::string_view(literal).substr(1, literal.size() - 2));
}

std::string stat(const QueueStat& s) {
    return fmt::format(
        R"({{"id":{},"key":{},"mode":"{:04o}","uid":{},"gid":{},"cuid":{},"cgid":{},)"
        R"("msg_cbytes":{},"msg_qnum":{},"msg_qbytes":{},"msg_lspid":{},)"
        R"("msg_lrpid":{},"msg_stime":{},"msg_rtime":{},"msg_ctime":{}}})",
        s.id, s.key, s.mode, s.uid, s.gid, s.cuid, s.cgid, s.cbytes, s.qnum, s.qbytes, s.lspid,
        s.lrpid, s.stime, s.rtime, s.ctime);
}

std::string stat(const SegmentStat& s) {
    return fmt::format(
        R"({{"id":{},"key":{},"mode":"{:04o}","dest":{},"locked":{},"uid":{},"gid":{},)"
        R"("cuid":{},"cgid":{},"shm_segsz":{},"shm_nattch":{},"shm_cpid":{},"shm_lpid":{},)"
        R"("shm_atime":{},"shm_dtime":{},"shm_ctime":{}}})",
        s.id, s.key, s.mode, s.dest, s.locked, s.uid, s.gid, s.cuid, s.cgid, s.segsz, s.nattch,
        s.cpid, s.lpid, s.atime, s.dtime, s.ctime);
}

/// What a program outside changed.
std::string object(const event::OutsideChange& e) {
    switch (e.object) {
    case event::ObjectKind::Queue:
        return fmt::format(R"("queue":{})", e.queue);
    case event::ObjectKind::Segment:
        return fmt::format(R"("segment":{},"offset":{})", e.queue, e.offset);
    case event::ObjectKind::Pipe:
        return fmt::format(R"("pipe":{})", e.ino);
    }
    return {};
}

std::string files(const std::vector<event::OpenedFile>& all) {
    std::string list;
    for (const event::OpenedFile& each : all)
        list += fmt::format(R"({}{{"fd":{},"dev":{},"ino":{}}})", list.empty() ? "" : ",", each.fd,
                            each.file.dev, each.file.ino);
    return "[" + list + "]";
}

struct Fields {
    const World& world;

    std::string operator()(const event::ProcessStarted& e) const {
        std::string out = fmt::format(
            R"("kind":"started","letter":{},"label":{},"user":{},"pid":{},"uid":{},"gid":{})",
            json(e.letter), json(e.label), json(e.user), e.pid, e.uid, e.gid);
        if (const Process* parent = world.process(e.parent))
            out += fmt::format(R"(,"parent":{})", json(parent->letter));
        return out;
    }
    std::string operator()(const event::ProcessEnded& e) const {
        if (!e.killed) return fmt::format(R"("kind":"exited","status":{})", e.code);
        std::string out = fmt::format(R"("kind":"killed","signal":"{}")", signalName(e.code));
        if (e.fault != 0) out += fmt::format(R"(,"fault":"{:#x}")", e.fault);
        return out;
    }
    std::string operator()(const event::Renamed& e) const {
        return fmt::format(R"("kind":"renamed","label":{})", json(e.label));
    }
    std::string operator()(const event::Given& e) const {
        return fmt::format(R"("kind":"given","ref":{},"line":{})", e.first,
                           json(print(*e.statement)));
    }
    std::string operator()(const event::Withdrawn& e) const {
        return fmt::format(R"("kind":"withdrawn","ref":{})", e.first);
    }
    std::string operator()(const event::Entered& e) const {
        return fmt::format(R"("kind":"entered","ref":{},"call":{})", e.ref,
                           json(printResolved(e.call)));
    }
    std::string operator()(const event::SleepSeen&) const { return R"("kind":"asleep")"; }
    std::string operator()(const event::Returned& e) const {
        std::string out = fmt::format(R"("kind":"returned","ref":{},"result":{})", e.ref, e.result);
        if (e.refused) return out + fmt::format(R"(,"refused":{})", json(e.data));
        if (e.error != 0) out += fmt::format(R"(,"errno":"{}")", errnoName(e.error));
        if (e.call == CallId::Msgrcv && e.result >= 0)
            out += fmt::format(R"(,"mtype":{},"mtext":{})", e.mtype, bytes(e.data));
        if ((e.call == CallId::Read || e.call == CallId::Printf) && e.result >= 0)
            out += fmt::format(R"(,"data":{})", bytes(e.data));
        if (e.call == CallId::Wait && e.result > 0)
            out += fmt::format(R"(,"wstatus":{})", e.detail);
        if (!e.files.empty()) out += fmt::format(R"(,"files":{})", files(e.files));
        if (e.existed) out += R"(,"existed":true)";
        if (e.stat) out += fmt::format(R"(,"stat":{})", stat(*e.stat));
        if (e.segment) out += fmt::format(R"(,"stat":{})", stat(*e.segment));
        return out;
    }
    std::string operator()(const event::Assigned& e) const {
        return fmt::format(R"("kind":"assigned","target":{},"value":{})", json(e.target),
                           json(print(e.value)));
    }
    std::string operator()(const event::QueueSeen& e) const {
        std::string out = fmt::format(R"("kind":"seen","quiet":{},"gone":{},"stat":{})", e.quiet,
                                      e.gone, stat(e.stat));
        if (!e.contentsKnown) return out + fmt::format(R"(,"missing":{})", json(e.missing));
        std::string list;
        for (const event::SeenMessage& message : e.messages)
            list += fmt::format(R"({}{{"mtype":{},"mtext":{}}})", list.empty() ? "" : ",",
                                message.type, bytes(message.text));
        return out + fmt::format(R"(,"messages":[{}])", list);
    }
    std::string operator()(const event::Quiet& e) const {
        return fmt::format(R"("kind":"quiet","request":{})", e.request);
    }
    std::string operator()(const event::TableSeen& e) const {
        return fmt::format(R"("kind":"table","text":{})", json(e.text));
    }
    std::string operator()(const event::OutsideChange& e) const {
        constexpr const char* kinds[] = {"sent",      "taken",   "changed",  "removed",
                                         "reordered", "written", "attached", "detached"};
        return fmt::format(R"("kind":"outside","change":"{}",{},"pid":{},"count":{},"what":{})",
                           kinds[static_cast<int>(e.kind)], object(e), e.pid, e.count,
                           json(e.what));
    }
    std::string operator()(const event::Hole& e) const {
        return fmt::format(R"("kind":"hole","missing":{})", e.seq);
    }
    std::string operator()(const event::Notice& e) const {
        return fmt::format(R"("kind":"notice","text":{})", json(e.text));
    }
    std::string operator()(const event::Stopped& e) const {
        return e.stopped ? R"("kind":"stopped")" : R"("kind":"continued")";
    }
    std::string operator()(const event::DescriptorsSeen& e) const {
        std::string list;
        for (const event::SeenDescriptor& each : e.descriptors)
            list += fmt::format(R"({}{{"fd":{},"target":{}}})", list.empty() ? "" : ",", each.fd,
                                json(each.target));
        return fmt::format(R"("kind":"descriptors","table":[{}])", list);
    }
    std::string operator()(const event::PipeSeen& e) const {
        return fmt::format(R"("kind":"pipe","quiet":{},"ino":{},"bytes":{},"capacity":{})", e.quiet,
                           e.ino, e.bytes, e.capacity);
    }
    std::string operator()(const event::SegmentSeen& e) const {
        return fmt::format(R"("kind":"segment","quiet":{},"gone":{},"rss":{},"stat":{})", e.quiet,
                           e.gone, e.rss, stat(e.stat));
    }
};

} // namespace

std::string eventJson(const Event& event, const World& world) {
    const Process* process = world.process(event.process);
    return fmt::format(R"({{"seq":{},"time_ns":{},"process":{},{}}})", event.seq, event.timeNs,
                       json(process ? process->letter : "lab"),
                       std::visit(Fields{world}, event.body));
}

} // namespace ipclab
