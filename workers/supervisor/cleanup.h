#pragma once

#include "engine/base/result.h"
#include "engine/event/board.h"
#include "engine/observe/queue_table.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ipclab {

/// Removes exactly what the processes of the lab created: by id and creator, never by key alone,
/// never anything else.
class Cleanup {
public:
    Cleanup(Board& board, QueueTable table) : board_(board), table_(std::move(table)) {}

    /// A worker has died. If it was killed between its msgget and the note of what came of it, the
    /// queue it made is found now, so that it is looked at like the others.
    void died(ProcessId process);

    /// Every worker is dead: removes all they made. What could not be removed, or might be somebody
    /// else's and was left alone, is said in words.
    [[nodiscard]] std::vector<std::string> removeAll();

private:
    void resolve(LedgerEntry& entry);
    void resolveKey(LedgerEntry& entry, const std::vector<QueueStat>& queues);
    void resolvePrivate(LedgerEntry& entry, const std::vector<QueueStat>& queues);
    [[nodiscard]] bool couldBe(const LedgerEntry& entry, const QueueStat& queue) const;
    [[nodiscard]] bool isListed(std::int32_t id) const;
    Result<void> remove(LedgerEntry& entry);

    Board& board_;
    QueueTable table_;
    std::map<ProcessId, std::int64_t> deathSec_; ///< CLOCK_REALTIME
};

} // namespace ipclab
