#pragma once

#include "engine/event/board.h"
#include "engine/event/ring.h"
#include "workers/supervisor/children.h"
#include "workers/supervisor/cleanup.h"
#include "workers/supervisor/commands.h"
#include "workers/supervisor/guard.h"
#include "workers/supervisor/identities.h"
#include "workers/supervisor/looks.h"
#include "workers/supervisor/reporter.h"
#include "workers/supervisor/rest.h"
#include "workers/supervisor/table_watch.h"

#include <cstdint>
#include <vector>

namespace ipclab {

/// The supervisor's loop: sleeps until the engine asks, a worker ends, or it is time to look.
class Service {
public:
    Service(Board& board, Reporter& reporter, Children& children, Cleanup& cleanup,
            TableWatch& table, Guard& guard, const Identities& identities);

    /// Runs until the engine's end of the socket closes. Then every worker is dead.
    void run();

    /// Reports that a worker has ended.
    void reportEnd(ProcessId process, const End& end);

private:
    void wait();
    [[nodiscard]] std::int64_t untilNs() const;
    [[nodiscard]] bool obeyAll(); ///< false when the engine is gone
    void obey(const Request& request);
    void start(const Request& request);
    Result<void> startChild(const Request& request, const std::string& letter);
    /// The notice of a process that is not there; nothing else will be heard of it but its end.
    void reportNotStarted(ProcessId process, const std::string& name, const std::string& why);
    void reportIfNeverReady(const Child& child, const End& end);
    void sendSignal(const Command& command);
    void hearOfGuard();
    void hearOfWorkers();
    void reportStop(ProcessId process, bool stopped);
    void look();
    [[nodiscard]] bool reportQuiet();

    Board& board_;
    Reporter& reporter_;
    Children& children_;
    Cleanup& cleanup_;
    TableWatch& table_;
    Guard& guard_;
    const Identities& identities_;
    Rest rest_;
    Looks looks_;

    bool active_ = false;          ///< somebody is, or may be, at work
    std::int64_t pauseNs_ = 0;     ///< until the next look at the workers, while active
    std::int64_t looksDueNs_ = 0;  ///< when the queues are looked at next
    std::uint64_t quietAsked_ = 0; ///< the last request, and the last that was answered
    std::uint64_t quietGiven_ = 0;
};

} // namespace ipclab
