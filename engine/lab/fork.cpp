// How a line that forks is got ready: for each child that it may make, a number, a letter, a ring
// and a control socket go with it to the worker. What no child took is free again afterwards.
#include "engine/lab/impl.h"

#include "engine/call/process_name.h"
#include "engine/launch/worker_ends.h"

#include <algorithm>
#include <fcntl.h>
#include <fmt/format.h>

namespace ipclab {

namespace {

bool isFork(const ResolvedCall& call) {
    return call.id == CallId::Fork;
}

/// The variables that the forks of one round store the child's pid in; empty where they do not.
std::vector<std::string> targetsOfForks(const Statement& statement) {
    std::vector<std::string> targets;
    for (const Action& action : statement.actions)
        if (action.call && action.call->id == CallId::Fork) targets.push_back(action.target);
    return targets;
}

std::string packed(const std::vector<ProcessId>& numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(ProcessId)};
}

} // namespace

int Lab::Impl::alive() const {
    return static_cast<int>(std::ranges::count_if(members_.all(), [this](const auto& entry) {
        return board_->workers[entry.first].ended.load() == 0;
    }));
}

/// A child has taken its number as soon as its parent is about to fork.
void Lab::Impl::dropUnusedForks() {
    std::vector<ProcessId> unused;
    for (const auto& [id, member] : members_.all()) {
        if (!member.reserved || board_->workers[id].parent.load() != 0) continue;
        const WorkerSlot& parent = board_->workers[member.reserved->parent];
        if (parent.ended.load() != 0 || parent.finished.load() >= member.reserved->line)
            unused.push_back(id);
    }
    for (const ProcessId id : unused)
        dropUntaken(id);
}

void Lab::Impl::dropUntaken(ProcessId id) {
    board_->workers[id].ended.store(1); // its ring is let go with the next one that is added
    const std::lock_guard lock(membersMutex_);
    members_.giveBack(id);
}

Result<Lab::Impl::Forks> Lab::Impl::prepareForks(ProcessId parent, const Statement& statement,
                                                 std::vector<ResolvedCall>& calls) {
    Forks forks;
    const std::vector<std::string> targets = targetsOfForks(statement);
    if (targets.empty()) return forks;
    dropUnusedForks();
    const auto room = static_cast<std::uint64_t>(std::max(0, maxProcesses - alive()));
    const std::uint64_t rounds = std::min(statement.times, room); // so that nothing overflows
    const std::uint64_t count = std::min<std::uint64_t>(room, rounds * targets.size());
    for (std::uint64_t i = 0; i < count && !members_.full(); ++i)
        if (auto ready = prepareFork(parent, targets[i % targets.size()], forks); !ready) {
            dropForks(forks);
            return std::unexpected(ready.error());
        }
    for (ResolvedCall& call : calls)
        if (isFork(call)) call.data = packed(forks.numbers);
    return forks;
}

Result<void> Lab::Impl::prepareFork(ProcessId parent, const std::string& target, Forks& forks) {
    auto worker = prepareWorker();
    if (!worker) return std::unexpected(worker.error());
    Fd ring(::fcntl(worker->ends.ring.fd(), F_DUPFD_CLOEXEC, 0));
    if (!ring) return systemError("fcntl(F_DUPFD_CLOEXEC)");
    const Member& from = *members_.find(parent);
    Member child;
    child.letter =
        childName(target, [this](std::string_view name) { return members_.hasLetter(name); });
    child.user = from.user;
    child.uid = from.uid;
    child.gid = from.gid;
    child.supervisor = from.supervisor;
    child.control = std::move(worker->ends.control);
    child.reserved = Member::Reserved{parent, from.lines + 1};
    ProcessId id = 0;
    {
        const std::lock_guard lock(membersMutex_);
        id = members_.add(std::move(child));
    }
    intake_->addRing(id, std::move(worker->ends.ring));
    board_->workers[id].ended.store(0); // where the number was reserved before, and not taken
    forks.numbers.push_back(id);
    forks.descriptors.push_back(std::move(ring));
    forks.descriptors.push_back(std::move(worker->control));
    return {};
}

/// The line was not sent: nobody can take them any more.
void Lab::Impl::dropForks(const Forks& forks) {
    for (const ProcessId id : forks.numbers)
        dropUntaken(id);
}

} // namespace ipclab
