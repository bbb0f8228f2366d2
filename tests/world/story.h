// Events written as short sentences, so that a test reads like what happened.
#pragma once

#include "engine/world/world.h"

#include <functional>
#include <string>

namespace ipclab {

class Story {
public:
    World world;

    /// Puts one more event into the world.
    void happens(ProcessId process, event::Body body);
    /// Hears every event once it was applied, if set.
    std::function<void(const Event&)> told;
    /// The world's differences go in front of the look, as in the lab.
    std::vector<event::OutsideChange> look(event::QueueSeen seen);
    /// A look that sees exactly what the world expects.
    [[nodiscard]] event::QueueSeen expectedLook(std::int32_t queue) const;

    /// A process of alice: A is 2 with pid 102, B is 3 with pid 103, and so on.
    ProcessId start(const std::string& letter, std::uint32_t uid = 1000);
    /// A child with all that the parent has.
    ProcessId forkFrom(ProcessId parent, const std::string& letter);
    void end(ProcessId process, int signal);
    void gives(ProcessId process, Statement statement);

    void enters(ProcessId process, ResolvedCall call);
    void sleeps(ProcessId process);
    void returns(ProcessId process, std::int64_t result, int error = 0);
    /// msgrcv comes back with a message.
    void receives(ProcessId process, std::int64_t type, const std::string& text);

    /// Whole calls that nobody interrupts.
    void makeQueue(ProcessId process, std::int32_t id, std::int64_t key = 1234,
                   std::int64_t msgflg = 03644);
    void send(ProcessId process, std::int32_t id, std::int64_t type, const std::string& text);
    void receive(ProcessId process, std::int32_t id, std::int64_t msgtyp, std::int64_t type,
                 const std::string& text);

    [[nodiscard]] const Process& process(ProcessId id) const { return *world.process(id); }
    [[nodiscard]] const Queue& queue(std::int32_t id) const;
    /// The queue as one line: "1 hello|2 bye; A>3 coming; 4 handed>B; asleep C".
    [[nodiscard]] std::string drawn(std::int32_t id) const;

private:
    std::uint64_t seq_ = 0;
    CallRef ref_ = 0;
};

// The calls with their arguments in the order of ResolvedCall.
[[nodiscard]] ResolvedCall getCall(std::int64_t key, std::int64_t msgflg);
[[nodiscard]] ResolvedCall sendCall(std::int64_t id, std::int64_t type, const std::string& text,
                                    std::int64_t msgflg = 0);
[[nodiscard]] ResolvedCall receiveCall(std::int64_t id, std::int64_t msgsz, std::int64_t msgtyp,
                                       std::int64_t msgflg = 0);
[[nodiscard]] ResolvedCall controlCall(std::int64_t id, std::int64_t cmd, std::int64_t mode = 0,
                                       std::int64_t uid = 0, std::int64_t gid = 0,
                                       std::int64_t qbytes = 0);

} // namespace ipclab
