#include "workers/supervisor/segment_contents.h"

#include "engine/base/changed_runs.h"
#include "engine/base/clock.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace ipclab {

namespace {

constexpr std::uint64_t pageBytes = 4096;
/// At once: enough that one look goes over any ordinary segment, whatever else the machine does.
constexpr std::uint64_t chunkPages = 256;
/// A tenth of the time between two looks.
constexpr std::int64_t longestNs = 4'000'000;
constexpr std::size_t runOverhead = 16;

bool isSame(const char* page) {
    return std::memcmp(page, page + 1, pageBytes - 1) == 0;
}

void addSame(std::uint64_t offset, char byte, std::vector<event::SegmentSeen::Run>& runs) {
    if (!runs.empty()) {
        event::SegmentSeen::Run& last = runs.back();
        if (last.times > 1 && last.bytes[0] == byte && last.offset + last.times == offset) {
            last.times += pageBytes;
            return;
        }
    }
    runs.push_back({offset, std::string(1, byte), pageBytes});
}

} // namespace

SegmentContents::~SegmentContents() {
    for (Accounts* accounts : {&account_, &pending_})
        for (auto& [number, account] : *accounts)
            release(account);
}

void SegmentContents::release(Account& account) {
    if (account.bytes) memory_ += pageBytes;
    account.bytes.reset();
}

SegmentContents::Found SegmentContents::look(const std::vector<SegmentView>& views,
                                             std::uint64_t pages, bool allExist) {
    for (auto& [number, account] : pending_)
        release(account);
    pending_.clear();
    changedBytes_ = 0;
    pendingNext_ = next_ < pages ? next_ : 0;
    Found found;
    buffer_.resize(chunkPages * pageBytes);
    const std::int64_t deadline = monotonicNs() + longestNs;
    while (untilDone_ + found.pages < pages) {
        if (found.pages > 0 && monotonicNs() > deadline) break;
        const std::uint64_t count =
            std::min({chunkPages, pages - pendingNext_, pages - untilDone_ - found.pages});
        const std::uint64_t gone = goOver(views, count, allExist, found);
        found.pages += gone;
        pendingNext_ = (pendingNext_ + gone) % pages;
        if (gone < count) break; // no more fits into one event
    }
    pendingPages_ = found.pages;
    pendingReadable_ = found.readable;
    return found;
}

/// How many of the pages from pendingNext_ on were gone over.
std::uint64_t SegmentContents::goOver(const std::vector<SegmentView>& views, std::uint64_t count,
                                      bool allExist, Found& found) {
    read_.assign(count, false);
    for (const SegmentView& view : views)
        fill(view, count, allExist);
    for (std::uint64_t i = 0; i < count; ++i) {
        if (!read_[i]) continue;
        if (!compare(pendingNext_ + i, buffer_.data() + i * pageBytes, found)) return i;
        ++found.readable;
    }
    return count;
}

/// Reads the pages that this view shows and that no other has shown yet.
void SegmentContents::fill(const SegmentView& view, std::uint64_t count, bool allExist) {
    const std::uint64_t viewFirst = view.mapping.offset / pageBytes;
    const std::uint64_t viewEnd = viewFirst + view.mapping.bytes / pageBytes;
    const std::uint64_t first = std::max(pendingNext_, viewFirst);
    const std::uint64_t end = std::min(pendingNext_ + count, viewEnd);
    if (first >= end) return;
    const auto addressOf = [&](std::uint64_t number) {
        return view.mapping.address + (number - viewFirst) * pageBytes;
    };
    std::array<bool, chunkPages> there{};
    const std::span<bool> wanted(there.data(), end - first);
    if (allExist)
        std::ranges::fill(wanted, true);
    else if (!view.memory->present(addressOf(first), wanted))
        return;
    for (std::uint64_t i = first; i < end;) {
        std::uint64_t stop = i;
        while (stop < end && there[stop - first] && !read_[stop - pendingNext_])
            ++stop;
        if (stop == i) {
            ++i;
            continue;
        }
        char* into = buffer_.data() + (i - pendingNext_) * pageBytes;
        const std::size_t got =
            view.memory->read(addressOf(i), {into, (stop - i) * pageBytes}) / pageBytes;
        std::fill_n(read_.begin() + static_cast<std::ptrdiff_t>(i - pendingNext_), got, true);
        i = stop;
    }
}

/// Tells what changed in a page. False when that does not fit into this event any more.
bool SegmentContents::compare(std::uint64_t number, const char* now, Found& found) {
    static constexpr std::array<char, pageBytes> zeros{};
    const auto known = account_.find(number);
    const bool isNew = known == account_.end();
    const bool same = isSame(now);
    if (!isNew && !known->second.bytes && same && known->second.same == now[0]) return true;
    std::array<char, pageBytes> filled;
    const char* before = isNew ? zeros.data() : known->second.bytes.get();
    if (!before) {
        filled.fill(known->second.same);
        before = filled.data();
    }
    std::vector<ChangedRun> runs;
    addChangedRuns(before, now, pageBytes, number * pageBytes, runs);
    if (runs.empty() && !isNew) return true;

    std::size_t bytes = runOverhead;
    for (const ChangedRun& run : runs)
        bytes += same ? 0 : run.length + runOverhead;
    if (!found.changed.empty() && changedBytes_ + bytes > maxPayload) return false;
    if (!keep(number, now)) return true;
    changedBytes_ += bytes;
    if (same) {
        addSame(number * pageBytes, now[0], found.changed);
        return true;
    }
    for (const ChangedRun& run : runs)
        found.changed.push_back(
            {run.offset, std::string(now + run.offset % pageBytes, run.length), 1});
    return true;
}

bool SegmentContents::keep(std::uint64_t number, const char* now) {
    Account account;
    account.same = now[0];
    if (!isSame(now)) {
        if (memory_ < pageBytes) {
            tooLarge_ = true;
            return false;
        }
        memory_ -= pageBytes;
        account.bytes = std::make_unique_for_overwrite<char[]>(pageBytes);
        std::memcpy(account.bytes.get(), now, pageBytes);
    }
    pending_[number] = std::move(account);
    return true;
}

std::uint64_t SegmentContents::known() const {
    return account_.size() +
           static_cast<std::uint64_t>(std::ranges::count_if(
               pending_, [this](const auto& each) { return !account_.contains(each.first); }));
}

void SegmentContents::commit() {
    for (auto& [number, account] : pending_) {
        Account& old = account_[number];
        release(old);
        old = std::move(account);
    }
    pending_.clear();
    next_ = pendingNext_;
    untilDone_ += std::exchange(pendingPages_, 0);
    readable_ += std::exchange(pendingReadable_, 0);
}

} // namespace ipclab
