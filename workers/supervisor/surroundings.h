#pragma once

#include "engine/base/result.h"
#include "workers/supervisor/identities.h"
#include "workers/supervisor/options.h"

#include <string>

namespace ipclab {

/// Where the lab lives: who can be had, and what it has to do without.
struct Surroundings {
    Identities identities;
    std::string missing;        ///< in words; empty when nothing is
    bool shmRmidForced = false; ///< a segment goes with its last attachment
};

/// Enters the namespaces that the lab needs here: as an ordinary user a user namespace with
/// subordinate ids, so that there are other users; an IPC namespace of its own when asked for.
/// Fails only where what was asked for cannot be had.
[[nodiscard]] Result<Surroundings> settleIn(const Options& options);

/// Whether the limit of open files leaves a worker the numbers that it keeps for itself.
/// RLIMIT_NOFILE, getrlimit(2).
[[nodiscard]] Result<void> checkDescriptors();

/// Adds to what the lab has to do without; nothing where `what` is empty.
void addMissing(Surroundings& surroundings, const std::string& what);

} // namespace ipclab
