#include "workers/supervisor/surroundings.h"

#include "engine/call/call.h"
#include "engine/event/event.h"
#include "engine/observe/queue_look.h"
#include "workers/supervisor/subordinate_ids.h"
#include "workers/supervisor/user_namespace.h"

#include <fmt/format.h>
#include <fstream>
#include <pwd.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

namespace ipclab {

namespace {

// Inside the namespace: 0 is its root, the supervisor itself, and these are the users.
constexpr uid_t aliceInside = 1000;
constexpr uid_t bobInside = 1001;
constexpr uid_t carolInside = 1002;
constexpr gid_t sharedGidInside = 1000;
constexpr gid_t carolGidInside = 1001;

/// Three other uids (the namespace's root, bob, carol) and two gids; alice is who runs the lab.
Result<IdMap> subordinateMap() {
    const uid_t uid = ::getuid();
    const passwd* entry = ::getpwuid(uid);
    if (!entry)
        return failure(fmt::format("the uid {} has no entry in the user database, so it can have "
                                   "no subordinate ids",
                                   uid));
    const std::string name = entry->pw_name;
    const auto uids = subordinateIdsFrom("/etc/subuid", name, uid, 3);
    const auto gids = subordinateIdsFrom("/etc/subgid", name, uid, 2);
    if (uids.size() < 3 || gids.size() < 2)
        return failure(fmt::format("{} has no subordinate ids: sudo usermod --add-subuids "
                                   "100000-165535 --add-subgids 100000-165535 {}",
                                   name, name));
    return IdMap{{{0, uids[0]}, {aliceInside, uid}, {bobInside, uids[1]}, {carolInside, uids[2]}},
                 {{0, gids[0]}, {sharedGidInside, ::getgid()}, {carolGidInside, gids[1]}}};
}

UserIdentity mapped(const IdPair& uid, const IdPair& gid) {
    UserIdentity user;
    user.available = true;
    user.uid = uid.first;
    user.outsideUid = uid.second;
    user.gid = gid.first;
    user.outsideGid = gid.second;
    return user;
}

Identities identitiesOf(const IdMap& map) {
    Identities users = onlyAlice("");
    users[0] = mapped(map.uids[1], map.gids[1]);
    users[1] = mapped(map.uids[2], map.gids[1]);
    users[2] = mapped(map.uids[3], map.gids[2]);
    return users;
}

/// A setting of the lab's own IPC namespace; 0 leaves it as it is.
void set(const IpcSysctl& sysctl, std::uint64_t value, Surroundings& surroundings) {
    if (value == 0) return;
    std::ofstream file(fmt::format("/proc/sys/kernel/{}", sysctl.name));
    file << value << std::flush;
    if (!file)
        addMissing(surroundings, fmt::format("this kernel does not let the lab set {} in its own "
                                             "namespace, so the limit stays as it is",
                                             sysctl.name));
}

/// Some systems set it for all namespaces.
bool isShmRmidForced() {
    std::ifstream file("/proc/sys/kernel/shm_rmid_forced");
    int value = 0;
    return file >> value && value != 0;
}

Result<void> makePrivate(const Options& options, Surroundings& surroundings) {
    if (!options.privateNamespace) return {};
    if (::unshare(CLONE_NEWIPC) != 0) return systemError("unshare of the IPC namespace");
    for (const IpcSysctl& each : ipcSysctls)
        set(each, options.sysctls.*each.value, surroundings);
    return {};
}

/// A user namespace in which nobody is but this process, with these ids.
Result<void> enterAlone(uid_t uid, gid_t gid) {
    const IdMap own{{{uid, ::getuid()}}, {{gid, ::getgid()}}, false};
    const auto made = makeUserNamespace(own);
    if (!made) return std::unexpected(made.error());
    return enterUserNamespace(*made, false);
}

/// The limits of an IPC namespace are for the root of the user namespace in which it was made. So
/// it is made as root of one, and used from another within, where alice is herself again.
Result<Surroundings> aliceAndHerNamespace(const Options& options, const std::string& why) {
    const uid_t uid = ::getuid();
    const gid_t gid = ::getgid();
    if (const auto entered = enterAlone(0, 0); !entered)
        return failure("a private lab needs a user namespace: " + entered.error().message());
    Surroundings surroundings;
    if (const auto done = makePrivate(options, surroundings); !done)
        return std::unexpected(done.error());
    if (const auto entered = enterAlone(uid, gid); !entered)
        return failure("a private lab needs a second user namespace: " + entered.error().message());
    surroundings.identities = onlyAlice(why);
    return surroundings;
}

Result<Surroundings> asOrdinaryUser(const Options& options) {
    const auto map = subordinateMap();
    const auto made = map ? makeUserNamespace(*map) : std::unexpected(map.error());
    if (!made) {
        const std::string why = made.error().message();
        if (options.privateNamespace) return aliceAndHerNamespace(options, why);
        return Surroundings{onlyAlice(why), {}};
    }
    if (const auto entered = enterUserNamespace(*made, true); !entered)
        return std::unexpected(entered.error());
    Surroundings surroundings{identitiesOf(*map), {}};
    if (const auto done = makePrivate(options, surroundings); !done)
        return std::unexpected(done.error());
    return surroundings;
}

Result<Surroundings> asRoot(const Options& options) {
    Identities users = rootIdentities(options.allowRoot);
    const std::string obstacle = obstacleToSwitching(users[0].uid, users[0].gid);
    Surroundings surroundings{std::move(users), {}};
    if (!obstacle.empty())
        surroundings = {onlyAlice(obstacle),
                        "alice is root here, whom the kernel refuses nothing: " + obstacle};
    if (const auto done = makePrivate(options, surroundings); !done)
        return std::unexpected(done.error());
    return surroundings;
}

} // namespace

void addMissing(Surroundings& surroundings, const std::string& what) {
    std::string& all = surroundings.missing;
    if (!what.empty()) all += (all.empty() ? "" : "; ") + what;
}

Result<Surroundings> settleIn(const Options& options) {
    auto settled = ::geteuid() == 0 ? asRoot(options) : asOrdinaryUser(options);
    if (!settled) return settled;
    if (::access("/proc/self/syscall", F_OK) != 0)
        addMissing(*settled, "no /proc/PID/syscall here: sleep is told from the scheduler's "
                             "state alone");
    if (!kernelCopiesMessages())
        addMissing(*settled, "this kernel has no MSG_COPY (ENOSYS): what stands in a queue is the "
                             "lab's own account");
    settled->shmRmidForced = isShmRmidForced();
    return settled;
}

Result<void> checkDescriptors() {
    constexpr rlim_t needed = 1024; // firstOwnDescriptor, and what a line of forks takes with it
    static_assert(needed > firstOwnDescriptor + 2 * maxProcesses);
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return systemError("getrlimit(RLIMIT_NOFILE)");
    if (limit.rlim_max >= needed) return {};
    return failure(fmt::format("a process of the lab needs {} descriptors, and the hard limit here "
                               "is {}: see ulimit -Hn",
                               needed, limit.rlim_max));
}

} // namespace ipclab
