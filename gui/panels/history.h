// What each process has done so far, collected from the journal for the C source.
#pragma once

#include "engine/call/c_source.h"
#include "gui/bridge/session_script.h"

#include <map>

namespace ipclab {

class Histories {
public:
    /// Takes in the next events of the journal, in their order.
    void take(std::uint64_t first, const std::vector<Event>& events);
    /// How many events were taken in.
    [[nodiscard]] std::uint64_t taken() const { return taken_; }

    /// The lines that the process had begun after so many events. A repeated one counts as often
    /// as it was done so far.
    [[nodiscard]] ProcessHistory at(ProcessId process, std::uint64_t position) const;

private:
    struct Line {
        std::uint64_t place = 0;
        CallRef first = 0;
        std::shared_ptr<const Statement> statement;
        std::uint64_t begun = 0; ///< times that its first call entered the kernel
    };
    std::map<ProcessId, std::vector<Line>> lines_;
    std::uint64_t taken_ = 0;
};

} // namespace ipclab
