// launch: the engine's end of the lab's processes: starts the supervisor, asks it to start workers
// and to look, and notices when it is gone.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/ipc_sysctls.h"
#include "engine/base/result.h"
#include "engine/event/board.h"
#include "engine/event/protocol.h"
#include "engine/event/ring.h"
#include "engine/launch/worker_ends.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <sys/types.h>

namespace ipclab {

struct SupervisorOptions {
    std::filesystem::path programs; ///< folder of the two programs; empty: see programs.h
    bool privateNamespace = false;  ///< an IPC namespace of the lab's own
    IpcSysctls sysctls{};           ///< of that namespace
    bool allowRoot = false;         ///< offer "root" as a user
};

/// The supervisor of one lab. As long as this object lives, so does the supervisor; when it goes,
/// or this process dies in any way, every worker is killed and what they created is removed, even
/// if the supervisor dies in the same moment.
class Supervisor {
public:
    /// Starts it and waits for its Hello. Started again on the board of a supervisor that died, it
    /// first makes sure that the old workers are dead, and clears up what they left; their
    /// ProcessEnded events come in `ring`, which may be the old one.
    [[nodiscard]] static Result<Supervisor> start(const SharedBoard& board, const SharedRing& ring,
                                                  const SupervisorOptions& options);
    Supervisor(Supervisor&& other) noexcept = default;
    Supervisor& operator=(Supervisor&& other) noexcept;
    ~Supervisor(); ///< close(), at most five seconds

    /// Whom it can start processes as.
    [[nodiscard]] const Hello& hello() const { return hello_; }
    [[nodiscard]] pid_t pid() const { return pid_; }

    /// Asks for a worker; `user` is an index into userNames. Returns at once: the worker reports
    /// ProcessStarted in its ring, or the supervisor a Notice and ProcessEnded.
    [[nodiscard]] Result<WorkerEnds> startWorker(ProcessId process, int user,
                                                 std::string_view letter);
    Result<void> signal(ProcessId process, int signal);
    Result<void> requestQuiet(std::uint64_t request);
    Result<void> watchTable(bool on);
    Result<void> look();

    /// A pidfd: readable as soon as the supervisor is dead. pidfd_open(2).
    [[nodiscard]] int deathFd() const { return pidfd_.get(); }

    /// Lets the supervisor end the lab and waits for it. Afterwards no worker lives and nothing is
    /// left in the kernel, unless this fails.
    Result<void> close(std::chrono::milliseconds deadline = std::chrono::seconds(5));

private:
    Supervisor(pid_t pid, Fd pidfd, Fd socket, Fd lifeline);
    Result<void> greet();
    Result<void> send(const Command& command, std::string_view what,
                      std::span<const int> descriptors = {});

    pid_t pid_ = 0;
    Fd pidfd_, socket_;
    Fd lifeline_; ///< the writing end; see lifelineFd
    Hello hello_;
};

} // namespace ipclab
