#pragma once

#include "engine/event/record.h"

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

/// One call of a line, as it came in: the arguments are evaluated, `data` points into the packet.
struct PlannedCall {
    ResolvedCall call;
    CallRef ref = 0;
    long number = 0;               ///< of the system call
    std::size_t largestResult = 0; ///< bytes that its Returned may carry at most
    Record entered;                ///< its Entered, but for the number and the time
    std::string longArgs;          ///< the data of `entered` where that is not call.data
    std::string message; ///< Msgsnd: its struct msgbuf; Write: the bytes, as the kernel takes them

    [[nodiscard]] std::string_view enteredData() const {
        return longArgs.empty() ? std::string_view(call.data) : longArgs;
    }
    /// Slots that both its events may take.
    [[nodiscard]] std::uint32_t slots() const {
        return slotsFor(enteredData().size()) + slotsFor(largestResult);
    }
};

/// What a call gave back.
struct Outcome {
    std::int64_t result = 0;
    int error = 0;
    std::int64_t mtype = 0;
    std::string_view data;           ///< in the worker's own buffer, valid until the next call
    const QueueStat* stat = nullptr; ///< what IPC_STAT gave; valid as long as `data`
    bool refused = false;            ///< by the lab's own limit, which `data` names; not made
    bool existed = false;            ///< msgget, shmget: it stood there just before the call
    std::int64_t detail = 0;         ///< see ResolvedCall
    /// What does not fit into a Returned of the common form: segment, files, data, detail. Valid as
    /// long as `data`, which it replaces.
    const event::Returned* whole = nullptr;
};

/// What the kernel gave back, right after the call: errno still stands. Built in one go: a repeat
/// does this millions of times, and a copy of what was just written waits for it.
[[nodiscard]] inline Outcome finished(std::int64_t result, std::int64_t mtype = 0,
                                      std::string_view data = {}) {
    return {result, result == -1 ? errno : 0, mtype, data};
}

/// Not made: beyond a limit of the lab, which the text names.
[[nodiscard]] inline Outcome refuse(std::string_view limit) {
    Outcome outcome;
    outcome.result = -1;
    outcome.refused = true;
    outcome.data = limit;
    return outcome;
}

inline constexpr std::string_view payloadLimit = "the lab's limit of 64 KiB a call (maxPayload)";

} // namespace ipclab
