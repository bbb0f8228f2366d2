// launch: a lab without the rest of the engine: a supervisor, workers and their events as they
// come.
#pragma once

#include "engine/launch/supervisor.h"

#include <QTest>
#include <deque>
#include <optional>
#include <poll.h>
#include <typeinfo>
#include <vector>

namespace ipclab {

/// The events of one ring.
class Events {
public:
    explicit Events(RingMemory& memory) : reader_(memory) {}

    /// Waits for the next event of this kind, which is taken together with those before it; fails
    /// the test after five seconds.
    template <class T> Event next() {
        constexpr int patienceMs = 5000;
        for (int waited = 0; waited < patienceMs; ++waited) {
            while (auto event = take())
                if (std::holds_alternative<T>(event->body)) return *event;
            ::poll(nullptr, 0, 1);
        }
        qFatal("no %s came within five seconds", typeid(T).name());
    }
    template <class T> T body() { return std::get<T>(next<T>().body); }

    /// What is there now.
    [[nodiscard]] std::optional<Event> take();

private:
    RingReader reader_;
};

class SmallLab {
public:
    struct Worker {
        ProcessId process;
        WorkerEnds ends;
        Events events;
        pid_t pid = 0;
    };

    explicit SmallLab(SupervisorOptions options = {});

    /// Starts a worker and waits until it is there.
    Worker& start(int user = 0);
    /// Gives it one call, to be made so many times, and does not wait.
    void give(Worker& worker, const ResolvedCall& call, std::uint64_t times = 1);
    /// Gives it one call and waits until it has returned.
    event::Returned call(Worker& worker, const ResolvedCall& call);
    /// Waits until all is quiet.
    Event quiet();
    /// Starts the supervisor again, after it died.
    void restart();

    [[nodiscard]] Board& board() { return *board_; }
    [[nodiscard]] Supervisor& supervisor() { return *supervisor_; }
    [[nodiscard]] const Supervisor& supervisor() const { return *supervisor_; }
    [[nodiscard]] Events& events() { return events_; }

private:
    SupervisorOptions options_;
    SharedBoard board_;
    SharedRing ring_;
    Events events_;
    std::optional<Supervisor> supervisor_;
    std::deque<Worker> workers_;
    std::uint64_t requests_ = 0;
};

/// Whether the process is there; a zombie that nobody has reaped yet is dead.
[[nodiscard]] bool lives(pid_t pid);

[[nodiscard]] ResolvedCall toGet(int key, int flags);
[[nodiscard]] ResolvedCall toSend(int id, long type, std::string text);
[[nodiscard]] ResolvedCall toReceive(int id, long type, int flags = 0);
[[nodiscard]] ResolvedCall toRemove(int id);

} // namespace ipclab
