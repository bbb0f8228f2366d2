#pragma once

#include "engine/observe/queue_table.h"
#include "workers/supervisor/reporter.h"

#include <cstdint>
#include <string>

namespace ipclab {

/// Reports /proc/sysvipc/msg as it is, while somebody wants to see it, and whenever it changed.
class TableWatch {
public:
    TableWatch(QueueTable table, Reporter& reporter)
        : table_(std::move(table)), reporter_(reporter) {}

    /// Switched on, it reports the table once in any case.
    void want(bool on);
    /// Reads the table if it is time to.
    void tick(std::int64_t nowNs);
    /// When to tick next; never while nobody wants it.
    [[nodiscard]] std::int64_t dueNs() const { return dueNs_; }

    static constexpr std::int64_t never = INT64_MAX;

private:
    QueueTable table_;
    Reporter& reporter_;
    std::string last_;
    bool reported_ = false;
    std::int64_t dueNs_ = never;
};

} // namespace ipclab
