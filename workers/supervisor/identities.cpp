#include "workers/supervisor/identities.h"

#include "engine/base/result.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <grp.h>
#include <string_view>
#include <unistd.h>

namespace ipclab {

namespace {

// Ids that belong to nobody: distributions give uids to services below 1000 and to people from 1000
// up to 60000, systemd takes 60001 to 60705 and, for dynamic users, 61184 to 65519. No passwd entry
// is needed to be one of them, and none is made.
constexpr uid_t aliceUid = 61101;
constexpr uid_t bobUid = 61102;
constexpr uid_t carolUid = 61103;
constexpr gid_t sharedGid = 61101; // of alice and bob, so that the group class of a mode matters
constexpr gid_t carolGid = 61103;

UserIdentity real(uid_t uid, gid_t gid) {
    UserIdentity user;
    user.available = true;
    user.uid = user.outsideUid = uid;
    user.gid = user.outsideGid = gid;
    return user;
}

UserIdentity kept() {
    UserIdentity user = real(::geteuid(), ::getegid());
    user.keep = true;
    return user;
}

UserIdentity unavailable(std::string why) {
    UserIdentity user;
    user.why = std::move(why);
    return user;
}

} // namespace

std::string obstacleToSwitching(uid_t uid, gid_t gid) {
    const gid_t gidNow = ::getegid();
    const uid_t uidNow = ::geteuid();
    const auto because = [](std::string_view call) {
        return fmt::format("{} fails with {} here; the container or service that this runs in "
                           "forbids it",
                           call, errnoName(errno));
    };
    if (::setresgid(-1, gid, -1) != 0) return because("setresgid");
    std::string obstacle;
    if (::setresuid(-1, uid, -1) != 0)
        obstacle = because("setresuid");
    else if (::setresuid(-1, uidNow, -1) != 0)
        obstacle = because("setresuid");
    if (::setresgid(-1, gidNow, -1) != 0) obstacle = because("setresgid");
    return obstacle;
}

Identities rootIdentities(bool allowRoot) {
    Identities users{real(aliceUid, sharedGid), real(bobUid, sharedGid), real(carolUid, carolGid),
                     unavailable("the kernel refuses root nothing; start with --allow-root to "
                                 "see that")};
    if (allowRoot) users[3] = kept();
    return users;
}

Identities onlyAlice(const std::string& why) {
    return {kept(), unavailable(why), unavailable(why),
            unavailable("only where the lab itself is started by root")};
}

void tell(const Identities& identities, Hello& hello) {
    for (std::size_t i = 0; i < identities.size(); ++i) {
        const UserIdentity& from = identities[i];
        Hello::User& to = hello.users[i];
        to.available = from.available ? 1 : 0;
        to.uid = from.outsideUid;
        to.gid = from.outsideGid;
        to.insideUid = from.uid;
        to.insideGid = from.gid;
        copyText(from.why, to.why);
    }
}

} // namespace ipclab
