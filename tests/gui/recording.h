// A session written down by hand: lines of C with what the kernel said become events and frames.
#pragma once

#include "gui/bridge/frame.h"

#include <string>

namespace ipclab::test {

class Recording {
public:
    /// One frame is drawn every so often while events are added.
    std::vector<Event> events;
    World world;
    std::int64_t nowNs = 1'000'000'000;

    ProcessId start(const std::string& letter, const std::string& label, const std::string& user,
                    std::uint32_t uid, std::uint32_t gid = 1000);
    void add(ProcessId process, event::Body body);
    void wait(std::int64_t milliseconds) { nowNs += milliseconds * 1'000'000; }

    /// `A: msgsnd(…)` entered; it returns with returns().
    void enter(const std::string& line);
    void fallAsleep(const std::string& letter);
    void stop(const std::string& letter, bool stopped);
    event::Returned& returns(const std::string& letter, std::int64_t result, int error = 0);
    /// The line is given, entered, and returns after `took` microseconds.
    void call(const std::string& line, std::int64_t result, int error = 0, std::int64_t took = 5);
    /// A receive that got this message.
    void receive(const std::string& line, std::int64_t mtype, const std::string& text);

    /// What is new since the last frame; at most maxFresh events, the others are left out.
    Frame frame();

private:
    ProcessId idOf(const std::string& letter) const;
    void apply();

    std::uint64_t applied_ = 0, framed_ = 0;
    CallRef nextRef_ = 1;
};

} // namespace ipclab::test
