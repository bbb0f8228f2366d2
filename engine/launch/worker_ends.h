#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/event/ring.h"

namespace ipclab {

/// What the engine holds of a worker that was asked for. Closing `control` ends the worker.
struct WorkerEnds {
    SharedRing ring; ///< its events, ProcessStarted first
    Fd control;      ///< lines go in here; see line.h
};

/// A ring and a control socket for a worker that is not there yet.
struct PreparedWorker {
    WorkerEnds ends;
    Fd control; ///< the worker's own end: to be sent with the ring, and then closed here
};
[[nodiscard]] Result<PreparedWorker> prepareWorker();

} // namespace ipclab
