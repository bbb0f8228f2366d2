#include "engine/world/memory.h"

#include "engine/call/printf.h"
#include "engine/world/segment_bytes.h"
#include "engine/world/segment_questions.h"
#include "engine/world/segments.h"

#include <algorithm>
#include <vector>

namespace ipclab {

namespace {

bool usesMemory(const ResolvedCall& call) {
    return (call.id >= CallId::Strcpy && call.id <= CallId::AtomicAdd) ||
           (call.flags & rawAddress) != 0;
}

/// A piece of a process's memory that lies in a segment.
struct Piece {
    std::int32_t segment = 0;
    std::uint64_t offset = 0, length = 0;
    std::uint64_t before = 0; ///< bytes of the range that come before it
};

/// The pieces of a range, up to where no segment is attached. It may go over several attachments
/// that touch each other.
std::vector<Piece> piecesOf(const Process& process, std::uint64_t address, std::uint64_t length) {
    std::vector<Piece> pieces;
    for (std::uint64_t done = 0; done < length; done += pieces.back().length) {
        const auto place = placeOf(process, address + done);
        if (!place) break;
        pieces.push_back({place->attachment->segment, place->offset,
                          std::min(length - done, place->left), done});
    }
    return pieces;
}

/// Calls `part(segment, offset, length, bytes before it)` for each piece of a range.
template <class Part>
void bySegment(World& world, const Process& process, std::uint64_t address, std::uint64_t length,
               const Part& part) {
    for (const Piece& each : piecesOf(process, address, length))
        if (Segment* segment = liveSegment(world, each.segment))
            part(*segment, each.offset, each.length, each.before);
}

void write(World& world, const Process& process, std::uint64_t address, std::string_view bytes) {
    bySegment(world, process, address, bytes.size(),
              [&](Segment& segment, auto offset, auto size, auto done) {
                  const auto writer = writerIndex(segment, process.id, world.timeNs);
                  putBytes(segment, offset, bytes.substr(done, size), writer);
                  noteWrite(segment, {process.id, offset, size, world.timeNs});
              });
}

void fill(World& world, const Process& process, std::uint64_t address, std::uint64_t length,
          char byte) {
    bySegment(world, process, address, length, [&](Segment& segment, auto offset, auto size, auto) {
        const auto writer = writerIndex(segment, process.id, world.timeNs);
        fillBytes(segment, offset, size, byte, writer);
        noteWrite(segment, {process.id, offset, size, world.timeNs});
    });
}

void touch(World& world, const Process& process, std::uint64_t address, std::uint64_t length) {
    bySegment(world, process, address, length, [](Segment& segment, auto offset, auto size, auto) {
        touchBytes(segment, offset, size);
    });
}

void uncertain(World& world, const Process& process, const MemoryAccess& access) {
    bySegment(world, process, access.address, access.length,
              [&](Segment& segment, auto offset, auto size, auto) {
                  makeUncertain(segment, {process.id, offset, size});
              });
}

bool overlap(const Piece& one, const Piece& other) {
    return one.segment == other.segment && one.offset < other.offset + other.length &&
           other.offset < one.offset + one.length;
}

/// Whether another process is writing into the same bytes of the same segment.
bool contested(const World& world, const Process& process, const MemoryAccess& access) {
    const std::vector<Piece> mine = piecesOf(process, access.address, access.length);
    const auto isMine = [&](const Piece& theirs) {
        return std::ranges::any_of(mine, [&](const Piece& each) { return overlap(each, theirs); });
    };
    return std::ranges::any_of(world.processes, [&](const Process& other) {
        if (other.id == process.id || !other.current || !usesMemory(other.current->call))
            return false;
        const auto accesses = memoryAccesses(world, other, other.current->call);
        return std::ranges::any_of(accesses, [&](const MemoryAccess& each) {
            return each.write &&
                   std::ranges::any_of(piecesOf(other, each.address, each.length), isMine);
        });
    });
}

std::string_view copied(const CallOutcome& done) {
    return (done.call.flags & rawSource) != 0 ? done.data : done.call.data;
}

void returnCopy(World& world, const Process& process, const CallOutcome& done) {
    const auto [to, from] = std::pair(static_cast<std::uint64_t>(done.call.args[0]),
                                      static_cast<std::uint64_t>(done.call.args[1]));
    std::string bytes(copied(done));
    if (done.call.id == CallId::Strcpy) {
        bytes.resize(std::min(bytes.find('\0'), bytes.size()));
        bytes += '\0';
    } else {
        bytes.resize(
            std::min<std::uint64_t>(static_cast<std::uint64_t>(done.call.args[2]), maxPayload));
    }
    if ((done.call.flags & rawSource) != 0) touch(world, process, from, bytes.size());
    if ((done.call.flags & intoVariable) == 0) write(world, process, to, bytes);
}

/// %s and *p in a printf read what stands there.
void touchPrinted(World& world, const Process& process, const ResolvedCall& call) {
    const auto printed = unpackPrintf(call.data);
    if (!printed) return;
    for (const PrintfArgument& each : printed->arguments) {
        const auto address = static_cast<std::uint64_t>(each.number);
        if (each.kind == PrintfArgument::Kind::Address) touch(world, process, address, 1);
        if (each.kind == PrintfArgument::Kind::Memory) touch(world, process, address, each.width);
    }
}

void returnStore(World& world, const Process& process, const CallOutcome& done) {
    const auto width = static_cast<std::size_t>(std::clamp<std::int64_t>(done.call.args[1], 1, 8));
    // The last value is what stands there, unless another process stored at the same time.
    const char* value = reinterpret_cast<const char*>(&done.result);
    write(world, process, static_cast<std::uint64_t>(done.call.args[0]), {value, width});
}

} // namespace

void enterMemory(World& world, const Process& process, const ResolvedCall& call) {
    if (!usesMemory(call) || process.attachments.empty()) return;
    const bool byKernel = (call.flags & rawAddress) != 0;
    for (const MemoryAccess& access : memoryAccesses(world, process, call))
        if (access.write && (byKernel || contested(world, process, access)))
            uncertain(world, process, access);
    if (call.id == CallId::Store || call.id == CallId::AtomicAdd)
        enterAddition(world, process, call);
}

void returnMemory(World& world, const Process& process, const CallOutcome& done) {
    if (done.refused || !usesMemory(done.call) || process.attachments.empty()) return;
    const auto address = static_cast<std::uint64_t>(done.call.args[0]);
    switch (done.call.id) {
    case CallId::Strcpy:
    case CallId::Memcpy:
        return returnCopy(world, process, done);
    case CallId::Memset:
        if ((done.call.flags & intoVariable) != 0) return;
        return fill(world, process, address, static_cast<std::uint64_t>(done.call.args[2]),
                    static_cast<char>(done.call.args[1]));
    case CallId::Strlen:
        if ((done.call.flags & rawSource) == 0) return;
        return touch(world, process, address, static_cast<std::uint64_t>(done.result) + 1);
    case CallId::Printf:
        return touchPrinted(world, process, done.call);
    case CallId::Load:
        return touch(world, process, address, static_cast<std::uint64_t>(done.call.args[1]));
    case CallId::Store:
    case CallId::AtomicAdd:
        returnStore(world, process, done);
        return returnAddition(world, process, done);
    case CallId::Read: // read(fd, p, n): the kernel wrote there
        return write(world, process, static_cast<std::uint64_t>(done.call.args[2]), done.data);
    default:
        return;
    }
}

void endInMemory(World& world, const Process& process, const ResolvedCall& call) {
    if (!usesMemory(call) || process.attachments.empty()) return;
    for (const MemoryAccess& access : memoryAccesses(world, process, call))
        if (access.write) uncertain(world, process, access);
    endAddition(world, process, call);
}

} // namespace ipclab
