#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ipclab {

/// A stretch of bytes that is not what it was.
struct ChangedRun {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    bool operator==(const ChangedRun&) const = default;
};

/// Where `now` differs from `before`: found by page, then by row of 16 bytes, then by byte, so that
/// memory that did not change costs little more than reading it. Stretches with fewer equal bytes
/// than a row between them are one. Offsets count from `offset`.
void addChangedRuns(const char* before, const char* now, std::size_t bytes, std::uint64_t offset,
                    std::vector<ChangedRun>& runs);

} // namespace ipclab
