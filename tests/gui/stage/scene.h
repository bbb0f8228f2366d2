// A world as a session makes it: lines of C are parsed, resolved and turned into the events that
// a worker would report, and applied one by one. No kernel is asked.
#pragma once

#include "engine/call/language.h"
#include "engine/world/world.h"
#include "gui/bridge/frame.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

class Scene {
public:
    /// A process of alice, bob or carol.
    ProcessId start(const std::string& letter, const std::string& label, const std::string& user);
    void end(const std::string& letter, int signal);

    /// The line is given and entered: the process is in the kernel.
    void enter(const std::string& line);
    /// The kernel says that it sleeps there.
    void fallsAsleep(const std::string& letter);
    /// Its call returns.
    void returns(const std::string& letter, std::int64_t result, int error = 0,
                 std::int64_t mtype = 0, const std::string& data = {});
    /// enter() and returns().
    void call(const std::string& line, std::int64_t result, int error = 0, std::int64_t mtype = 0,
              const std::string& data = {});
    /// `A: pipe(fd)` that made these two descriptors.
    void makePipe(const std::string& line, int readEnd, int writeEnd);
    /// `A: p = shmat(…)` that mapped so many bytes at this address.
    void attach(const std::string& line, std::int64_t address, std::int64_t bytes);
    /// A child with its parent's descriptors.
    ProcessId fork(const std::string& parent, const std::string& letter, const std::string& label);
    /// A quiet look at a queue that shows exactly this, after the differences it makes.
    void look(std::int32_t id, const std::vector<event::SeenMessage>& messages, std::int32_t lspid,
              std::int32_t lrpid);
    void pass(std::int64_t ms) { timeNs_ += ms * 1'000'000; }

    [[nodiscard]] const World& world() const { return world_; }
    /// The frame with everything since the last one.
    Frame frame();
    /// The same moment as an earlier one.
    Frame pastFrame(std::uint64_t total);

private:
    void add(ProcessId process, event::Body body);
    const Process& named(const std::string& letter) const;

    World world_;
    std::vector<Event> fresh_;
    std::uint64_t seq_ = 0;
    std::int64_t timeNs_ = 1'000'000'000;
    CallRef nextRef_ = 1;
    std::uint64_t nextInode_ = 7000;
    ProcessId nextProcess_ = firstWorker;
};

/// The moment that the picture of the aim shows: A and C send, B sleeps on type 3.
[[nodiscard]] Scene typesAndBlocking();

} // namespace ipclab
