#pragma once

#include "engine/event/board.h"
#include "engine/event/event.h"
#include "workers/supervisor/reporter.h"

#include <cstdint>
#include <map>
#include <vector>

namespace ipclab {

/// Looks at the queues on the ledger and reports what differs from the last report.
class Looks {
public:
    Looks(Board& board, Reporter& reporter) : board_(board), reporter_(reporter) {}

    /// Whether there is a queue to look at.
    [[nodiscard]] bool any() const;

    /// What must be said when nobody does anything: each queue that differs from the last report,
    /// or about which nothing was said since a process of the lab did something.
    struct News {
        event::QueueSeen seen;
        std::int64_t readSec = 0; ///< CLOCK_REALTIME before the contents were read
    };
    [[nodiscard]] std::vector<News> survey();
    /// Reports them if nobody took a number since `next`, which then is the number after them.
    [[nodiscard]] bool report(std::vector<News>& news, std::uint64_t& next);

    /// While workers are busy: what the kernel says of the queues, without their contents.
    void glance();

private:
    struct Known {
        event::QueueSeen seen;
        std::int64_t readSec = 0;
        std::uint64_t othersActivity = 0; ///< when it was reported
    };
    [[nodiscard]] std::vector<std::int32_t> watched() const;
    [[nodiscard]] std::uint64_t othersActivity() const;
    [[nodiscard]] bool look(std::int32_t id, News& news) const;
    [[nodiscard]] bool isNews(const News& news) const;
    void remember(const News& news);
    void markRemoved(std::int32_t id);

    Board& board_;
    Reporter& reporter_;
    std::map<std::int32_t, Known> known_;
};

} // namespace ipclab
