#pragma once

#include "engine/lab/intake.h"
#include "engine/lab/lab.h"
#include "engine/lab/members.h"
#include "engine/launch/supervisor.h"

#include <atomic>
#include <mutex>
#include <optional>

namespace ipclab {

/// What stands behind the façade: the supervisor, the processes' ends, and the intake of events.
class Lab::Impl {
public:
    [[nodiscard]] static Result<std::unique_ptr<Impl>> open(const LabOptions& options);
    ~Impl();
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    [[nodiscard]] std::vector<UserChoice> users() const;
    [[nodiscard]] std::string obstacleTo(std::string_view user) const;
    [[nodiscard]] std::filesystem::path scratchFolder();
    Result<ProcessId> addProcess(std::string letter, std::string label, std::string user);
    Result<void> rename(ProcessId process, std::string label);
    Result<void> sendSignal(ProcessId process, int signal);
    Result<void> give(const Statement& written, bool hold);
    Result<void> release(ProcessId process);
    Result<void> withdraw(ProcessId process);
    Result<void> stopRepeating(ProcessId process);
    void watchTable(bool on);
    std::uint64_t requestQuiet();
    bool waitUntilQuiet(std::chrono::milliseconds deadline);
    [[nodiscard]] LabStatistics statistics();
    [[nodiscard]] Intake& intake() { return *intake_; }

private:
    Impl(const LabOptions& options, SharedBoard board, SharedRing supervisorRing);

    /// One process's part of a statement that is being given.
    struct Share {
        ProcessId process = 0;
        std::vector<ResolvedCall> calls;
        std::vector<std::pair<std::string, Value>> stores;
    };
    [[nodiscard]] Result<ProcessId> readyMember(std::string_view letter);
    [[nodiscard]] Result<Statement> settled(const Statement& written);
    [[nodiscard]] Result<std::vector<Share>> evaluate(const Statement& statement);
    [[nodiscard]] Result<Share> evaluateFor(const Statement& statement, const World& world,
                                            ProcessId process);
    [[nodiscard]] LineHeader commonStart(const std::vector<Share>& shares);
    /// `header` says where the line's calls are counted from, and who begins it together.
    Result<void> sendCalls(ProcessId process, const Statement& statement, LineHeader header,
                           std::vector<ResolvedCall> calls);
    /// What goes with a line that forks; its calls are told the numbers.
    struct Forks {
        std::vector<ProcessId> numbers;
        std::vector<Fd> descriptors; ///< ring and control socket of each
    };
    [[nodiscard]] Result<Forks> prepareForks(ProcessId parent, const Statement& statement,
                                             std::vector<ResolvedCall>& calls);
    Result<void> prepareFork(ProcessId parent, const std::string& target, Forks& forks);
    void dropForks(const Forks& forks);
    void dropUnusedForks();
    void dropUntaken(ProcessId id);
    [[nodiscard]] int alive() const;
    void introduce(ProcessId process, event::ProcessStarted& started);
    void watchSupervisor();
    /// Whether the supervisor that started it is dead, seen by the intake's thread or not yet.
    [[nodiscard]] bool isTornAway(const Member& member);
    void restartSupervisor();
    void dropUnstarted();
    [[nodiscard]] SupervisorOptions supervisorOptions() const;

    LabOptions options_;
    SharedBoard board_;
    SharedRing supervisorRing_;
    OwnEvents own_;

    std::mutex supervisorMutex_; ///< supervisor_, which the intake's thread starts again
    std::optional<Supervisor> supervisor_;
    Hello hello_;
    std::atomic<int> starts_{0}; ///< how often a supervisor was started
    std::atomic<bool> closing_{false};
    std::atomic<bool> tableWatched_{false};
    std::atomic<std::uint64_t> quietRequests_{0};
    std::uint64_t commonStarts_ = 0; ///< of lines that several processes were given

    std::mutex membersMutex_; ///< writes to members_, and reads on the intake's thread
    Members members_;

    std::unique_ptr<Intake> intake_; ///< last: its thread uses all of the above
};

} // namespace ipclab
