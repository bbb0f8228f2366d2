#pragma once

#include "engine/call/value.h"
#include "engine/observe/sysvipc_file.h"

#include <string_view>
#include <vector>

namespace ipclab {

/// A line of /proc/sysvipc/shm.
struct TabledSegment {
    SegmentStat stat;
    std::uint64_t rss = 0, swap = 0; ///< bytes of pages that exist, in memory or swapped out
};

/// /proc/sysvipc/shm: every segment of the IPC namespace, for anyone to read. svipc(7), proc(5).
class SegmentTable {
public:
    [[nodiscard]] static Result<SegmentTable> open();

    /// Every segment. Owners are as this process's user namespace sees them.
    [[nodiscard]] Result<std::vector<TabledSegment>> segments() const;

private:
    explicit SegmentTable(SysvipcFile file) : file_(std::move(file)) {}
    SysvipcFile file_;
};

/// Reads the table's lines. A line that is not understood is left out.
[[nodiscard]] std::vector<TabledSegment> parseSegmentTable(std::string_view text);

} // namespace ipclab
