#pragma once

#include "engine/event/board.h"
#include "engine/event/event.h"
#include "engine/observe/segment_table.h"
#include "workers/supervisor/children.h"
#include "workers/supervisor/looks.h"
#include "workers/supervisor/segment_contents.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace ipclab {

/// Looks at the segments on the ledger: what /proc/sysvipc/shm says of them, and what they hold, as
/// the workers see it that have them attached. The supervisor attaches none.
class SegmentWatch : public ObjectWatch {
public:
    SegmentWatch(Board& board, Reporter& reporter, Children& children, SegmentTable table)
        : board_(board), reporter_(reporter), children_(children), table_(std::move(table)) {}

    [[nodiscard]] bool any() const override;
    [[nodiscard]] std::vector<News> survey() override;
    void glance() override;

private:
    struct Known {
        event::SegmentSeen seen; ///< as last reported, without `changed`
        bool reported = false;
        std::uint64_t othersActivity = 0; ///< when it was reported
        std::uint64_t suspected = 0;      ///< othersActivity when going over the contents began
        bool again = false;               ///< they may have changed since
        std::unique_ptr<SegmentContents> contents;
    };
    /// The workers' mappings of all segments, and their memory.
    struct Views {
        std::map<std::int32_t, std::vector<SegmentView>> bySegment;
        std::vector<std::unique_ptr<ProcessMemory>> memories;
        bool someoneEnds = false; ///< a worker is dying: what it had attached is already gone
    };
    [[nodiscard]] std::vector<std::int32_t> watched() const;
    void readViews();
    [[nodiscard]] bool mayHaveChanged(const Known& known, const TabledSegment& now) const;
    [[nodiscard]] event::SegmentSeen look(Known& known, const TabledSegment& now);
    void readContents(Known& known, const TabledSegment& now, event::SegmentSeen& seen);
    [[nodiscard]] Known& knownOf(std::int32_t id);
    [[nodiscard]] News newsOf(event::SegmentSeen seen);
    void remember(const event::SegmentSeen& seen);
    void markRemoved(std::int32_t id);

    Board& board_;
    Reporter& reporter_;
    Children& children_;
    SegmentTable table_;
    std::size_t memory_ = std::size_t{256} << 20; ///< for the accounts of all contents
    std::map<std::int32_t, Known> known_;
    Views views_;
    std::uint64_t viewsActivity_ = 0;
    bool viewsKnown_ = false;
};

} // namespace ipclab
