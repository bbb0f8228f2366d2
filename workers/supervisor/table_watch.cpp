#include "workers/supervisor/table_watch.h"

namespace ipclab {

namespace {

constexpr std::int64_t everyNs = 100'000'000;
constexpr std::size_t largestText = 60 * 1024;

} // namespace

void TableWatch::want(bool on) {
    reported_ = false;
    dueNs_ = on ? 0 : never;
}

void TableWatch::tick(std::int64_t nowNs) {
    if (nowNs < dueNs_) return;
    dueNs_ = nowNs + everyNs;
    auto text = table_.text(largestText);
    if (!text || (reported_ && *text == last_)) return;
    last_ = std::move(*text);
    reported_ = true;
    Record record;
    record.kind = RecordKind::TableSeen;
    record.process = supervisorProcess;
    reporter_.post(record, last_);
}

} // namespace ipclab
