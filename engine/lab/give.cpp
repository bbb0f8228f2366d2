// How a line gets to its processes: evaluated first for all of them, then given to each.
#include "engine/lab/impl.h"

#include "engine/call/repeat.h"
#include "engine/call/room.h"
#include "engine/lab/line.h"
#include "engine/launch/line.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace ipclab {

namespace {

bool makesCalls(const Statement& statement) {
    return std::ranges::any_of(statement.actions,
                               [](const Action& action) { return action.call.has_value(); });
}

/// A repeat of nothing but one store is one call that repeats it by itself: reporting each round
/// would hide the race that it is there to show.
void foldBurst(LineHeader& header, ResolvedCall& only) {
    if (header.everyNs != 0) return;
    if (only.id == CallId::Store)
        only.args[storeTimes] = static_cast<std::int64_t>(std::exchange(header.times, 1));
    else if (only.id == CallId::AtomicAdd)
        only.args[atomicAddTimes] = static_cast<std::int64_t>(std::exchange(header.times, 1));
}

/// Whether the process has a text, an array or a struct by a name.
std::function<bool(std::string_view)> holdsBuffer(const Scope& scope) {
    return [&scope](std::string_view name) {
        const Value* value = scope.variable(name);
        return value && !std::holds_alternative<std::int64_t>(*value) &&
               !std::holds_alternative<Address>(*value);
    };
}

void fill(LineHeader& header, const Statement& statement, std::vector<ResolvedCall>& calls) {
    constexpr std::uint64_t nsPerMs = 1'000'000;
    header.times = statement.times;
    header.everyNs = statement.everyMs * nsPerMs;
    if (calls.size() == 1) foldBurst(header, calls.front());
}

std::vector<int> numbersOf(const std::vector<Fd>& descriptors) {
    std::vector<int> numbers;
    for (const Fd& fd : descriptors)
        numbers.push_back(fd.get());
    return numbers;
}

} // namespace

Result<ProcessId> Lab::Impl::readyMember(std::string_view letter) {
    for (const auto& [id, member] : members_.all()) {
        if (member.letter != letter) continue;
        const WorkerSlot& slot = board_->workers[id];
        if (member.reserved && slot.pid.load() == 0) continue; // no fork has made it yet
        if (isTornAway(member))
            return failure(fmt::format("{} has ended: {}", letter, event::supervisorDied));
        if (slot.ended.load() != 0) return failure(fmt::format("{} has ended", letter));
        if (member.held)
            return failure(
                fmt::format("{} holds a line already: let it go or take it back", letter));
        if (slot.finished.load() < member.lines)
            return failure(fmt::format("{} is busy: a process makes one call at a time, and while "
                                       "it sleeps in the kernel it makes no other",
                                       letter));
        return id;
    }
    return failure(fmt::format("there is no process {}", letter));
}

Result<Lab::Impl::Share> Lab::Impl::evaluateFor(const Statement& statement, const World& world,
                                                ProcessId id) {
    Share share{id, {}, {}};
    const Process* process = world.process(id);
    if (!process) return failure("the process has not started yet");
    const Scope scope = scopeOf(world, *process, hello_);
    if (makesCalls(statement)) {
        auto calls = resolveLine(statement, scope);
        if (!calls) return std::unexpected(calls.error());
        share.calls = std::move(*calls);
        return share;
    }
    for (const Action& action : statement.actions) {
        if (auto fits = checkRoom(action, scope); !fits) return std::unexpected(fits.error());
        auto value = ipclab::evaluate(action, scope);
        if (!value) return std::unexpected(value.error());
        share.stores.emplace_back(action.target, std::move(*value));
    }
    return share;
}

Result<std::vector<Lab::Impl::Share>> Lab::Impl::evaluate(const Statement& statement) {
    constexpr std::chrono::seconds startDeadline{5};
    std::vector<Share> shares;
    for (const std::string& letter : statement.processes) {
        const auto id = readyMember(letter);
        if (!id) return std::unexpected(id.error());
        const bool started = intake_->waitFor(
            [&](const World& world) { return world.process(*id) != nullptr; }, startDeadline);
        if (!started) return failure(fmt::format("{} did not start within 5 s", letter));
        Result<Share> share;
        intake_->withNewest(
            [&](const World& world) { share = evaluateFor(statement, world, *id); });
        if (!share) return std::unexpected(share.error());
        shares.push_back(std::move(*share));
    }
    return shares;
}

