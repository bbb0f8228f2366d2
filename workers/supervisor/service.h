#pragma once

#include "engine/event/board.h"
#include "engine/event/ring.h"
#include "workers/supervisor/children.h"
#include "workers/supervisor/commands.h"
#include "workers/supervisor/identities.h"
#include "workers/supervisor/reporter.h"

namespace ipclab {

/// The supervisor's loop: sleeps until the engine asks, a worker ends, or it is time to look.
class Service {
public:
    Service(Board& board, RingMemory& ring, Children& children, const Identities& identities);

    /// Runs until the engine's end of the socket closes. Then every worker is dead.
    void run();

private:
    [[nodiscard]] bool obeyAll(); ///< false when the engine is gone
    void obey(const Request& request);
    void start(const Request& request);
    void reapEnded();
    void reportEnd(ProcessId process, const End& end);
    void watch(int fd, std::uint64_t tag);

    Board& board_;
    Reporter reporter_;
    Children& children_;
    const Identities& identities_;
    Fd epoll_;
};

} // namespace ipclab
