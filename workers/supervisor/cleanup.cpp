#include "workers/supervisor/cleanup.h"

#include "engine/kernel/message_queue.h"
#include "engine/observe/queue_look.h"
#include "workers/supervisor/borrowed.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>

namespace ipclab {

namespace {

bool isIntended(const LedgerEntry& entry) {
    return entry.state.load() == LedgerState::Intended;
}

void settle(LedgerEntry& entry, std::int32_t id) {
    entry.id.store(id);
    entry.state.store(LedgerState::Created);
}

bool neverUsed(const QueueStat& queue) {
    return queue.lspid == 0 && queue.lrpid == 0 && queue.stime == 0 && queue.rtime == 0;
}

} // namespace

void Cleanup::died(ProcessId process) {
    deathSec_[process] = ::time(nullptr);
    for (LedgerEntry& entry : board_.ledger)
        if (isIntended(entry) && entry.process == process) resolve(entry);
}

bool Cleanup::isListed(std::int32_t id) const {
    return std::ranges::any_of(board_.ledger, [id](const LedgerEntry& entry) {
        const LedgerState state = entry.state.load();
        return (state == LedgerState::Created || state == LedgerState::Found) &&
               entry.id.load() == id;
    });
}

/// Made by this user between the moment before the call and the death of the process.
bool Cleanup::couldBe(const LedgerEntry& entry, const QueueStat& queue) const {
    const auto death = deathSec_.find(entry.process);
    const std::int64_t latest = death == deathSec_.end() ? ::time(nullptr) : death->second;
    return queue.key == entry.key && queue.cuid == entry.uid && queue.ctime >= entry.requestedSec &&
           queue.ctime <= latest && !isListed(queue.id);
}

void Cleanup::resolve(LedgerEntry& entry) {
    const auto queues = table_.queues();
    if (!queues) return;
    if (entry.key == IPC_PRIVATE)
        resolvePrivate(entry, *queues);
    else
        resolveKey(entry, *queues);
}

void Cleanup::resolveKey(LedgerEntry& entry, const std::vector<QueueStat>& queues) {
    const auto made = std::ranges::find_if(queues, [&](const QueueStat& queue) {
        return queue.id != entry.before && couldBe(entry, queue);
    });
    if (made == queues.end())
        entry.state.store(LedgerState::Free); // the call was not made, or made nothing
    else
        settle(entry, made->id);
}

/// Private queues have no name to tell them by. Those that fit are taken only if they are not more
/// than the dead processes were about to make; otherwise one of them may be a stranger's.
void Cleanup::resolvePrivate(LedgerEntry& entry, const std::vector<QueueStat>& queues) {
    const std::uint32_t mode = static_cast<std::uint32_t>(entry.flags) & 0777;
    std::vector<std::int32_t> fitting;
    for (const QueueStat& queue : queues)
        if (couldBe(entry, queue) && queue.mode == mode && neverUsed(queue))
            fitting.push_back(queue.id);
    const auto wanted = std::ranges::count_if(board_.ledger, [&](const LedgerEntry& other) {
        return isIntended(other) && other.key == IPC_PRIVATE && other.uid == entry.uid &&
               (static_cast<std::uint32_t>(other.flags) & 0777) == mode &&
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
            left.push_back("a process was killed while it made a private queue; several queues "
                           "could be it, so none was removed (ipcs -q lists them)");
    }
    for (LedgerEntry& entry : board_.ledger) {
        if (entry.state.load() != LedgerState::Created) continue;
        if (const auto removed = remove(entry); !removed)
            left.push_back(fmt::format("queue {} is still there: {}", entry.id.load(),
                                       removed.error().message()));
        else
            entry.state.store(LedgerState::Removed);
    }
    return left;
}

Result<void> Cleanup::remove(LedgerEntry& entry) {
    const std::int32_t id = entry.id.load();
    const auto stat = lookAtQueue(id);
    if (!stat && stat.error().number == EINVAL) return {};
    if (!stat) return std::unexpected(stat.error());
    // Neither key nor creator of a queue ever changes, and its ctime only grows. Another one that
    // has the id by now is a stranger's.
    if (stat->key != entry.key || stat->cuid != entry.uid ||
        stat->ctime < std::max(entry.requestedSec, entry.ctimeSec))
        return {};
    // The creator may remove it even after IPC_SET gave it to somebody else.
    const Borrowed creator(entry.uid);
    const auto removed = removeQueue(id);
    if (!removed && (removed.error().number == EINVAL || removed.error().number == EIDRM))
        return {};
    return removed;
}

} // namespace ipclab
