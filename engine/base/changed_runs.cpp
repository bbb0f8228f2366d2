#include "engine/base/changed_runs.h"

#include <algorithm>
#include <cstring>

namespace ipclab {

namespace {

constexpr std::size_t pageBytes = 4096, rowBytes = 16;

void add(std::uint64_t first, std::uint64_t end, std::vector<ChangedRun>& runs) {
    if (!runs.empty()) {
        ChangedRun& last = runs.back();
        if (first >= last.offset && first - last.offset < last.length + rowBytes) {
            last.length = std::max(last.length, end - last.offset);
            return;
        }
    }
    runs.push_back({first, end - first});
}

void compareRow(const char* before, const char* now, std::size_t bytes, std::uint64_t offset,
                std::vector<ChangedRun>& runs) {
    std::size_t first = 0, end = bytes;
    while (before[first] == now[first])
        ++first;
    while (before[end - 1] == now[end - 1])
        --end;
    add(offset + first, offset + end, runs);
}

void comparePage(const char* before, const char* now, std::size_t bytes, std::uint64_t offset,
                 std::vector<ChangedRun>& runs) {
    for (std::size_t row = 0; row < bytes; row += rowBytes) {
        const std::size_t size = std::min(rowBytes, bytes - row);
        if (std::memcmp(before + row, now + row, size) != 0)
            compareRow(before + row, now + row, size, offset + row, runs);
    }
}

} // namespace

void addChangedRuns(const char* before, const char* now, std::size_t bytes, std::uint64_t offset,
                    std::vector<ChangedRun>& runs) {
    for (std::size_t page = 0; page < bytes; page += pageBytes) {
        const std::size_t size = std::min(pageBytes, bytes - page);
        if (std::memcmp(before + page, now + page, size) != 0)
            comparePage(before + page, now + page, size, offset + page, runs);
    }
}

} // namespace ipclab
