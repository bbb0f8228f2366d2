#pragma once

#include "engine/event/protocol.h"
#include "workers/supervisor/options.h"

#include <array>
#include <string>
#include <sys/types.h>
#include <vector>

namespace ipclab {

/// One user of the lab as the supervisor can make a process be.
struct UserIdentity {
    bool available = false;
    bool keep = false;    ///< a worker stays what the supervisor is
    uid_t uid = 0;        ///< inside the supervisor's user namespace
    gid_t gid = 0;        ///< likewise; also its only supplementary group
    uid_t outsideUid = 0; ///< as the system sees it
    gid_t outsideGid = 0;
    std::string why; ///< what is missing and what would help
};

/// Who can be had here, in the order of userNames.
using Identities = std::array<UserIdentity, userCount>;

/// As root: three real uids. Otherwise alice is the user who runs the lab, and there is nobody
/// else, which `why` explains to the others.
[[nodiscard]] Identities rootIdentities(bool allowRoot);
[[nodiscard]] Identities onlyAlice(const std::string& why);

/// Whether this process may take on other identities; if not, the reason.
[[nodiscard]] std::string obstacleToSwitching(uid_t uid, gid_t gid);

/// Puts the identities into the supervisor's first packet.
void tell(const Identities& identities, Hello& hello);

} // namespace ipclab
