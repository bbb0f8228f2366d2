#pragma once

#include "engine/event/board.h"
#include "engine/event/event.h"
#include "workers/supervisor/looks.h"

#include <cstdint>
#include <map>
#include <vector>

namespace ipclab {

/// Looks at the queues on the ledger.
class QueueWatch : public ObjectWatch {
public:
    QueueWatch(Board& board, Reporter& reporter) : board_(board), reporter_(reporter) {}

    [[nodiscard]] bool any() const override;
    [[nodiscard]] std::vector<News> survey() override;
    /// What the kernel says of the queues, without their contents.
    void glance() override;

private:
    struct Sight {
        event::QueueSeen seen;
        std::int64_t readSec = 0; ///< CLOCK_REALTIME before the contents were read
    };
    struct Known {
        Sight sight;
        std::uint64_t othersActivity = 0; ///< when it was reported
    };
    [[nodiscard]] std::vector<std::int32_t> watched() const;
    [[nodiscard]] bool look(std::int32_t id, Sight& sight) const;
    [[nodiscard]] bool isNews(const Sight& sight) const;
    void remember(const Sight& sight);
    void markRemoved(std::int32_t id);

    Board& board_;
    Reporter& reporter_;
    std::map<std::int32_t, Known> known_;
};

} // namespace ipclab
