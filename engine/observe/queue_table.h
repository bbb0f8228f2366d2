#pragma once

#include "engine/call/value.h"
#include "engine/observe/sysvipc_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// /proc/sysvipc/msg: every queue of the IPC namespace, for anyone to read. svipc(7), proc(5).
class QueueTable {
public:
    /// Shows the namespace that this process is in now, also after it left it.
    [[nodiscard]] static Result<QueueTable> open();

    /// The file as it is; cut at the last whole line that fits into `limit` bytes.
    [[nodiscard]] Result<std::string> text(std::size_t limit) const { return file_.text(limit); }
    /// Every queue. Owners are as this process's user namespace sees them.
    [[nodiscard]] Result<std::vector<QueueStat>> queues() const;

private:
    explicit QueueTable(SysvipcFile file) : file_(std::move(file)) {}
    SysvipcFile file_;
};

/// Reads the table's lines. A line that is not understood is left out.
[[nodiscard]] std::vector<QueueStat> parseQueueTable(std::string_view text);

} // namespace ipclab
