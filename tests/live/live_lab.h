// live: a lab to which lines are given one by one and whose events can be waited for, and programs
// beside it that are none of its processes.
#pragma once

#include "engine/call/language.h"
#include "engine/lab/lab.h"

#include <QTest>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <sys/msg.h>
#include <sys/types.h>

namespace ipclab {

class LiveLab {
public:
    LiveLab();
    explicit LiveLab(Result<std::unique_ptr<Lab>> lab);
    ~LiveLab();
    LiveLab(const LiveLab&) = delete;
    LiveLab& operator=(const LiveLab&) = delete;

    Lab* operator->() { return lab_.get(); }
    Lab& operator*() { return *lab_; }

    /// Gives the line; fails the test when that is refused.
    void give(const std::string& line);
    /// The same, and waits until all is at rest.
    void run(const std::string& line);
    /// The value of a process's variable that holds a number.
    [[nodiscard]] int number(const char* letter, const char* variable);
    [[nodiscard]] const Process& process(const char* letter);

    /// The next event that is wanted, from behind the last that was awaited; the whole lab ends the
    /// test when it does not come.
    Event await(const std::function<bool(const Event&)>& wanted);
    template <class Body> std::pair<Event, Body> await() {
        Event event = await([](const Event& e) { return std::holds_alternative<Body>(e.body); });
        Body body = std::get<Body>(event.body);
        return {std::move(event), std::move(body)};
    }
    event::OutsideChange awaitOutside(event::OutsideChange::Kind kind);
    /// Waits until the world is so.
    bool awaitWorld(const std::function<bool(const World&)>& wanted);

    /// The process that started A.
    [[nodiscard]] pid_t supervisor();

    /// Ends the lab.
    void close() { lab_.reset(); }

private:
    bool waitFor(const std::function<bool()>& reached);

    std::mutex mutex_;
    std::condition_variable news_;
    std::uint64_t batches_ = 0;
    std::uint64_t read_ = 0;
    std::shared_ptr<const World> shown_;
    std::unique_ptr<Lab> lab_; ///< first to go: its thread uses all of the above
};

/// Runs `what` in a process of its own, as `uid` (-1: as this one), and waits for its end. Its pid,
/// or 0 when `what` returned false.
pid_t inAnotherProgram(const std::function<bool()>& what, uid_t uid = static_cast<uid_t>(-1));

/// A key that no queue has, for this run of the test alone.
key_t freeKey();

/// What the kernel says of a queue, and whether it stands at all.
std::optional<msqid_ds> statOf(int id);

/// Raw calls, as a program makes them that knows nothing of the lab.
bool rawSend(int id, long type, std::string_view text);
std::optional<std::string> rawReceive(int id, long type);

} // namespace ipclab
