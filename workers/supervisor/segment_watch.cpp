#include "workers/supervisor/segment_watch.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

constexpr std::uint64_t pageBytes = 4096;

bool isWatched(const LedgerEntry& entry) {
    const LedgerState state = entry.state.load();
    return entry.kind == LedgerKind::Segment &&
           (state == LedgerState::Created || state == LedgerState::Found);
}

bool sameSight(const event::SegmentSeen& a, const event::SegmentSeen& b) {
    return a.gone == b.gone && a.stat == b.stat && a.rss == b.rss &&
           a.contentsKnown == b.contentsKnown && a.partial == b.partial && a.missing == b.missing;
}

std::uint64_t pagesOf(const TabledSegment& segment) {
    return (segment.stat.segsz + pageBytes - 1) / pageBytes;
}

} // namespace

bool SegmentWatch::any() const {
    return std::ranges::any_of(board_.ledger, isWatched);
}

std::vector<std::int32_t> SegmentWatch::watched() const {
    std::vector<std::int32_t> ids;
    for (const LedgerEntry& entry : board_.ledger)
        if (isWatched(entry)) ids.push_back(entry.id.load());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

SegmentWatch::Known& SegmentWatch::knownOf(std::int32_t id) {
    Known& known = known_[id];
    if (!known.contents) known.contents = std::make_unique<SegmentContents>(memory_);
    return known;
}

void SegmentWatch::readViews() {
    views_ = {};
    for (const Child& child : children_.living()) {
        const SegmentMappings mappings = segmentMappingsOf(child.pid);
        if (!mappings.alive) views_.someoneEnds = true;
        if (mappings.all.empty()) continue;
        auto memory = ProcessMemory::open(child.pid);
        if (!memory) continue;
        views_.memories.push_back(std::make_unique<ProcessMemory>(std::move(*memory)));
        for (const SegmentMapping& each : mappings.all)
            if (each.readable)
                views_.bySegment[each.segment].push_back({views_.memories.back().get(), each});
    }
}

/// A program outside can write only while it has the segment attached: nattch says so, or, if it
/// came and went since the last look, the pid and the times.
bool SegmentWatch::mayHaveChanged(const Known& known, const TabledSegment& now) const {
    const auto views = views_.bySegment.find(now.stat.id);
    const std::size_t ours = views == views_.bySegment.end() ? 0 : views->second.size();
    return !known.reported || known.suspected != reporter_.othersActivity() ||
           known.seen.stat != now.stat || known.seen.rss != now.rss || now.stat.nattch > ours;
}

void SegmentWatch::readContents(Known& known, const TabledSegment& now, event::SegmentSeen& seen) {
    const std::uint64_t pages = pagesOf(now);
    const std::uint64_t existing = (now.rss + now.swap) / pageBytes;
    SegmentContents& contents = *known.contents;
    // What changes while looks are still on their way through may lie behind them.
    known.again = known.again || mayHaveChanged(known, now);
    if (contents.done(pages) && known.again) contents.suspect();
    if (!contents.begun()) {
        known.again = false;
        known.suspected = reporter_.othersActivity();
    }
    const auto views = views_.bySegment.find(now.stat.id);
    if (views != views_.bySegment.end() && existing > 0 && !contents.done(pages))
        seen.changed = contents.look(views->second, pages, now.rss / pageBytes >= pages).changed;
    seen.contentsKnown = existing == 0 || views != views_.bySegment.end();
    if (!seen.contentsKnown)
        seen.missing = "no process of the lab has it attached";
    else if (contents.tooLarge())
        seen.missing = "more bytes are written than the lab follows (256 MiB)";
    else if (contents.wouldBeDone(pages) && contents.known() < existing)
        seen.missing = fmt::format("pages that no process of the lab has touched: {}",
                                   existing - contents.known());
    seen.partial = existing > 0 && (!seen.contentsKnown || !contents.wouldBeDone(pages) ||
                                    contents.readable() < existing);
}

event::SegmentSeen SegmentWatch::look(Known& known, const TabledSegment& now) {
    event::SegmentSeen seen;
    seen.quiet = true;
    seen.stat = now.stat;
    seen.rss = now.rss;
    readContents(known, now, seen);
    return seen;
}

std::vector<News> SegmentWatch::survey() {
    std::vector<News> all;
    const std::vector<std::int32_t> ids = watched();
    std::erase_if(known_,
                  [&](const auto& each) { return !std::ranges::binary_search(ids, each.first); });
    if (ids.empty()) return all;
    const auto segments = table_.segments();
    if (!segments) return all;
    const bool stale = !viewsKnown_ || viewsActivity_ != reporter_.othersActivity() ||
                       std::ranges::any_of(*segments, [&](const TabledSegment& each) {
                           const auto known = known_.find(each.stat.id);
                           return known != known_.end() && known->second.seen.stat != each.stat;
                       });
    if (stale) {
        readViews();
        viewsActivity_ = reporter_.othersActivity();
        viewsKnown_ = true;
    }
    // Its end is told first; until then nattch would look like a stranger's doing.
    if (views_.someoneEnds) {
        viewsKnown_ = false;
        return all;
    }
    for (const std::int32_t id : ids) {
        Known& known = knownOf(id);
        event::SegmentSeen seen;
        const auto now = std::ranges::find(*segments, id, [](const auto& e) { return e.stat.id; });
        if (now == segments->end()) {
            seen.stat.id = id;
            seen.gone = seen.quiet = true;
        } else {
            seen = look(known, *now);
        }
        const bool isNews = !known.reported || !known.seen.quiet || !seen.changed.empty() ||
                            known.othersActivity != reporter_.othersActivity() ||
                            !sameSight(known.seen, seen);
        if (isNews)
            all.push_back(newsOf(std::move(seen)));
        else
            known.contents->commit(); // nothing changed in what was gone over
    }
    return all;
}

News SegmentWatch::newsOf(event::SegmentSeen seen) {
    News news;
    news.record.kind = RecordKind::Encoded;
    news.record.process = supervisorProcess;
    news.data = encodedBody(seen);
    seen.changed.clear();
    news.reported = [this, seen = std::move(seen)] { remember(seen); };
    return news;
}

void SegmentWatch::remember(const event::SegmentSeen& seen) {
    if (seen.gone) return markRemoved(seen.stat.id);
    Known& known = knownOf(seen.stat.id);
    known.contents->commit();
    known.seen = seen;
    known.reported = true;
    known.othersActivity = reporter_.othersActivity();
}

void SegmentWatch::markRemoved(std::int32_t id) {
    known_.erase(id);
    for (LedgerEntry& entry : board_.ledger) {
        LedgerState state = entry.state.load();
        if (isWatched(entry) && entry.id.load() == id)
            entry.state.compare_exchange_strong(state, LedgerState::Removed);
    }
}

/// What the kernel says of the segments; the contents wait until all are at rest.
void SegmentWatch::glance() {
    const std::vector<std::int32_t> ids = watched();
    if (ids.empty()) return;
    const auto segments = table_.segments();
    if (!segments) return;
    for (const TabledSegment& now : *segments) {
        if (!std::ranges::binary_search(ids, now.stat.id)) continue;
        Known& known = knownOf(now.stat.id);
        const bool first = !known.reported && known.seen.stat.id != now.stat.id;
        const bool changed = known.seen.stat != now.stat || known.seen.rss != now.rss;
        known.seen.stat = now.stat;
        known.seen.rss = now.rss;
        // The first time it is only remembered: the shmget that made it may not be reported yet.
        if (first || !changed) continue;
        known.seen.quiet = false;
        event::SegmentSeen seen = known.seen;
        seen.contentsKnown = false;
        seen.missing = "not read while processes are at work";
        Record record;
        record.kind = RecordKind::Encoded;
        record.process = supervisorProcess;
        reporter_.post(record, encodedBody(std::move(seen)));
    }
}

} // namespace ipclab
