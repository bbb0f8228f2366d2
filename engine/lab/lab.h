// lab: the façade that front ends use: one laboratory with its processes, events and world.
#pragma once

#include "engine/base/ipc_sysctls.h"
#include "engine/base/result.h"
#include "engine/call/language.h"
#include "engine/event/event.h"
#include "engine/world/world.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ipclab {

struct LabOptions {
    bool privateNamespace = false;  ///< an IPC namespace of its own
    IpcSysctls sysctls{};           ///< of the private namespace
    bool allowRoot = false;         ///< "root" can be chosen as a user (no EACCES is ever seen)
    std::filesystem::path programs; ///< where ipclab-supervisor and ipclab-worker are; empty:
                                    ///< beside this program, or ../libexec/ipclab
};

/// A user whom a process can be started as.
struct UserChoice {
    std::string name; ///< alice, bob, carol, root
    bool available = false;
    std::string why;                ///< what is missing and what would help, when not available
    std::uint32_t uid = 0, gid = 0; ///< outside any user namespace
};

/// Counters for the status line.
struct LabStatistics {
    std::uint64_t events = 0, lost = 0, holes = 0;
    std::uint64_t slowed = 0; ///< times a worker waited for a full ring
    std::uint64_t journalBytes = 0, spilledBytes = 0;
};

/// One laboratory. All methods may be called from one thread (the front end's); events are taken
/// in on a thread of the lab's own, so that no method waits for a worker except waitUntilQuiet.
class Lab {
public:
    [[nodiscard]] static Result<std::unique_ptr<Lab>> open(const LabOptions& options);
    ~Lab(); ///< ends every process and removes what they created
    Lab(const Lab&) = delete;
    Lab& operator=(const Lab&) = delete;

    [[nodiscard]] std::vector<UserChoice> users() const;
    /// Why nobody can be this user here, as a sentence; "" for one who can be chosen.
    [[nodiscard]] std::string obstacleTo(std::string_view user) const;

    /// The folder in which the processes live: their current directory, shared by all of them and
    /// removed at the end.
    [[nodiscard]] std::filesystem::path scratchFolder() const;

    /// Starts a process and returns at once; ProcessStarted follows. An empty letter takes the
    /// next free one. Fails on an unknown or unavailable user, a letter in use, or the limit.
    Result<ProcessId> addProcess(std::string letter, std::string label, std::string user);
    /// Another label on the card.
    Result<void> rename(ProcessId process, std::string label);
    /// SIGKILL, SIGTERM, SIGSTOP or SIGCONT from the lab (not a call of any process).
    Result<void> sendSignal(ProcessId process, int signal);

    /// Gives a Do statement to its processes. Variables are evaluated now. With `hold`, the line
    /// waits as "held" until release(). Fails when a process is busy, dead or unknown, or an
    /// argument cannot be evaluated; then nothing was given to any.
    Result<void> give(const Statement& statement, bool hold = false);
    Result<void> release(ProcessId process);  ///< lets the held line go
    Result<void> withdraw(ProcessId process); ///< takes the held line back
    /// Ends a repeat after the call in progress.
    Result<void> stopRepeating(ProcessId process);

    /// Asks for the kernel's table; a TableSeen follows when it differs from the last one.
    void watchTable(bool on);

    /// Waits until every process is idle or asleep, as the kernel says, and all events up to then
    /// are in world(). False after the deadline.
    bool waitUntilQuiet(std::chrono::milliseconds deadline);
    /// Asks for the same without waiting: a number that World::quiet reaches.
    std::uint64_t requestQuiet();

    /// The newest state. Cheap: shared, unchanging. Never waits for the event thread.
    [[nodiscard]] std::shared_ptr<const World> world() const;
    [[nodiscard]] LabStatistics statistics() const;

    /// Events by their place in the journal, 0 first.
    [[nodiscard]] std::uint64_t eventCount() const;
    /// At most `limit` events from `from` on.
    [[nodiscard]] std::vector<Event> events(std::uint64_t from, std::size_t limit) const;
    /// The state just after the first `count` events.
    [[nodiscard]] World worldAt(std::uint64_t count) const;
    /// Writes the journal to a file that Journal::load reads again.
    Result<void> saveJournal(const std::filesystem::path& file) const;

    /// Called on the lab's thread after new events, at most once per batch. May be empty.
    void onEvents(std::function<void()> callback);

private:
    class Impl;
    explicit Lab(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace ipclab
