// worker: an ordinary process of the lab. It takes one line of calls at a time, makes the calls,
// and reports each before and after. No Qt, no polling: while it sleeps, it sleeps.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <sys/types.h>
#include <vector>

namespace ipclab {

/// Whom the worker is to be. `keep` leaves the identity as it is.
struct Identity {
    bool keep = true;
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups;
};

/// The identity from the command line; nothing but digits is accepted.
[[nodiscard]] Result<Identity> parseIdentity(const std::string& uid, const std::string& gid,
                                             const std::string& groups);

/// Takes the identity on for good: groups, gid, uid, no capability left. setresuid(2).
[[nodiscard]] Result<void> become(const Identity& identity);

} // namespace ipclab
