// The kernel's own list of message queues, /proc/sysvipc/msg, read as rows.
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

/// Every line below the heading. A line that is not fourteen numbers is left out.
[[nodiscard]] std::vector<KernelRow> readKernelTable(std::string_view text);

} // namespace ipclab
