#include "workers/supervisor/table_watch.h"

namespace ipclab {

namespace {

constexpr std::int64_t everyNs = 100'000'000;
constexpr std::size_t largestText = 60 * 1024; // of each table

} // namespace

Result<std::vector<SysvipcFile>> TableWatch::openTables() {
    std::vector<SysvipcFile> tables;
    for (const char* path : {"/proc/sysvipc/msg", "/proc/sysvipc/shm"}) {
        auto table = SysvipcFile::open(path);
        if (!table) return std::unexpected(table.error());
        tables.push_back(std::move(*table));
    }
    return tables;
}

void TableWatch::want(bool on) {
    reported_ = false;
    dueNs_ = on ? 0 : never;
}

void TableWatch::tick(std::int64_t nowNs) {
    if (nowNs < dueNs_) return;
    dueNs_ = nowNs + everyNs;
    std::string all;
    for (const SysvipcFile& table : tables_)
        if (auto text = table.text(largestText)) all += *text;
    if (all.empty() || (reported_ && all == last_)) return;
    last_ = std::move(all);
    reported_ = true;
    Record record;
    record.kind = RecordKind::TableSeen;
    record.process = supervisorProcess;
    reporter_.post(record, last_);
}

} // namespace ipclab
