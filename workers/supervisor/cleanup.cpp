#include "workers/supervisor/cleanup.h"

#include "engine/base/standard_streams.h"
#include "workers/supervisor/borrowed.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fmt/format.h>
#include <sys/ipc.h>

namespace ipclab {

namespace {

bool isIntended(const LedgerEntry& entry) {
    return entry.state.load() == LedgerState::Intended;
}

void settle(LedgerEntry& entry, std::int32_t id) {
    entry.id.store(id);
    entry.state.store(LedgerState::Created);
}

} // namespace

Result<Cleanup::Kinds> Cleanup::openKinds() {
    auto queues = standingQueues();
    if (!queues) return std::unexpected(queues.error());
    auto segments = standingSegments();
    if (!segments) return std::unexpected(segments.error());
    return Kinds{std::move(*queues), std::move(*segments)};
}

const StandingObjects& Cleanup::kindOf(const LedgerEntry& entry) const {
    return *kinds_[static_cast<std::size_t>(entry.kind)];
}

void Cleanup::died(ProcessId process) {
    deathSec_[process] = ::time(nullptr);
    for (LedgerEntry& entry : board_.ledger)
        if (isIntended(entry) && entry.process == process) resolve(entry);
}

bool Cleanup::isListed(LedgerKind kind, std::int32_t id) const {
    return std::ranges::any_of(board_.ledger, [kind, id](const LedgerEntry& entry) {
        const LedgerState state = entry.state.load();
        return (state == LedgerState::Created || state == LedgerState::Found) &&
               entry.kind == kind && entry.id.load() == id;
    });
}

/// Made by this user between the moment before the call and the death of the process.
bool Cleanup::couldBe(const LedgerEntry& entry, const Standing& object) const {
    const auto death = deathSec_.find(entry.process);
    const std::int64_t latest = death == deathSec_.end() ? ::time(nullptr) : death->second;
    return object.key == entry.key && object.cuid == entry.uid &&
           object.ctimeSec >= entry.requestedSec && object.ctimeSec <= latest &&
           !isListed(entry.kind, object.id);
}

void Cleanup::resolve(LedgerEntry& entry) {
    const auto objects = kindOf(entry).all();
    if (!objects) return;
    if (entry.key == IPC_PRIVATE)
        resolvePrivate(entry, *objects);
    else
        resolveKey(entry, *objects);
}

void Cleanup::resolveKey(LedgerEntry& entry, const std::vector<Standing>& objects) {
    const auto made = std::ranges::find_if(objects, [&](const Standing& object) {
        return object.id != entry.before && couldBe(entry, object);
    });
    if (made == objects.end())
        entry.state.store(LedgerState::Free); // the call was not made, or made nothing
    else
        settle(entry, made->id);
}

/// Private objects have no name to tell them by. Those that fit are taken only if they are not more
/// than the dead processes were about to make; otherwise one of them may be a stranger's.
void Cleanup::resolvePrivate(LedgerEntry& entry, const std::vector<Standing>& objects) {
    const std::uint32_t mode = static_cast<std::uint32_t>(entry.flags) & 0777;
    std::vector<std::int32_t> fitting;
    for (const Standing& object : objects)
        if (couldBe(entry, object) && object.mode == mode && !object.used)
            fitting.push_back(object.id);
    const auto wanted = std::ranges::count_if(board_.ledger, [&](const LedgerEntry& other) {
        return isIntended(other) && other.kind == entry.kind && other.key == IPC_PRIVATE &&
               other.uid == entry.uid && (static_cast<std::uint32_t>(other.flags) & 0777) == mode &&
               deathSec_.contains(other.process);
    });
    if (fitting.empty())
        entry.state.store(LedgerState::Free);
    else if (static_cast<std::ptrdiff_t>(fitting.size()) <= wanted)
        settle(entry, fitting.front());
}

std::vector<std::string> Cleanup::removeAll() {
    std::vector<std::string> left;
    for (const LedgerEntry& entry : board_.ledger)
        if (isIntended(entry)) deathSec_.try_emplace(entry.process, ::time(nullptr));
    for (LedgerEntry& entry : board_.ledger) {
        if (!isIntended(entry)) continue;
        resolve(entry);
        if (isIntended(entry))
            left.push_back(
                fmt::format("a process was killed while it made a private {0}; several {0}s "
                            "could be it, so none was removed (ipcs {1} lists them)",
                            kindOf(entry).name(), kindOf(entry).listOption()));
    }
    for (LedgerEntry& entry : board_.ledger) {
        if (entry.state.load() != LedgerState::Created) continue;
        if (const auto removed = remove(entry); !removed)
            left.push_back(fmt::format("{} {} is still there: {}", kindOf(entry).name(),
                                       entry.id.load(), removed.error().message()));
        else if (!livesOn(entry))
            entry.state.store(LedgerState::Removed);
    }
    return left;
}

bool Cleanup::finish() {
    const std::vector<std::string> left = removeAll();
    for (const std::string& each : left)
        tell(fmt::format("ipclab: {}\n", each));
    return left.empty();
}

/// A program outside still has the segment attached: it is watched until that lets it go.
bool Cleanup::livesOn(const LedgerEntry& entry) const {
    const auto found = kindOf(entry).look(entry.id.load());
    return found && found->marked && found->cuid == entry.uid;
}

Result<void> Cleanup::remove(LedgerEntry& entry) {
    const std::int32_t id = entry.id.load();
    const auto found = kindOf(entry).look(id);
    if (!found && found.error().number == EINVAL) return {};
    if (!found) return std::unexpected(found.error());
    // Neither key nor creator of an object ever changes, and its ctime only grows. Another one that
    // has the id by now is a stranger's. (A segment whose key became 0 is removed already.)
    if (found->key != entry.key || found->cuid != entry.uid ||
        found->ctimeSec < std::max(entry.requestedSec, entry.ctimeSec))
        return {};
    // The creator may remove it even after IPC_SET gave it to somebody else.
    const Borrowed creator(entry.uid);
    const auto removed = kindOf(entry).remove(id);
    if (!removed && (removed.error().number == EINVAL || removed.error().number == EIDRM))
        return {};
    return removed;
}

} // namespace ipclab
