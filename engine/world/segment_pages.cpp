#include "engine/world/segment_pages.h"

#include <atomic>

namespace ipclab {

namespace {

const SegmentPages::Page& zeroPage() {
    static const SegmentPages::Page zeros = std::make_shared<const SegmentPage>();
    return zeros;
}

/// Whether nobody else holds it. Another thread may have let go of it just now: what it read there
/// comes before what is written next.
template <class T> bool isMine(const std::shared_ptr<T>& held) {
    if (held.use_count() != 1) return false;
    std::atomic_thread_fence(std::memory_order_acquire);
    return true;
}

} // namespace

const SegmentPages::Page* SegmentPages::slot(std::uint64_t number) const {
    const auto leaf = leaves_.find(number / leafPages);
    return leaf == leaves_.end() ? nullptr : &leaf->second->pages[number % leafPages];
}

SegmentPages::Page& SegmentPages::ownSlot(std::uint64_t number) {
    std::shared_ptr<Leaf>& leaf = leaves_[number / leafPages];
    if (!leaf)
        leaf = std::make_shared<Leaf>();
    else if (!isMine(leaf))
        leaf = std::make_shared<Leaf>(*leaf);
    return leaf->pages[number % leafPages];
}

const SegmentPage* SegmentPages::find(std::uint64_t number) const {
    const Page* page = slot(number);
    return page ? page->get() : nullptr;
}

std::optional<std::uint64_t> SegmentPages::next(std::uint64_t number) const {
    for (auto leaf = leaves_.lower_bound(number / leafPages); leaf != leaves_.end(); ++leaf) {
        const std::uint64_t first = leaf->first * leafPages;
        for (std::uint64_t i = number > first ? number - first : 0; i < leafPages; ++i)
            if (leaf->second->pages[i]) return first + i;
    }
    return std::nullopt;
}

SegmentPage& SegmentPages::edit(std::uint64_t number) {
    Page& page = ownSlot(number);
    if (!page) {
        ++size_;
        page = std::make_shared<SegmentPage>();
    } else if (!isMine(page)) {
        page = std::make_shared<SegmentPage>(*page);
    }
    // Made above as one that may be changed, and nobody else has it.
    return const_cast<SegmentPage&>(*page);
}

void SegmentPages::set(std::uint64_t first, std::uint64_t count, const Page& page) {
    for (std::uint64_t i = first; i < first + count; ++i) {
        Page& place = ownSlot(i);
        size_ += place ? 0 : 1;
        place = page;
    }
}

void SegmentPages::touch(std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t i = first; i < first + count; ++i)
        if (!contains(i)) set(i, 1, zeroPage());
}

void SegmentPages::clear() {
    leaves_.clear();
    size_ = 0;
}

} // namespace ipclab
