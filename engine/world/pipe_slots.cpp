#include "engine/world/pipe_slots.h"

#include <algorithm>
#include <atomic>

namespace ipclab {

namespace {

/// Boundaries beyond these in one page are not kept: nobody could see them.
constexpr std::size_t mostPieces = 512;

/// The bytes, not shared with an older picture of the world.
std::string& ownBytes(PipeSlot& slot) {
    if (!slot.bytes || slot.bytes.use_count() != 1)
        slot.bytes = std::make_shared<std::string>(slot.bytes ? *slot.bytes : std::string());
    std::atomic_thread_fence(std::memory_order_acquire);
    return const_cast<std::string&>(*slot.bytes);
}

void addPiece(PipeSlot& slot, std::size_t bytes, const Writing& writing, std::size_t before = 0) {
    const auto size = static_cast<std::uint32_t>(bytes);
    if (!slot.pieces.empty()) {
        WritePiece& last = slot.pieces.back();
        const bool same = last.write == writing.serial;
        if (same || (slot.pieces.size() >= mostPieces && last.writer == writing.writer)) {
            last.bytes += size;
            return;
        }
    }
    slot.pieces.push_back({writing.serial, writing.writer, size, writing.timeNs,
                           writing.from + before, writing.whole});
}

/// Takes unread bytes of this write out of a slot, the last ones first; returns how many.
std::uint64_t takeOut(PipeSlot& slot, std::uint64_t write, std::uint64_t bytes) {
    std::uint64_t out = 0;
    std::size_t end = slot.bytes ? slot.bytes->size() : 0;
    for (auto piece = slot.pieces.rbegin(); piece != slot.pieces.rend(); ++piece) {
        const std::size_t begin = end - piece->bytes;
        const std::size_t unread = end - std::min(end, std::max<std::size_t>(begin, slot.read));
        if (piece->write == write && unread > 0 && out < bytes) {
            const std::size_t cut = std::min<std::size_t>(unread, bytes - out);
            ownBytes(slot).erase(end - cut, cut);
            piece->bytes -= static_cast<std::uint32_t>(cut);
            out += cut;
        }
        end = begin;
    }
    std::erase_if(slot.pieces, [](const WritePiece& piece) { return piece.bytes == 0; });
    return out;
}

} // namespace

std::size_t joiningBytes(const Pipe& pipe, std::uint64_t length) {
    const std::size_t odd = length % pipePageBytes;
    if (odd == 0 || pipe.pages.empty()) return 0;
    const PipeSlot& last = pipe.pages.back();
    const std::size_t used = last.bytes ? last.bytes->size() : 0;
    return !last.packet && used + odd <= pipePageBytes ? odd : 0;
}

void joinLastSlot(Pipe& pipe, std::string_view bytes, const Writing& writing) {
    if (bytes.empty()) return;
    PipeSlot& last = pipe.pages.back();
    ownBytes(last).append(bytes);
    addPiece(last, bytes.size(), writing);
    pipe.written += bytes.size();
}

std::size_t fillSlots(Pipe& pipe, std::string_view bytes, const Writing& writing, bool beyond) {
    std::size_t put = 0;
    while (put < bytes.size() && (beyond || pipe.pages.size() < pipe.capacity)) {
        const std::string_view page = bytes.substr(put, pipePageBytes);
        PipeSlot& slot = pipe.pages.emplace_back();
        slot.bytes = std::make_shared<std::string>(page);
        slot.packet = writing.packet;
        addPiece(slot, page.size(), writing, put);
        put += page.size();
    }
    pipe.written += put;
    return put;
}

void takeFromSlots(Pipe& pipe, std::uint64_t bytes) {
    while (bytes > 0 && !pipe.pages.empty()) {
        PipeSlot& oldest = pipe.pages.front();
        const auto taken =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(bytes, oldest.unread()));
        oldest.read += taken;
        bytes -= taken;
        pipe.read += taken;
        const bool packet = oldest.packet;
        if (packet || oldest.unread() == 0) pipe.pages.pop_front();
        if (packet) return;
    }
}

std::uint64_t takeBack(Pipe& pipe, std::uint64_t write, std::uint64_t bytes) {
    std::uint64_t out = 0;
    for (auto slot = pipe.pages.rbegin(); slot != pipe.pages.rend() && out < bytes; ++slot)
        out += takeOut(*slot, write, bytes - out);
    std::erase_if(pipe.pages, [](const PipeSlot& slot) { return slot.unread() == 0; });
    pipe.written -= out;
    return out;
}

std::string unreadBytes(const Pipe& pipe) {
    std::string all;
    for (const PipeSlot& slot : pipe.pages)
        if (slot.bytes) all.append(*slot.bytes, slot.read);
    return all;
}

std::size_t missingInFront(std::string_view known, std::string_view seen) {
    std::size_t taken = known.size() - std::min(known.size(), seen.size());
    while (!seen.starts_with(known.substr(taken)))
        ++taken;
    return taken;
}

bool isSameOtherwise(std::string_view known, std::string_view seen) {
    if (known.size() != seen.size()) return false;
    std::string one(known), other(seen);
    std::ranges::sort(one);
    std::ranges::sort(other);
    return one == other;
}

bool beginsWith(const Pipe& pipe, std::string_view bytes) {
    for (const PipeSlot& slot : pipe.pages) {
        if (bytes.empty()) return true;
        if (!slot.bytes) continue;
        const std::string_view here = std::string_view(*slot.bytes).substr(slot.read);
        const std::size_t common = std::min(here.size(), bytes.size());
        if (here.substr(0, common) != bytes.substr(0, common)) return false;
        bytes.remove_prefix(common);
    }
    return bytes.empty();
}

} // namespace ipclab
