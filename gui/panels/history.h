// What each process has done so far, collected from the journal for the C source.
#pragma once

#include "engine/call/c_source.h"
#include "gui/bridge/session_script.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

class Histories {
public:
    /// Takes in the next events of the journal, in their order.
    void take(std::uint64_t first, const std::vector<Event>& events);
    /// How many events were taken in.
    [[nodiscard]] std::uint64_t taken() const { return taken_; }

    /// Those that no other forked, in the order in which they started: each has a program.
    [[nodiscard]] std::vector<ProcessId> eldest() const;
    /// Of whose family the process is.
    [[nodiscard]] ProcessId eldestOf(ProcessId process) const;

    /// The lines that the process and its children had begun after so many events. A repeated one
    /// counts as often as it was done so far.
    /// `without` is the place of a line that is left out.
    [[nodiscard]] ProcessHistory at(ProcessId process, std::uint64_t position,
                                    std::optional<std::uint64_t> without = {}) const;
    /// The place in the journal of the line that the process began last before `position`.
    [[nodiscard]] std::optional<std::uint64_t> lastOf(ProcessId process,
                                                      std::uint64_t position) const;

private:
    struct Child {
        std::uint64_t place = 0;
        std::size_t action = 0;
        std::uint64_t turn = 0;
        ProcessId process = 0;
    };
    struct Line {
        std::uint64_t place = 0;
        CallRef first = 0;
        std::shared_ptr<const Statement> statement;
        std::uint64_t begun = 0; ///< times that its first call entered the kernel
        std::size_t entered = 0; ///< which action did so last
        std::vector<Child> forked{};
    };
    struct Member {
        std::string letter, label;
        ProcessId parent = 0; ///< 0: started by the lab
        std::vector<Line> lines;
    };
    void take(std::uint64_t place, const Event& event);
    void fork(std::uint64_t place, ProcessId parent, ProcessId child);

    std::map<ProcessId, Member> members_;
    std::uint64_t taken_ = 0;
};

} // namespace ipclab
