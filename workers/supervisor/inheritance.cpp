#include "workers/supervisor/inheritance.h"

#include "engine/observe/queue_look.h"

#include <algorithm>

namespace ipclab {

namespace {

Record asTheEngine(RecordKind kind) {
    Record record;
    record.kind = kind;
    record.process = engineProcess;
    return record;
}

event::SegmentSeen seenIn(const std::vector<TabledSegment>& table, std::int32_t id) {
    event::SegmentSeen seen;
    seen.quiet = true;
    seen.stat.id = id;
    const auto found = std::ranges::find(table, id, [](const auto& each) { return each.stat.id; });
    seen.gone = found == table.end();
    if (seen.gone) return seen;
    seen.stat = found->stat;
    seen.rss = found->rss;
    seen.missing = "no process of the lab has it attached";
    return seen;
}

} // namespace

Inheritance::Inheritance(Board& board, bool privateNamespace) : namespaceEnded_(privateNamespace) {
    for (LedgerEntry& entry : board.ledger) {
        const LedgerState state = entry.state.load();
        const bool made = state == LedgerState::Created;
        const bool known = made || state == LedgerState::Found;
        if (made || (known && namespaceEnded_)) objects_.emplace_back(entry.kind, entry.id.load());
        if (namespaceEnded_ && (known || state == LedgerState::Intended))
            entry.state.store(LedgerState::Removed);
    }
}

/// One that still stands is looked at from now on like any other.
void Inheritance::reportQueue(std::int32_t id, Reporter& reporter) const {
    const auto stat = lookAtQueue(id);
    if (!namespaceEnded_ && (stat || stat.error().number != EINVAL)) return;
    event::QueueSeen seen;
    seen.quiet = seen.gone = true;
    seen.stat.id = id;
    QueueSeenRecord packed = packQueueSeen(seen);
    Record record = asTheEngine(RecordKind::QueueSeen);
    record.args = packed.args;
    reporter.post(record, std::move(packed.data));
}

void Inheritance::report(Reporter& reporter, const SegmentTable& segments) const {
    const auto table = segments.segments();
    for (const auto& [kind, id] : objects_) {
        if (kind == LedgerKind::Queue)
            reportQueue(id, reporter);
        else if (table || namespaceEnded_)
            reporter.post(
                asTheEngine(RecordKind::Encoded),
                encodedBody(seenIn(namespaceEnded_ ? std::vector<TabledSegment>() : *table, id)));
    }
}

} // namespace ipclab
