#include "workers/worker/attach_room.h"

#include <algorithm>
#include <cstdint>
#include <sys/mman.h>

namespace ipclab {

namespace {

constexpr std::size_t page = 4096;

void* pointer(std::uint64_t address) {
    return reinterpret_cast<void*>(address);
}

/// Maps so many bytes that nobody may use, where the kernel would put a segment; 0 if it cannot.
std::uint64_t mapNothing(std::size_t bytes) {
    void* at =
        ::mmap(nullptr, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return at == MAP_FAILED ? 0 : reinterpret_cast<std::uint64_t>(at);
}

std::size_t wholePages(std::size_t bytes) {
    return (bytes + page - 1) / page * page;
}

} // namespace

void AttachRoom::prepare(std::size_t bytes) {
    if (bytes == 0 || bytes > SIZE_MAX / 2) return;
    const std::size_t size = wholePages(bytes);
    const std::uint64_t place = mapNothing(size);
    if (place == 0) return;
    ::munmap(pointer(place), size);
    if (std::ranges::find(guards_, place + size) != guards_.end()) return;

    const std::uint64_t room = mapNothing(size + page);
    if (room == 0) return;
    guards_.push_back(room + size);
    ::munmap(pointer(room), size);
    constexpr int mostGaps = 64;
    for (int i = 0; i < mostGaps; ++i) {
        const std::uint64_t next = mapNothing(size);
        if (next != room && next != 0) continue; // a gap too small for the guard: filled for good
        if (next == room) ::munmap(pointer(room), size);
        return;
    }
}

void AttachRoom::release(std::uint64_t address, std::size_t bytes) {
    const std::uint64_t end = address + wholePages(bytes);
    std::erase_if(guards_, [&](std::uint64_t guard) {
        if (guard + page <= address || guard >= end) return false;
        ::munmap(pointer(guard), page);
        return true;
    });
}

} // namespace ipclab
