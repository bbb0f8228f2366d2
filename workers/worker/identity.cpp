#include "workers/worker/identity.h"

#include <charconv>
#include <grp.h>
#include <string_view>
#include <sys/prctl.h>
#include <unistd.h>

namespace ipclab {

namespace {

Result<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return failure("ipclab-worker: '" + std::string(text) + "' is not an id");
    return value;
}

} // namespace

Result<Identity> parseIdentity(const std::string& uid, const std::string& gid,
                               const std::string& groups) {
    const auto uidNumber = number(uid);
    if (!uidNumber) return std::unexpected(uidNumber.error());
    const auto gidNumber = number(gid);
    if (!gidNumber) return std::unexpected(gidNumber.error());
    Identity identity{*uidNumber == static_cast<uid_t>(-1), *uidNumber, *gidNumber, {}};
    for (std::string_view rest = groups; !rest.empty();) {
        const std::size_t comma = rest.find(',');
        const auto group = number(rest.substr(0, comma));
        if (!group) return std::unexpected(group.error());
        identity.groups.push_back(*group);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return identity;
}

Result<void> become(const Identity& identity) {
    if (identity.keep) return {};
    if (::setgroups(identity.groups.size(), identity.groups.data()) != 0)
        return systemError("setgroups");
    if (::setresgid(identity.gid, identity.gid, identity.gid) != 0) return systemError("setresgid");
    if (::setresuid(identity.uid, identity.uid, identity.uid) != 0) return systemError("setresuid");
    // The change made the process undumpable; the supervisor could then not read its state.
    if (::prctl(PR_SET_DUMPABLE, 1) != 0) return systemError("prctl(PR_SET_DUMPABLE)");
    return {};
}

} // namespace ipclab
