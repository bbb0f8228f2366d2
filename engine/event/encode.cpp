#include "engine/event/encode.h"

#include "engine/call/language.h"
#include "engine/call/stored.h"
#include "engine/event/encode_parts.h"
#include "engine/event/record.h"

namespace ipclab {

namespace {

void write(ByteWriter& out, const Value& value) {
    out.number(value.index());
    if (const auto* number = std::get_if<std::int64_t>(&value)) out.signedNumber(*number);
    if (const auto* text = std::get_if<std::string>(&value)) out.text(*text);
    if (const auto* stat = std::get_if<QueueStat>(&value)) write(out, *stat);
    if (const auto* buffer = std::get_if<MessageBuffer>(&value)) {
        out.signedNumber(buffer->mtype);
        out.text(buffer->mtext);
    }
    if (const auto* array = std::get_if<IntArray>(&value)) {
        out.number(array->items.size());
        for (const std::int64_t item : array->items)
            out.signedNumber(item);
    }
    if (const auto* address = std::get_if<Address>(&value)) {
        out.number(address->at);
        out.number(address->width);
        out.number(address->isSigned);
    }
    if (const auto* stat = std::get_if<SegmentStat>(&value)) write(out, *stat);
    if (const auto* array = std::get_if<CharArray>(&value)) out.text(array->bytes);
}

/// One overload per kind: the tag, then what the event says.
struct BodyWriter {
    ByteWriter& out;

    void tag(EventTag tag) const { write(out, tag); }

    void operator()(const event::ProcessStarted& body) const {
        tag(EventTag::ProcessStarted);
        out.text(body.letter);
        out.text(body.label);
        out.text(body.user);
        out.signedNumber(body.pid);
        out.number(body.uid);
        out.number(body.gid);
        out.number(body.parent);
    }
    void operator()(const event::ProcessEnded& body) const {
        tag(EventTag::ProcessEnded);
        out.number(body.killed);
        out.signedNumber(body.code);
        out.number(body.fault);
    }
    void operator()(const event::Renamed& body) const {
        tag(EventTag::Renamed);
        out.text(body.label);
    }
    void operator()(const event::Given& body) const {
        tag(EventTag::Given);
        const Statement nothing;
        const Statement& statement = body.statement ? *body.statement : nothing;
        out.number(body.first);
        out.text(body.statement ? print(statement) : std::string());
        out.text(statement.source);
        out.signedNumber(statement.at.line);
        out.signedNumber(statement.at.column);
        for (const Action& action : statement.actions)
            out.number(isSettled(action) ? 1 : 0);
    }
    void operator()(const event::Withdrawn& body) const {
        tag(EventTag::Withdrawn);
        out.number(body.first);
    }
    void operator()(const event::Entered& body) const {
        tag(EventTag::Entered);
        out.number(body.ref);
        out.number(static_cast<std::uint64_t>(body.call.id));
        out.number(body.call.flags);
        for (const std::int64_t arg : body.call.args)
            out.signedNumber(arg);
        out.text(body.call.data);
    }
    void operator()(const event::SleepSeen& body) const {
        tag(EventTag::SleepSeen);
        out.number(static_cast<std::uint64_t>(body.call));
    }
    void operator()(const event::Returned& body) const { write(out, body); }
    void operator()(const event::Assigned& body) const {
        tag(EventTag::Assigned);
        out.text(body.target);
        write(out, body.value);
    }
    void operator()(const event::QueueSeen& body) const {
        tag(EventTag::QueueSeen);
        write(out, body.stat);
        out.number((body.gone ? 1u : 0u) | (body.quiet ? 2u : 0u) | (body.contentsKnown ? 4u : 0u));
        out.text(body.missing);
        out.number(body.messages.size());
        for (const event::SeenMessage& message : body.messages) {
            out.signedNumber(message.type);
            out.text(message.text);
        }
    }
    void operator()(const event::Quiet& body) const {
        tag(EventTag::Quiet);
        out.number(body.request);
    }
    void operator()(const event::TableSeen& body) const {
        tag(EventTag::TableSeen);
        out.text(body.text);
    }
    void operator()(const event::OutsideChange& body) const {
        tag(EventTag::OutsideChange);
        out.number(static_cast<std::uint64_t>(body.kind));
        out.signedNumber(body.queue);
        out.signedNumber(body.pid);
        out.signedNumber(body.count);
        out.text(body.what);
        out.number(static_cast<std::uint64_t>(body.object));
        out.number(body.ino);
        out.number(body.offset);
    }
    void operator()(const event::Hole& body) const {
        tag(EventTag::Hole);
        out.number(body.process);
        out.number(body.seq);
    }
    void operator()(const event::Notice& body) const {
        tag(EventTag::Notice);
        out.text(body.text);
    }
    void operator()(const event::Stopped& body) const {
        tag(EventTag::Stopped);
        out.number(body.stopped);
    }
    void operator()(const event::DescriptorsSeen& body) const {
        tag(EventTag::DescriptorsSeen);
        out.number(body.descriptors.size());
        for (const event::SeenDescriptor& each : body.descriptors) {
            out.signedNumber(each.fd);
            out.text(each.target);
            write(out, each.file);
            out.number(each.flags);
            out.number(each.closeOnExec);
        }
    }
    void operator()(const event::PipeSeen& body) const {
        tag(EventTag::PipeSeen);
        for (const std::uint64_t each : {body.dev, body.ino, body.bytes, body.capacity})
            out.number(each);
        out.number((body.quiet ? 1u : 0u) | (body.contentsKnown ? 2u : 0u));
        out.text(body.contents);
        out.text(body.missing);
    }
    void operator()(const event::SegmentSeen& body) const {
        tag(EventTag::SegmentSeen);
        write(out, body.stat);
        out.number((body.gone ? 1u : 0u) | (body.quiet ? 2u : 0u) | (body.contentsKnown ? 4u : 0u) |
                   (body.partial ? 8u : 0u));
        out.number(body.rss);
        out.number(body.changed.size());
        for (const event::SegmentSeen::Run& run : body.changed) {
            out.number(run.offset);
            out.number(run.times);
            out.text(run.bytes);
        }
        out.text(body.missing);
    }
};

} // namespace

void EventEncoder::append(const Event& event, std::string& out) {
    ByteWriter writer(out);
    // Unsigned, so that times from a damaged process wrap instead of overflowing.
    const std::uint64_t passedNs =
        static_cast<std::uint64_t>(event.timeNs) - static_cast<std::uint64_t>(timeNs_);
    writeHead(writer, static_cast<std::int64_t>(event.seq - seq_),
              static_cast<std::int64_t>(passedNs), event.process);
    std::visit(BodyWriter{writer}, event.body);
    seq_ = event.seq;
    timeNs_ = event.timeNs;
}

std::string encodedBody(event::Body body) {
    std::string bytes;
    EventEncoder().append({0, 0, 0, std::move(body)}, bytes);
    return bytes;
}

} // namespace ipclab
