#include "engine/launch/worker_ends.h"

#include "engine/launch/line.h"
#include "engine/launch/packet.h"

namespace ipclab {

Result<PreparedWorker> prepareWorker() {
    auto ring = SharedRing::create();
    if (!ring) return std::unexpected(ring.error());
    auto sockets = packetSockets(maxLineBytes);
    if (!sockets) return std::unexpected(sockets.error());
    return PreparedWorker{{std::move(*ring), std::move(sockets->first)},
                          std::move(sockets->second)};
}

} // namespace ipclab
