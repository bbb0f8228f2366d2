#include "engine/world/pipe_order.h"

#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"

#include <algorithm>

namespace ipclab {

namespace {

/// What is left of one write, or of one packet, in the pipe; for a write that has not returned also
/// what it may have put in.
struct Stream {
    WritePiece piece;
    bool packet = false;
    const WriteInFlight* flight = nullptr; ///< nullptr: it has returned
    std::string bytes;
    std::size_t inside = 0; ///< so many of the bytes are in the pipe, as the world thinks
    std::size_t used = 0;   ///< so many are in the new order

    /// What comes next of it.
    [[nodiscard]] WritePiece here() const {
        WritePiece next = piece;
        next.from += used;
        return next;
    }
    [[nodiscard]] std::string_view rest() const { return std::string_view(bytes).substr(used); }
};

/// Which write is taken where several explain what comes next.
enum class Preference : std::uint8_t {
    Returned, ///< one that has returned and is explained to its end: it must be in the pipe
    Longest,  ///< the one that explains the most
};

const WriteInFlight* flightWith(const World& world, std::uint64_t serial) {
    const auto found = std::ranges::find(world.writesInFlight, serial, &WriteInFlight::serial);
    return found == world.writesInFlight.end() ? nullptr : &*found;
}

void addTo(std::vector<Stream>& streams, const World& world, const PipeSlot& slot,
           const WritePiece& piece, std::string_view bytes) {
    if (bytes.empty()) return;
    if (!slot.packet && !streams.empty() && !streams.back().packet &&
        streams.back().piece.write == piece.write) {
        streams.back().bytes += bytes;
        streams.back().inside += bytes.size();
        return;
    }
    streams.push_back(
        {piece, slot.packet, flightWith(world, piece.write), std::string(bytes), bytes.size(), 0});
}

/// What this write has not put in, as the world thinks: behind what it has, or as packets.
void addOutside(std::vector<Stream>& streams, const World& world, const WriteInFlight& flight) {
    const auto text = textOf(world, flight);
    if (!text || text->size() <= flight.copied) return;
    const std::string_view rest = std::string_view(*text).substr(flight.copied);
    const bool packet = writesPackets(world, flight);
    const WritePiece piece{flight.serial, flight.process, 0,
                           world.timeNs,  flight.copied,  flight.bytes};
    if (packet) {
        for (std::size_t at = 0; at < rest.size(); at += pipePageBytes)
            streams.push_back(
                {piece, true, &flight, std::string(rest.substr(at, pipePageBytes)), 0, 0});
        return;
    }
    const auto last = std::ranges::find(streams.rbegin(), streams.rend(), &flight, &Stream::flight);
    if (last == streams.rend())
        streams.push_back({piece, false, &flight, std::string(rest), 0, 0});
    else
        last->bytes += rest;
}

std::vector<Stream> streamsOf(const World& world, const Pipe& pipe) {
    std::vector<Stream> streams;
    for (const PipeSlot& slot : pipe.pages) {
        std::size_t at = 0;
        for (const WritePiece& piece : slot.pieces) {
            const std::size_t from = std::max<std::size_t>(at, slot.read);
            WritePiece unread = piece;
            unread.from += from - at;
            at += piece.bytes;
            if (at > from)
                addTo(streams, world, slot, unread,
                      std::string_view(*slot.bytes).substr(from, at - from));
        }
    }
    for (const WriteInFlight& flight : world.writesInFlight)
        if (flight.pipe == pipe.serial) addOutside(streams, world, flight);
    return streams;
}

std::size_t common(std::string_view a, std::string_view b) {
    const auto end = std::ranges::mismatch(a, b).in1;
    return static_cast<std::size_t>(end - a.begin());
}

/// How much of a match can be the write's alone. A write that waits for room was cut where a page
/// ended: behind whole pages, or behind its odd bytes and whole pages. Bytes beyond that are like
/// those of another write by chance.
std::size_t cutAtPage(const Stream& stream, std::size_t same, std::string_view next) {
    const std::uint64_t whole = stream.piece.whole;
    if (whole == 0 || stream.packet || same == stream.rest().size() || same == next.size())
        return same;
    const std::uint64_t from = stream.piece.from + stream.used, to = from + same;
    const std::uint64_t odd = whole % pipePageBytes;
    const std::uint64_t pages = to / pipePageBytes * pipePageBytes;
    const std::uint64_t oddFirst = to < odd ? 0 : odd + (to - odd) / pipePageBytes * pipePageBytes;
    const std::uint64_t cut = std::max(pages, oddFirst);
    return cut > from ? cut - from : 0;
}

struct Match {
    Stream* stream = nullptr;
    std::size_t length = 0;
};

/// The write that explains the most of what comes next; the older one where two explain the same.
Match bestFor(std::vector<Stream>& streams, std::string_view next, Preference preference) {
    Match best, returned, byChance;
    for (Stream& stream : streams) {
        const std::size_t all = common(stream.rest(), next);
        const std::size_t same = cutAtPage(stream, all, next);
        if (all > byChance.length) byChance = {&stream, all};
        if (same > best.length) best = {&stream, same};
        if (!stream.flight && same > returned.length) returned = {&stream, same};
    }
    const bool whole = returned.stream && (returned.length == returned.stream->rest().size() ||
                                           returned.length == next.size());
    if (!best.stream) return byChance;
    return preference == Preference::Returned && whole ? returned : best;
}

void putFirst(PipeOrder& order, std::vector<Stream>& streams, std::string_view first,
              Preference preference) {
    while (!first.empty()) {
        const auto [best, length] = bestFor(streams, first, preference);
        if (!best) {
            const bool more = !order.parts.empty() && order.parts.back().piece.write == 0;
            if (!more) order.parts.push_back({});
            order.parts.back().bytes += first.front();
            first.remove_prefix(1);
            ++order.strange;
            continue;
        }
        // A packet goes as a whole, however much of it was read.
        const std::size_t whole = best->packet ? best->rest().size() : length;
        order.parts.push_back(
            {best->here(), best->packet, std::string(best->rest().substr(0, whole))});
        best->used += whole;
        first.remove_prefix(length);
    }
}

/// How much of a stream stays behind what came first, as the world thinks.
std::size_t leftInside(const Stream& stream) {
    return stream.inside - std::min(stream.inside, stream.used);
}

/// Takes out what there is no room for, the newest first; returns how much that is.
std::uint64_t takeOut(std::vector<Stream>& streams, bool returned, std::uint64_t tooMany) {
    std::uint64_t out = 0;
    for (auto stream = streams.rbegin(); stream != streams.rend() && out < tooMany; ++stream) {
        if ((stream->flight == nullptr) != returned) continue;
        const std::size_t cut = std::min<std::size_t>(tooMany - out, leftInside(*stream));
        stream->inside -= cut;
        out += cut;
    }
    return out;
}

/// Lets those in who have not returned; returns how much.
std::uint64_t letIn(std::vector<Stream>& streams, std::uint64_t tooFew) {
    std::uint64_t in = 0;
    for (Stream& stream : streams) {
        const std::size_t from = std::max(stream.inside, stream.used);
        const std::size_t more = std::min<std::size_t>(tooFew - in, stream.bytes.size() - from);
        if (more > 0) stream.inside = from + more;
        in += more;
    }
    return in;
}

void putBehind(PipeOrder& order, std::vector<Stream>& streams, std::uint64_t behind) {
    std::uint64_t left = 0;
    for (const Stream& stream : streams)
        left += leftInside(stream);
    std::uint64_t unknown = 0;
    if (behind != anyNumber && left > behind) {
        const std::uint64_t out = takeOut(streams, false, left - behind);
        order.missing = takeOut(streams, true, left - behind - out);
    } else if (behind != anyNumber) {
        unknown = behind - left - letIn(streams, behind - left);
    }
    for (const Stream& stream : streams)
        if (const std::size_t bytes = leftInside(stream); bytes > 0)
            order.parts.push_back(
                {stream.here(), stream.packet, std::string(stream.rest().substr(0, bytes))});
    if (unknown > 0) order.parts.push_back({{}, false, std::string(unknown, '?')});
    order.strange += unknown;
}

PipeOrder ordered(const World& world, const std::vector<Stream>& before, std::string_view first,
                  std::uint64_t behind, Preference preference) {
    PipeOrder order;
    std::vector<Stream> streams = before;
    putFirst(order, streams, first, preference);
    putBehind(order, streams, behind);
    for (const WriteInFlight& flight : world.writesInFlight) {
        std::uint64_t copied = flight.copied;
        for (std::size_t i = 0; i < streams.size(); ++i)
            if (streams[i].flight == &flight)
                copied += std::max(streams[i].inside, streams[i].used) - before[i].inside;
        if (copied != flight.copied) order.progress.push_back({flight.process, copied});
    }
    return order;
}

} // namespace

PipeOrder orderOf(const World& world, const Pipe& pipe, std::string_view first,
                  std::uint64_t behind) {
    const std::vector<Stream> streams = streamsOf(world, pipe);
    PipeOrder order = ordered(world, streams, first, behind, Preference::Returned);
    if (order.strange + order.missing == 0) return order;
    PipeOrder other = ordered(world, streams, first, behind, Preference::Longest);
    return other.strange + other.missing < order.strange + order.missing ? other : order;
}

void arrange(World& world, Pipe& pipe, const PipeOrder& order) {
    const std::uint64_t written = pipe.written - pipe.unread();
    pipe.pages.clear();
    for (const PipeOrder::Part& part : order.parts) {
        const std::uint64_t serial = part.piece.write != 0 ? part.piece.write : world.nextSerial++;
        const std::int64_t when = part.piece.write != 0 ? part.piece.writtenNs : world.timeNs;
        Writing writing{serial, part.piece.writer, part.packet,
                        when,   part.piece.from,   part.piece.whole};
        const std::size_t join = part.packet ? 0 : joiningBytes(pipe, part.bytes.size());
        joinLastSlot(pipe, std::string_view(part.bytes).substr(0, join), writing);
        writing.from += join;
        fillSlots(pipe, std::string_view(part.bytes).substr(join), writing, true);
    }
    pipe.written = written + pipe.unread();
    for (const auto& [process, copied] : order.progress)
        if (WriteInFlight* flight = flightOf(world, process)) {
            flight->copied = copied;
            flight->started = copied > 0;
        }
}

bool isBeingWritten(const World& world, const Pipe& pipe) {
    return std::ranges::any_of(world.writesInFlight, [&pipe](const WriteInFlight& each) {
        return each.pipe == pipe.serial;
    });
}

} // namespace ipclab
