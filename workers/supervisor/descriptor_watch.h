#pragma once

#include "engine/event/board.h"
#include "engine/event/event.h"
#include "workers/supervisor/children.h"
#include "workers/supervisor/looks.h"

#include <map>
#include <vector>

namespace ipclab {

/// Reports the descriptor table of each worker when it differs from the last report. A table
/// changes by the process's own calls alone, so it is read again only after one.
class DescriptorWatch : public ObjectWatch {
public:
    DescriptorWatch(Board& board, Reporter& reporter, Children& children)
        : board_(board), reporter_(reporter), children_(children) {}

    [[nodiscard]] bool any() const override { return false; }
    [[nodiscard]] std::vector<News> survey() override;

    /// The tables as they were at the last survey.
    struct Table {
        std::uint64_t calls = 0; ///< of the worker's slot when it was read, and
        std::int32_t inCall = notInCall;
        std::vector<event::SeenDescriptor> descriptors;
        bool reported = false;
    };
    [[nodiscard]] const std::map<ProcessId, Table>& tables() const { return tables_; }

private:
    [[nodiscard]] bool read(const Child& child, Table& table);

    Board& board_;
    Reporter& reporter_;
    Children& children_;
    std::map<ProcessId, Table> tables_;
    bool saidWhatIsMissing_ = false;
};

} // namespace ipclab
