// inheritance: what the supervisor that follows one that died says of its objects.
#pragma once

#include "engine/event/board.h"
#include "engine/observe/segment_table.h"
#include "workers/supervisor/reporter.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace ipclab {

/// The objects that the lab's processes had made, before anything was removed.
class Inheritance {
public:
    /// A namespace of the lab's own went with its last process, and with it all that was in there:
    /// in this one the same ids may come to mean something else, so the ledger forgets them.
    Inheritance(Board& board, bool privateNamespace);

    /// After the removal: what the kernel says of each. It is the lab's own doing, so it is
    /// reported as the engine's.
    void report(Reporter& reporter, const SegmentTable& segments) const;

private:
    void reportQueue(std::int32_t id, Reporter& reporter) const;

    bool namespaceEnded_;
    std::vector<std::pair<LedgerKind, std::int32_t>> objects_;
};

} // namespace ipclab
