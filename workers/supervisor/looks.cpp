#include "workers/supervisor/looks.h"

#include "engine/observe/queue_look.h"
#include "workers/supervisor/borrowed.h"

#include <algorithm>
#include <ctime>

namespace ipclab {

namespace {

bool isWatched(const LedgerEntry& entry) {
    const LedgerState state = entry.state.load();
    return state == LedgerState::Created || state == LedgerState::Found;
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

bool Looks::any() const {
    return std::ranges::any_of(board_.ledger, isWatched);
}

std::vector<std::int32_t> Looks::watched() const {
    std::vector<std::int32_t> ids;
    for (const LedgerEntry& entry : board_.ledger)
        if (isWatched(entry)) ids.push_back(entry.id.load());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

std::uint64_t Looks::othersActivity() const {
    return board_.nextSeq.load() - reporter_.published();
}

bool Looks::look(std::int32_t id, News& news) const {
    // Somebody outside may be at work on the queue: contents count only between two equal stats.
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
        news.readSec = ::time(nullptr);
        const auto before = lookAtQueue(id);
        news.seen = {};
        news.seen.quiet = true;
        news.seen.stat.id = id;
        news.seen.gone = !before && before.error().number == EINVAL;
        if (!before) return news.seen.gone;
        const auto known = known_.find(id);
        if (known != known_.end() &&
            stillTrue(known->second.seen, known->second.readSec, *before)) {
            news = {known->second.seen, known->second.readSec};
            return true;
        }
        news.seen.stat = *before;
        QueueContents contents = readAsAnyone(*before);
        news.seen.contentsKnown = contents.known;
        news.seen.messages = std::move(contents.messages);
        news.seen.missing = std::move(contents.missing);
        const auto after = lookAtQueue(id);
        if (after && *after == *before) return true;
    }
    return false;
}

bool Looks::isNews(const News& news) const {
    const auto known = known_.find(news.seen.stat.id);
    return known == known_.end() || known->second.othersActivity != othersActivity() ||
           !known->second.seen.quiet || !sameSight(known->second.seen, news.seen);
}

std::vector<Looks::News> Looks::survey() {
    std::vector<News> all;
    const std::vector<std::int32_t> ids = watched();
    std::erase_if(known_,
                  [&](const auto& each) { return !std::ranges::binary_search(ids, each.first); });
    for (const std::int32_t id : ids) {
        News news;
        if (look(id, news) && isNews(news)) all.push_back(std::move(news));
    }
    return all;
}

bool Looks::report(std::vector<News>& all, std::uint64_t& next) {
    for (News& news : all) {
        const QueueSeenRecord packed = packQueueSeen(news.seen);
        Record record = recordOf(packed);
        if (!reporter_.publishIfNext(next, record, packed.data)) return false;
        ++next;
        remember(news);
    }
    return true;
}

void Looks::remember(const News& news) {
    const std::int32_t id = news.seen.stat.id;
    if (news.seen.gone) return markRemoved(id);
    known_[id] = {news.seen, news.readSec, othersActivity()};
}

void Looks::markRemoved(std::int32_t id) {
    known_.erase(id);
    for (LedgerEntry& entry : board_.ledger) {
        LedgerState state = entry.state.load();
        if (isWatched(entry) && entry.id.load() == id)
            entry.state.compare_exchange_strong(state, LedgerState::Removed);
    }
}

void Looks::glance() {
    for (const std::int32_t id : watched()) {
        const auto stat = lookAtQueue(id);
        if (!stat) continue; // its removal is reported when all are at rest
        // The first time it is only remembered: the msgget that made it may not be reported yet.
        const auto [known, isNew] = known_.try_emplace(id);
        if (isNew || known->second.seen.stat == *stat) continue;
        News news;
        news.seen.stat = *stat;
        news.seen.missing = "not read while processes are at work";
        const QueueSeenRecord packed = packQueueSeen(news.seen);
        reporter_.post(recordOf(packed), packed.data);
        remember(news);
    }
}

} // namespace ipclab
