#pragma once

#include "engine/base/fd.h"
#include "engine/event/event.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// What the lab itself keeps of a process, besides the world: how to reach it.
struct Member {
    std::string letter, label, user;
    std::uint32_t uid = 0, gid = 0;
    int supervisor = 0;      ///< under which it was started: the first, the second, …
    Fd control;              ///< the lab's end; closed when the process is gone
    std::uint64_t lines = 0; ///< given so far
    CallRef nextRef = 1;
    struct Held {
        Statement statement;
        CallRef first = 0;
    };
    std::optional<Held> held;
    /// Got ready for a child of this process, which its line may fork or not.
    struct Reserved {
        ProcessId parent = 0;
        std::uint64_t line = 0; ///< its number
    };
    std::optional<Reserved> reserved;
};

/// The processes of one lab, by id. Ids are never used again, but for those that nobody took.
class Members {
public:
    [[nodiscard]] Member* find(ProcessId id);
    [[nodiscard]] const Member* find(ProcessId id) const;
    ProcessId add(Member member);
    /// A reserved one that never was a process.
    void giveBack(ProcessId id);
    [[nodiscard]] bool hasLetter(std::string_view letter) const;
    [[nodiscard]] bool full() const;
    [[nodiscard]] const std::map<ProcessId, Member>& all() const { return members_; }

private:
    std::map<ProcessId, Member> members_;
    std::vector<ProcessId> givenBack_;
    ProcessId next_ = firstWorker;
};

} // namespace ipclab
