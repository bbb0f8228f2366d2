#include "engine/world/segment_questions.h"

#include <algorithm>

namespace ipclab {

namespace {

/// So far behind the end of an attachment an address is taken to have been meant for it.
constexpr std::uint64_t farthestPastTheEnd = std::uint64_t{1} << 20;

const Attachment* holding(const std::vector<Attachment>& all, std::uint64_t address) {
    const auto found = std::ranges::find_if(all, [address](const Attachment& each) {
        return address >= each.address && address - each.address < each.bytes;
    });
    return found == all.end() ? nullptr : &*found;
}

FaultCause cause(FaultReason reason, bool write, std::uint64_t address, const Attachment& at) {
    return {reason, write, address, at.segment, at.offset + (address - at.address)};
}

/// The attachment that ends last at or before the address.
const Attachment* endingBefore(const std::vector<Attachment>& all, std::uint64_t address) {
    const Attachment* nearest = nullptr;
    for (const Attachment& each : all) {
        const std::uint64_t end = each.address + each.bytes;
        if (end > address || address - end >= farthestPastTheEnd) continue;
        if (!nearest || each.address > nearest->address) nearest = &each;
    }
    return nearest;
}

/// How long the text at an address is, with its NUL; at least 1.
std::uint64_t textLength(const World& world, const Process& process, std::uint64_t address) {
    const auto place = placeOf(process, address);
    const Segment* segment = place ? world.segment(place->attachment->segment) : nullptr;
    if (!segment) return 1;
    std::uint64_t length = 0;
    for (std::uint64_t page = segmentPageBytes; length < place->left; length += page) {
        const std::string bytes =
            bytesOf(*segment, place->offset + length, std::min(page, place->left - length));
        if (const std::size_t end = bytes.find('\0'); end != std::string::npos)
            return length + end + 1;
    }
    return std::max<std::uint64_t>(1, place->left);
}

std::uint64_t unsignedOf(std::int64_t argument) {
    return static_cast<std::uint64_t>(argument);
}

/// What the kernel writes where a call gave it an address instead of a variable.
std::vector<MemoryAccess> kernelWrites(const ResolvedCall& call) {
    constexpr std::uint64_t typeBytes = 8, msqidBytes = 120, shmidBytes = 112, pairBytes = 8;
    if ((call.flags & rawAddress) == 0) return {};
    switch (call.id) {
    case CallId::Msgrcv:
        return {{unsignedOf(call.args[4]), typeBytes + unsignedOf(call.args[1]), true}};
    case CallId::Read:
        return {{unsignedOf(call.args[2]), unsignedOf(call.args[1]), true}};
    case CallId::Msgctl:
        return {{unsignedOf(call.args[2]), msqidBytes, true}};
    case CallId::Shmctl:
        return {{unsignedOf(call.args[2]), shmidBytes, true}};
    case CallId::Pipe:
    case CallId::Pipe2:
        return {{unsignedOf(call.args[2]), pairBytes, true}};
    default:
        return {};
    }
}

} // namespace

std::optional<std::uint64_t> pointerOf(const Value& value) {
    if (const auto* pointer = std::get_if<Address>(&value)) return pointer->at;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return static_cast<std::uint64_t>(*number);
    return {};
}

std::optional<MemoryPlace> placeOf(const Process& process, std::uint64_t address) {
    const Attachment* at = holding(process.attachments, address);
    if (!at) return std::nullopt;
    const std::uint64_t inside = address - at->address;
    return MemoryPlace{at, at->offset + inside, at->bytes - inside};
}

std::optional<FaultCause> whyFaults(const Process& process, std::uint64_t address, bool write) {
    if (const Attachment* at = holding(process.attachments, address)) {
        if (at->noAccess) return cause(FaultReason::NoAccess, write, address, *at);
        if (write && at->readOnly) return cause(FaultReason::ReadOnly, write, address, *at);
        return std::nullopt;
    }
    if (const Attachment* at = holding(process.detached, address))
        return cause(FaultReason::Detached, write, address, *at);
    if (const Attachment* at = endingBefore(process.attachments, address))
        return cause(FaultReason::PastTheEnd, write, address, *at);
    return FaultCause{FaultReason::NotMapped, write, address, -1, 0};
}

std::vector<MemoryAccess> memoryAccesses(const World& world, const Process& process,
                                         const ResolvedCall& call) {
    const std::uint64_t first = unsignedOf(call.args[0]), second = unsignedOf(call.args[1]);
    const bool fromMemory = (call.flags & rawSource) != 0;
    const bool toMemory = (call.flags & intoVariable) == 0;
    std::vector<MemoryAccess> all;
    switch (call.id) {
    case CallId::Strcpy: {
        const std::uint64_t length =
            fromMemory ? textLength(world, process, second) : call.data.size() + 1;
        if (fromMemory) all.push_back({second, length, false});
        if (toMemory) all.push_back({first, length, true});
        return all;
    }
    case CallId::Memcpy:
        if (fromMemory) all.push_back({second, unsignedOf(call.args[2]), false});
        if (toMemory) all.push_back({first, unsignedOf(call.args[2]), true});
        return all;
    case CallId::Memset:
        if (toMemory) all.push_back({first, unsignedOf(call.args[2]), true});
        return all;
    case CallId::Strlen:
        if (!fromMemory) return all;
        return {{first, textLength(world, process, first), false}};
    case CallId::Load:
        return {{first, second, false}};
    case CallId::Store:
    case CallId::AtomicAdd:
        return {{first, second, true}};
    default:
        return kernelWrites(call);
    }
}

std::optional<FaultCause> causeOfFault(const World& world, const Process& process,
                                       const ResolvedCall& call, std::uint64_t address) {
    if (call.id < CallId::Strcpy || call.id > CallId::AtomicAdd) return std::nullopt;
    const std::vector<MemoryAccess> all = memoryAccesses(world, process, call);
    const auto meant = std::ranges::find_if(all, [address](const MemoryAccess& each) {
        return address >= each.address && address - each.address < each.length;
    });
    const bool write = meant != all.end() ? meant->write : !all.empty() && all.back().write;
    return whyFaults(process, address, write);
}

std::string bytesOf(const Segment& segment, std::uint64_t offset, std::uint64_t length) {
    std::string bytes;
    bytes.reserve(length);
    while (length > 0) {
        const std::uint64_t inPage = offset % segmentPageBytes;
        const std::uint64_t part = std::min<std::uint64_t>(length, segmentPageBytes - inPage);
        if (const SegmentPage* page = segment.pages.find(offset / segmentPageBytes))
            bytes.append(page->bytes.data() + inPage, part);
        else
            bytes.append(part, '\0');
        offset += part;
        length -= part;
    }
    return bytes;
}

std::optional<ProcessId> writerOf(const Segment& segment, std::uint64_t offset) {
    const SegmentPage* page = segment.pages.find(offset / segmentPageBytes);
    const std::uint8_t index = page ? page->writer[offset % segmentPageBytes] : 0;
    if (index == 0 || index > segment.writers.size()) return std::nullopt;
    return segment.writers[index - 1u].process;
}

std::uint64_t attachedOutside(const World& world, const Segment& segment) {
    std::uint64_t ours = 0;
    for (const Process& process : world.processes)
        ours += static_cast<std::uint64_t>(
            std::ranges::count(process.attachments, segment.stat.id, &Attachment::segment));
    return segment.stat.nattch - std::min(segment.stat.nattch, ours);
}

const Segment* segmentOfKey(const World& world, std::int32_t key) {
    if (key == 0) return nullptr; // IPC_PRIVATE, or marked: nobody finds it by key
    for (auto found = world.segments.rbegin(); found != world.segments.rend(); ++found)
        if (!found->removed && !found->stat.dest && found->stat.key == key) return &*found;
    return nullptr;
}

} // namespace ipclab
