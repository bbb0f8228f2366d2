#pragma once

#include "engine/event/event.h"
#include "engine/observe/segment_memory.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace ipclab {

/// A segment as one worker sees it.
struct SegmentView {
    const ProcessMemory* memory = nullptr;
    SegmentMapping mapping;
};

/// What a segment held when it was last reported, and how that changed. One look goes over as many
/// pages as its time allows and the next goes on there, so that a large segment costs no more than
/// a small one at a time.
class SegmentContents {
public:
    /// `memory`: bytes that the accounts of all segments together may still take.
    explicit SegmentContents(std::size_t& memory) : memory_(memory) {}
    ~SegmentContents();
    SegmentContents(const SegmentContents&) = delete;
    SegmentContents& operator=(const SegmentContents&) = delete;

    /// Something may have changed: the segment is gone over once more from here on.
    void suspect() { untilDone_ = readable_ = 0; }
    /// Whether some of it was gone over since the last suspicion.
    [[nodiscard]] bool begun() const { return untilDone_ > 0; }
    /// Whether all of it was gone over since the last suspicion.
    [[nodiscard]] bool done(std::uint64_t pages) const { return untilDone_ >= pages; }
    /// The same with what the last look() found, committed or not.
    [[nodiscard]] bool wouldBeDone(std::uint64_t pages) const {
        return untilDone_ + pendingPages_ >= pages;
    }

    /// Goes over the pages that a view has in its page table, or over all when `allExist`. At most
    /// maxPayload changed bytes. What is found counts only after commit(): nobody may have been
    /// told.
    struct Found {
        std::vector<event::SegmentSeen::Run> changed;
        std::uint64_t readable = 0; ///< pages of those gone over that could be read
        std::uint64_t pages = 0;    ///< gone over
    };
    [[nodiscard]] Found look(const std::vector<SegmentView>& views, std::uint64_t pages,
                             bool allExist);
    void commit();
    /// Whether there was no memory left for an account of some page.
    [[nodiscard]] bool tooLarge() const { return tooLarge_; }
    /// Pages that are known to exist and were read, the last look() included.
    [[nodiscard]] std::uint64_t known() const;
    /// Those of them that could be read since the last suspicion. The others are known as they were
    /// when some process that had touched them still lived.
    [[nodiscard]] std::uint64_t readable() const { return readable_ + pendingReadable_; }

private:
    static constexpr std::uint64_t pageBytes = 4096;
    /// A page as it was reported. One that is all the same byte needs no copy.
    struct Account {
        std::unique_ptr<char[]> bytes;
        char same = 0;
    };
    using Accounts = std::map<std::uint64_t, Account>;
    [[nodiscard]] std::uint64_t goOver(const std::vector<SegmentView>& views, std::uint64_t count,
                                       bool allExist, Found& found);
    void fill(const SegmentView& view, std::uint64_t count, bool allExist);
    [[nodiscard]] bool compare(std::uint64_t number, const char* now, Found& found);
    [[nodiscard]] bool keep(std::uint64_t number, const char* now);
    void release(Account& account);

    std::size_t& memory_;
    Accounts account_;
    Accounts pending_;                         ///< found by the last look()
    std::vector<char> buffer_;                 ///< pages just read, from pendingNext_ on
    std::vector<bool> read_;                   ///< which of them could be
    std::uint64_t next_ = 0, pendingNext_ = 0; ///< the page at which the next look begins
    std::uint64_t untilDone_ = 0, pendingPages_ = 0;
    std::uint64_t readable_ = 0, pendingReadable_ = 0;
    std::size_t changedBytes_ = 0;
    bool tooLarge_ = false;
};

} // namespace ipclab