/// The line as the first of its processes understands it. Fails for a repeat that would not do what
/// it says in one of them: what is a buffer there may be an address in the first.
Result<Statement> Lab::Impl::settled(const Statement& written) {
    Statement statement = written;
    Result<void> done;
    intake_->withNewest([&](const World& world) {
        const Process* process = world.process(statement.processes.front());
        if (!process) return;
        done = settle(statement, scopeOf(world, *process, hello_));
        for (const std::string& letter : statement.processes) {
            const Process* each = done ? world.process(letter) : nullptr;
            if (!each) continue;
            const Scope scope = scopeOf(world, *each, hello_);
            if (const auto refused = refuseRepeat(statement, holdsBuffer(scope)))
                done = failure(refused->message);
        }
    });
    if (!done) return std::unexpected(done.error());
    return statement;
}

Result<void> Lab::Impl::give(const Statement& written, bool hold) {
    if (written.kind != Statement::Kind::Do || written.processes.empty())
        return failure("only a line with calls or assignments can be given to a process");
    dropUnusedForks();
    auto understood = settled(written);
    if (!understood) return std::unexpected(understood.error());
    const auto given = std::make_shared<const Statement>(std::move(*understood));
    const Statement& statement = *given;
    auto shares = evaluate(statement);
    if (!shares) return std::unexpected(shares.error());
    const auto count = static_cast<CallRef>(statement.actions.size());
    LineHeader header = commonStart(*shares);
    for (Share& share : *shares) {
        Member& member = *members_.find(share.process);
        header.first = std::exchange(member.nextRef, member.nextRef + count);
        own_.add(share.process, event::Given{header.first, given});
        for (auto& [target, value] : share.stores)
            own_.add(share.process, event::Assigned{target, std::move(value)});
        if (share.calls.empty()) continue;
        if (hold) {
            member.held = Member::Held{statement, header.first};
            continue;
        }
        auto sent = sendCalls(share.process, statement, header, std::move(share.calls));
        if (!sent) return sent;
    }
    intake_->wake();
    return {};
}

/// One process alone begins at once, and so does each that was held: those are let go one by one.
LineHeader Lab::Impl::commonStart(const std::vector<Share>& shares) {
    LineHeader header;
    if (shares.size() < 2 || shares.size() > header.together.size()) return header;
    header.start = ++commonStarts_;
    std::ranges::transform(shares, header.together.begin(), &Share::process);
    return header;
}

Result<void> Lab::Impl::sendCalls(ProcessId process, const Statement& statement, LineHeader header,
                                  std::vector<ResolvedCall> calls) {
    Member& member = *members_.find(process);
    WorkerSlot& slot = board_->workers[process];
    const auto forks = prepareForks(process, statement, calls);
    if (!forks) {
        own_.add(process, event::Withdrawn{header.first});
        return std::unexpected(forks.error());
    }
    fill(header, statement, calls);
    // Counted before it is sent: a quiet look in between must not take the process for idle.
    ++member.lines;
    slot.given.store(member.lines);
    auto sent = sendLine(member.control.get(), header, calls, numbersOf(forks->descriptors));
    if (!sent) {
        --member.lines;
        slot.given.store(member.lines);
        dropForks(*forks);
        own_.add(process, event::Withdrawn{header.first});
        if (isTornAway(member))
            return failure(fmt::format("{} has ended: {}", member.letter, event::supervisorDied));
        return sent;
    }
    const std::lock_guard lock(supervisorMutex_);
    (void)supervisor_->look(); // it looks by itself too, only later
    return {};
}

Result<void> Lab::Impl::release(ProcessId process) {
    Member* member = members_.find(process);
    if (!member || !member->held) return failure("there is no held line");
    // Evaluated again: what other processes did since may have changed what it refers to.
    const Member::Held held = *std::exchange(member->held, std::nullopt);
    Result<Share> share;
    intake_->withNewest(
        [&](const World& world) { share = evaluateFor(held.statement, world, process); });
    if (!share) {
        own_.add(process, event::Withdrawn{held.first});
        intake_->wake();
        return std::unexpected(share.error());
    }
    LineHeader header;
    header.first = held.first;
    auto sent = sendCalls(process, held.statement, header, std::move(share->calls));
    intake_->wake();
    return sent;
}

Result<void> Lab::Impl::withdraw(ProcessId process) {
    Member* member = members_.find(process);
    if (!member || !member->held) return failure("there is no held line");
    own_.add(process, event::Withdrawn{member->held->first});
    member->held.reset();
    intake_->wake();
    return {};
}

Result<void> Lab::Impl::stopRepeating(ProcessId process) {
    const Member* member = members_.find(process);
    if (!member) return failure("there is no such process");
    board_->workers[process].stop.store(member->lines);
    return {};
}

} // namespace ipclab
