#include "workers/supervisor/queue_watch.h"

#include "engine/observe/queue_look.h"
#include "workers/supervisor/borrowed.h"

#include <algorithm>
#include <ctime>

namespace ipclab {

namespace {

bool isWatched(const LedgerEntry& entry) {
    const LedgerState state = entry.state.load();
    return entry.kind == LedgerKind::Queue &&
           (state == LedgerState::Created || state == LedgerState::Found);
}

bool sameSight(const event::QueueSeen& a, const event::QueueSeen& b) {
    return a.gone == b.gone && a.stat == b.stat && a.contentsKnown == b.contentsKnown &&
           a.missing == b.missing && a.messages == b.messages;
}

/// Contents read in an earlier second than the queue's last send and receive may be old; those
/// read later, with the same stat, cannot be: every send and receive sets its time.
bool stillTrue(const event::QueueSeen& read, std::int64_t readSec, const QueueStat& now) {
    return read.stat == now && readSec > std::max({now.stime, now.rtime, now.ctime});
}

QueueContents readAsAnyone(const QueueStat& stat) {
    QueueContents contents = readContents(stat);
    if (contents.error != EACCES) return contents;
    for (const std::uint32_t owner : {stat.uid, stat.cuid}) {
        const Borrowed identity(owner);
        if (!identity) continue;
        QueueContents asOwner = readContents(stat);
        if (asOwner.error != EACCES) return asOwner;
    }
    return contents;
}

Record recordOf(const QueueSeenRecord& packed) {
    Record record;
    record.kind = RecordKind::QueueSeen;
    record.process = supervisorProcess;
    record.args = packed.args;
    return record;
}

} // namespace

bool QueueWatch::any() const {
    return std::ranges::any_of(board_.ledger, isWatched);
}

std::vector<std::int32_t> QueueWatch::watched() const {
    std::vector<std::int32_t> ids;
    for (const LedgerEntry& entry : board_.ledger)
        if (isWatched(entry)) ids.push_back(entry.id.load());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

bool QueueWatch::look(std::int32_t id, Sight& sight) const {
    // Somebody outside may be at work on the queue: contents count only between two equal stats.
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
        sight.readSec = ::time(nullptr);
        const auto before = lookAtQueue(id);
        sight.seen = {};
        sight.seen.quiet = true;
        sight.seen.stat.id = id;
        sight.seen.gone = !before && before.error().number == EINVAL;
        if (!before) return sight.seen.gone;
        const auto known = known_.find(id);
        if (known != known_.end() &&
            stillTrue(known->second.sight.seen, known->second.sight.readSec, *before)) {
            sight = known->second.sight;
            return true;
        }
        sight.seen.stat = *before;
        QueueContents contents = readAsAnyone(*before);
        sight.seen.contentsKnown = contents.known;
        sight.seen.messages = std::move(contents.messages);
        sight.seen.missing = std::move(contents.missing);
        const auto after = lookAtQueue(id);
        if (after && *after == *before) return true;
    }
    return false;
}

bool QueueWatch::isNews(const Sight& sight) const {
    const auto known = known_.find(sight.seen.stat.id);
    return known == known_.end() || known->second.othersActivity != reporter_.othersActivity() ||
           !known->second.sight.seen.quiet || !sameSight(known->second.sight.seen, sight.seen);
}

std::vector<News> QueueWatch::survey() {
    std::vector<News> all;
    const std::vector<std::int32_t> ids = watched();
    std::erase_if(known_,
                  [&](const auto& each) { return !std::ranges::binary_search(ids, each.first); });
    for (const std::int32_t id : ids) {
        Sight sight;
        if (!look(id, sight) || !isNews(sight)) continue;
        QueueSeenRecord packed = packQueueSeen(sight.seen);
        const Record record = recordOf(packed);
        all.push_back(
            {record, std::move(packed.data), [this, seen = std::move(sight)] { remember(seen); }});
    }
    return all;
}

void QueueWatch::remember(const Sight& sight) {
    const std::int32_t id = sight.seen.stat.id;
    if (sight.seen.gone) return markRemoved(id);
    known_[id] = {sight, reporter_.othersActivity()};
}

void QueueWatch::markRemoved(std::int32_t id) {
    known_.erase(id);
    for (LedgerEntry& entry : board_.ledger) {
        LedgerState state = entry.state.load();
        if (isWatched(entry) && entry.id.load() == id)
            entry.state.compare_exchange_strong(state, LedgerState::Removed);
    }
}

void QueueWatch::glance() {
    for (const std::int32_t id : watched()) {
        const auto stat = lookAtQueue(id);
        if (!stat) continue; // its removal is reported when all are at rest
        // The first time it is only remembered: the msgget that made it may not be reported yet.
        const auto [known, isNew] = known_.try_emplace(id);
        if (isNew || known->second.sight.seen.stat == *stat) continue;
        Sight sight;
        sight.seen.stat = *stat;
        sight.seen.missing = "not read while processes are at work";
        const QueueSeenRecord packed = packQueueSeen(sight.seen);
        reporter_.post(recordOf(packed), packed.data);
        remember(sight);
    }
}

} // namespace ipclab
