// A System V message queue after the kernel's rules (ipc/msg.c), small enough to be read: what the
// world must agree with, whatever the order in which calls are told.
#pragma once

#include "engine/event/event.h"

#include <deque>
#include <optional>
#include <vector>

namespace ipclab {

/// What a call in the model came to.
struct ModelOutcome {
    std::int64_t result = 0;
    int error = 0;
    std::int64_t mtype = 0;
    std::string data;
    std::string whole; ///< the whole text of the message, though it was cut
};

class KernelModel {
public:
    explicit KernelModel(std::uint64_t qbytes) : qbytes_(qbytes) {}

    /// The process's call reaches the kernel. It may complete at once, or the process sleeps.
    void perform(ProcessId process, const ResolvedCall& call);
    /// The process is killed while it sleeps.
    void forget(ProcessId process);
    void remove();
    void recreate(std::int32_t id);

    /// Calls that are complete and whose outcome was not fetched yet.
    [[nodiscard]] std::optional<ModelOutcome> outcome(ProcessId process);
    [[nodiscard]] bool complete(ProcessId process) const;
    /// The process whose call was the first of them to be complete, or 0.
    [[nodiscard]] ProcessId firstComplete() const;
    [[nodiscard]] bool sleeps(ProcessId process) const;

    /// What a look would see now.
    [[nodiscard]] event::QueueSeen look() const;
    [[nodiscard]] std::int32_t id() const { return id_; }

private:
    struct Waiting {
        ProcessId process = 0;
        ResolvedCall call;
    };
    struct Done {
        ProcessId process = 0;
        ModelOutcome outcome;
    };
    using Text = event::SeenMessage;

    void send(ProcessId process, const ResolvedCall& call);
    void receive(ProcessId process, const ResolvedCall& call);
    bool handOver(const Text& message);
    [[nodiscard]] bool fits(std::uint64_t size) const;
    [[nodiscard]] std::uint64_t bytes() const;
    void letSendersIn();
    void finish(ProcessId process, ModelOutcome outcome);

    std::int32_t id_ = 1;
    std::uint64_t qbytes_;
    std::int32_t lspid_ = 0, lrpid_ = 0;
    std::deque<Text> messages_;
    std::vector<Waiting> receivers_, senders_;
    std::vector<Done> done_;
};

/// The pid that the tests give to a process.
[[nodiscard]] constexpr std::int32_t pidOf(ProcessId process) {
    return 100 + process;
}

} // namespace ipclab
