// The kernel's own lists, /proc/sysvipc/msg and /proc/sysvipc/shm, read as rows.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ipclab {

struct KernelRow {
    std::int32_t key = 0;
    std::int32_t msqid = -1;
    std::uint32_t mode = 0;
    std::uint64_t usedBytes = 0, messages = 0;
    std::int32_t lspid = 0, lrpid = 0;
    std::uint32_t uid = 0, gid = 0, cuid = 0, cgid = 0;
    std::int64_t sent = 0, received = 0, changed = 0; ///< seconds since 1970; 0: never
};

/// A segment; the pages that exist in memory are rss bytes.
struct SegmentRow {
    std::int32_t key = 0;
    std::int32_t shmid = -1;
    std::uint32_t mode = 0; ///< the nine bits
    bool dest = false;      ///< removed, lives until the last detach
    std::uint64_t bytes = 0, attached = 0, rss = 0;
    std::int32_t cpid = 0, lpid = 0;
    std::uint32_t uid = 0;
    std::int64_t attachedAt = 0, detachedAt = 0, changed = 0;
};

/// The queues: every line of fourteen numbers. Other lines belong to other tables.
[[nodiscard]] std::vector<KernelRow> readKernelTable(std::string_view text);
/// The segments: every line of sixteen numbers.
[[nodiscard]] std::vector<SegmentRow> readSegmentRows(std::string_view text);

} // namespace ipclab
