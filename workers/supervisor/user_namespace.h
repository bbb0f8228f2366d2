#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace ipclab {

/// One id inside the namespace and the one outside that it stands for.
using IdPair = std::pair<id_t, id_t>;

/// Which ids a user namespace has. Without `byPrograms` there is one pair each, for the caller's
/// own, which needs nobody's help.
struct IdMap {
    std::vector<IdPair> uids, gids;
    bool byPrograms = true; ///< newuidmap(1) and newgidmap(1) write the map
};

/// Makes a user namespace with these ids and tries out what the lab needs of it: all that can fail
/// fails in a child, so that this process is as it was. user_namespaces(7). The error is in words
/// that say what would help.
[[nodiscard]] Result<Fd> makeUserNamespace(const IdMap& map);

/// Enters it, and becomes its root where the map has one. setns(2).
Result<void> enterUserNamespace(const Fd& userNamespace, bool asRoot);

} // namespace ipclab
