#include "workers/supervisor/user_namespace.h"

#include "workers/supervisor/trial.h"

#include <array>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <grp.h>
#include <sched.h>
#include <spawn.h>
#include <sys/wait.h>

namespace ipclab {

namespace {

int errnoOf(int result) {
    return result == 0 ? 0 : errno;
}

/// Root of the namespace and back from another of its users: refused where a security module
/// leaves the namespace's root without power.
int becomeRootAndBack(uid_t other) {
    if (const int problem = errnoOf(::setresgid(0, 0, 0))) return problem;
    if (const int problem = errnoOf(::setgroups(0, nullptr))) return problem;
    if (const int problem = errnoOf(::setresuid(0, 0, 0))) return problem;
    if (const int problem = errnoOf(::setresuid(-1, other, -1))) return problem;
    return errnoOf(::setresuid(-1, 0, -1));
}

bool isOn(const char* sysctl) {
    std::ifstream file(sysctl);
    long value = 0;
    return file >> value && value != 0;
}

bool isOff(const char* sysctl) {
    std::ifstream file(sysctl);
    long value = 1;
    return file >> value && value == 0;
}

constexpr const char* appArmor = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";

std::string whyForbidden(int number) {
    if (isOn(appArmor))
        return "AppArmor forbids user namespaces to ordinary programs: sudo sysctl "
               "kernel.apparmor_restrict_unprivileged_userns=0";
    if (isOff("/proc/sys/kernel/unprivileged_userns_clone"))
        return "user namespaces are switched off: sudo sysctl kernel.unprivileged_userns_clone=1";
    if (isOff("/proc/sys/user/max_user_namespaces"))
        return "user namespaces are switched off: sudo sysctl user.max_user_namespaces=15000";
    return fmt::format("the system forbids user namespaces (unshare gives {})", errnoName(number));
}

/// Runs newuidmap or newgidmap for the child; what it complains of is the error.
Result<void> runMapper(const std::string& program, pid_t child, const std::vector<IdPair>& ids) {
    std::vector<std::string> arguments{program, std::to_string(child)};
    for (const auto& [inside, outside] : ids)
        for (const id_t each : {inside, outside, id_t(1)})
            arguments.push_back(std::to_string(each));
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);

    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return systemError("pipe2");
    const Fd complaint(ends[0]);
    Fd writes(ends[1]);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, writes.get(), STDERR_FILENO);
    pid_t pid = 0;
    const int problem =
        ::posix_spawnp(&pid, program.c_str(), &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    writes.reset();
    if (problem == ENOENT) return failure(program + " is not installed: sudo apt install uidmap");
    if (problem != 0) return systemError("starting " + program, problem);
    char text[160] = {};
    (void)!::read(complaint.get(), text, sizeof(text) - 1);
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
    return failure(fmt::format("{} refuses: {}", program, text));
}

Result<void> writeFile(const std::string& path, const std::string& text) {
    const Fd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file || ::write(file.get(), text.data(), text.size()) < 0)
        return systemError("writing " + path);
    return {};
}

/// The caller's own ids, as themselves. The kernel wants setgroups(2) given up for it.
Result<void> writeOwnMap(const std::string& folder, const IdMap& map) {
    const auto line = [](const IdPair& ids) {
        return fmt::format("{} {} 1", ids.first, ids.second);
    };
    if (auto done = writeFile(folder + "/setgroups", "deny"); !done) return done;
    if (auto done = writeFile(folder + "/uid_map", line(map.uids.front())); !done) return done;
    return writeFile(folder + "/gid_map", line(map.gids.front()));
}

Result<void> writeMap(pid_t child, const std::string& folder, const IdMap& map) {
    if (!map.byPrograms) return writeOwnMap(folder, map);
    if (auto done = runMapper("newuidmap", child, map.uids); !done) return done;
    return runMapper("newgidmap", child, map.gids);
}

} // namespace

Result<Fd> makeUserNamespace(const IdMap& map) {
    const uid_t other = map.uids.back().first;
    const auto unshareUser = [] { return errnoOf(::unshare(CLONE_NEWUSER)); };
    const auto useIt = [&] {
        return map.byPrograms ? becomeRootAndBack(other) : errnoOf(::unshare(CLONE_NEWIPC));
    };
    Trial trial({unshareUser, useIt});
    if (const int problem = trial.step()) return failure(whyForbidden(problem));
    const std::string folder = fmt::format("/proc/{}", trial.pid());
    Fd userNamespace(::open((folder + "/ns/user").c_str(), O_RDONLY | O_CLOEXEC));
    if (!userNamespace) return systemError("opening " + folder + "/ns/user");
    if (const auto done = writeMap(trial.pid(), folder, map); !done)
        return std::unexpected(done.error());
    if (const int problem = trial.step()) return failure(whyForbidden(problem));
    return userNamespace;
}

Result<void> enterUserNamespace(const Fd& userNamespace, bool asRoot) {
    if (::setns(userNamespace.get(), CLONE_NEWUSER) != 0)
        return systemError("setns into the user namespace");
    if (!asRoot) return {};
    if (::setresgid(0, 0, 0) != 0) return systemError("setresgid in the user namespace");
    if (::setgroups(0, nullptr) != 0) return systemError("setgroups in the user namespace");
    if (::setresuid(0, 0, 0) != 0) return systemError("setresuid in the user namespace");
    return {};
}

} // namespace ipclab
