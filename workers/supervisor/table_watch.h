#pragma once

#include "engine/observe/sysvipc_file.h"
#include "workers/supervisor/reporter.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ipclab {

/// Reports /proc/sysvipc/msg and, below it, /proc/sysvipc/shm as they are, while somebody wants to
/// see them, and whenever they changed.
class TableWatch {
public:
    [[nodiscard]] static Result<std::vector<SysvipcFile>> openTables();
    TableWatch(std::vector<SysvipcFile> tables, Reporter& reporter)
        : tables_(std::move(tables)), reporter_(reporter) {}

    /// Switched on, it reports the table once in any case.
    void want(bool on);
    /// Reads the table if it is time to.
    void tick(std::int64_t nowNs);
    /// When to tick next; never while nobody wants it.
    [[nodiscard]] std::int64_t dueNs() const { return dueNs_; }

    static constexpr std::int64_t never = INT64_MAX;

private:
    std::vector<SysvipcFile> tables_;
    Reporter& reporter_;
    std::string last_;
    bool reported_ = false;
    std::int64_t dueNs_ = never;
};

} // namespace ipclab
