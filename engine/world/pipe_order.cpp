#include "engine/world/pipe_slots.h"
#include "engine/world/pipes.h"

#include <algorithm>

namespace ipclab {

namespace {

/// What is left of one write, or of one packet, in the pipe.
struct Stream {
    WritePiece piece;
    bool packet = false;
    std::string bytes;
    std::size_t used = 0;

    [[nodiscard]] std::string_view rest() const { return std::string_view(bytes).substr(used); }
};

/// A part of the new order.
struct Part {
    WritePiece piece;
    bool packet = false;
    std::string bytes;
};

void addTo(std::vector<Stream>& streams, const PipeSlot& slot, const WritePiece& piece,
           std::string_view bytes) {
    if (bytes.empty()) return;
    if (!slot.packet && !streams.empty() && !streams.back().packet &&
        streams.back().piece.write == piece.write) {
        streams.back().bytes += bytes;
        return;
    }
    streams.push_back({piece, slot.packet, std::string(bytes), 0});
}

std::vector<Stream> streamsOf(const Pipe& pipe) {
    std::vector<Stream> streams;
    for (const PipeSlot& slot : pipe.pages) {
        std::size_t at = 0;
        for (const WritePiece& piece : slot.pieces) {
            const std::size_t from = std::max<std::size_t>(at, slot.read);
            at += piece.bytes;
            if (at > from)
                addTo(streams, slot, piece, std::string_view(*slot.bytes).substr(from, at - from));
        }
    }
    return streams;
}

std::size_t common(std::string_view a, std::string_view b) {
    const auto end = std::ranges::mismatch(a, b).in1;
    return static_cast<std::size_t>(end - a.begin());
}

/// The write that explains the most of what comes next; the older one where two explain the same.
Stream* bestFor(std::vector<Stream>& streams, std::string_view next, std::size_t& length) {
    Stream* best = nullptr;
    length = 0;
    for (Stream& stream : streams) {
        const std::size_t same = common(stream.rest(), next);
        if (same <= length) continue;
        length = same;
        best = &stream;
    }
    return best;
}

std::vector<Part> partsInOrder(std::vector<Stream>& streams, std::string_view first,
                               std::uint64_t& strange) {
    std::vector<Part> parts;
    while (!first.empty()) {
        std::size_t length = 0;
        Stream* best = bestFor(streams, first, length);
        if (!best) {
            const bool more = !parts.empty() && parts.back().piece.write == 0;
            if (!more) parts.push_back({{}, false, {}});
            parts.back().bytes += first.front();
            first.remove_prefix(1);
            ++strange;
            continue;
        }
        // A packet goes as a whole, however much of it was read.
        const std::size_t whole = best->packet ? best->rest().size() : length;
        parts.push_back({best->piece, best->packet, std::string(best->rest().substr(0, whole))});
        best->used += whole;
        first.remove_prefix(length);
    }
    for (const Stream& stream : streams)
        if (!stream.rest().empty())
            parts.push_back({stream.piece, stream.packet, std::string(stream.rest())});
    return parts;
}

} // namespace

std::uint64_t arrange(World& world, Pipe& pipe, std::string_view first) {
    std::uint64_t strange = 0;
    std::vector<Stream> streams = streamsOf(pipe);
    const std::vector<Part> parts = partsInOrder(streams, first, strange);
    const std::uint64_t written = pipe.written;
    pipe.pages.clear();
    for (const Part& part : parts) {
        const std::uint64_t serial = part.piece.write != 0 ? part.piece.write : world.nextSerial++;
        const std::int64_t when = part.piece.write != 0 ? part.piece.writtenNs : world.timeNs;
        const Writing writing{serial, part.piece.writer, part.packet, when};
        const std::size_t join = part.packet ? 0 : joiningBytes(pipe, part.bytes.size());
        joinLastSlot(pipe, std::string_view(part.bytes).substr(0, join), writing);
        fillSlots(pipe, std::string_view(part.bytes).substr(join), writing, true);
    }
    pipe.written = written + strange;
    return strange;
}

} // namespace ipclab
