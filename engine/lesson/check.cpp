#include "engine/lesson/check.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/language.h"
#include "engine/call/member.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// What the process did since the line, as far as an expectation can speak of it.
struct Observed {
    enum class Kind { Nothing, Asleep, Returned, Killed, Exited };
    Kind kind = Kind::Nothing;
    const CallOutcome* outcome = nullptr;
};

Observed observe(const Statement& statement, const Process& process, const Before& before) {
    using Kind = Observed::Kind;
    if (process.state == ProcessState::Killed) return {Kind::Killed, nullptr};
    if (process.state == ProcessState::Exited) return {Kind::Exited, nullptr};
    if (process.current) return {Kind::Asleep, nullptr};
    if (!process.last) return {};
    const bool isIt = statement.kind == Statement::Kind::Await
                          ? process.last->ref == before.asleep
                          : process.last->ref != before.lastRef;
    return isIt ? Observed{Kind::Returned, &*process.last} : Observed{};
}

bool givesId(const CallOutcome& outcome) {
    return entryOf(outcome.call.id).result == ResultKind::QueueId && outcome.result >= 0;
}

/// The outcome as a script would expect it.
std::string describe(const CallOutcome& outcome, const Identities& identities) {
    if (outcome.refused) return fmt::format("refused by the lab: {}", outcome.data);
    Expectation same;
    same.result = givesId(outcome) ? identities.written(outcome.result) : outcome.result;
    if (outcome.result == -1) same.error = outcome.error;
    if (outcome.call.id == CallId::Msgrcv && outcome.result >= 0)
        same.message = MessageBuffer{outcome.mtype, outcome.data};
    return print(same);
}

std::string describe(const Observed& observed, const Process& process,
                     const Identities& identities) {
    switch (observed.kind) {
    case Observed::Kind::Returned:
        return describe(*observed.outcome, identities);
    case Observed::Kind::Asleep:
        return "blocks";
    case Observed::Kind::Killed:
        return fmt::format("killed {}", signalName(process.endCode));
    case Observed::Kind::Exited:
        return fmt::format("exited {}", process.endCode);
    case Observed::Kind::Nothing:
        break;
    }
    return "no call returned";
}

/// The struct msqid_ds that the statement's IPC_STAT filled, from the variable it named.
const QueueStat* filledStat(const Statement& statement, const Process& process) {
    if (statement.actions.empty() || !statement.actions.back().call) return nullptr;
    const Call& call = *statement.actions.back().call;
    if (call.id != CallId::Msgctl || call.args.size() < 3) return nullptr;
    const Expr* buffer = &call.args[2];
    while (buffer->kind == Expr::Kind::Cast || buffer->kind == Expr::Kind::AddressOf)
        buffer = &buffer->parts[0];
    const auto found = process.variables.find(buffer->text);
    return found == process.variables.end() ? nullptr : std::get_if<QueueStat>(&found->second);
}

Scope scopeOf(const Process& process, const World& world) {
    Scope scope;
    scope.variable = [&process](std::string_view name) {
        const auto found = process.variables.find(name);
        return found == process.variables.end() ? nullptr : &found->second;
    };
    scope.pid = [&world](std::string_view letter) {
        const Process* other = world.process(letter);
        return other ? std::int64_t{other->pid} : 0;
    };
    scope.uid = [&world](std::string_view user) {
        const auto found = std::ranges::find(world.processes, user, &Process::user);
        return found == world.processes.end() ? -1 : std::int64_t{found->uid};
    };
    scope.gid = [&world](std::string_view user) {
        const auto found = std::ranges::find(world.processes, user, &Process::user);
        return found == world.processes.end() ? -1 : std::int64_t{found->gid};
    };
    scope.queue = [&world](std::int32_t id) {
        const Queue* queue = world.queue(id);
        return queue ? &queue->stat : nullptr;
    };
    return scope;
}

std::string printField(const std::string& name, const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    const bool isMode = number && name.ends_with("mode");
    return fmt::format(".{} = {}", name, isMode ? fmt::format("{:#o}", *number) : print(value));
}

/// "" when every expected field is as expected; else those that differ, with their real values.
std::string differingFields(const Expr& fields, const QueueStat& stat, const Scope& scope) {
    const auto expected = evaluateFields(fields, stat, scope);
    if (!expected) return expected.error().message();
    std::string differing;
    for (const std::string& name : fields.names) {
        const auto real = memberOf(stat, name);
        if (!real || *real == memberOf(*expected, name)) continue;
        differing += differing.empty() ? "{" : ", ";
        differing += printField(name, *real);
    }
    return differing.empty() ? "" : differing + "}";
}

bool resultAgrees(const Expectation& expected, const CallOutcome& outcome, Identities& identities) {
    if (outcome.refused) return false;
    if (givesId(outcome) && expected.result >= 0)
        return identities.accept(expected.result, outcome.result);
    if (outcome.result != expected.result) return false;
    if (expected.error != 0 && expected.error != outcome.error) return false;
    return !expected.message || *expected.message == MessageBuffer{outcome.mtype, outcome.data};
}

bool agrees(const Expectation& expected, const Observed& observed, const Process& process,
            Identities& identities) {
    switch (expected.kind) {
    case Expectation::Kind::Blocks:
        return observed.kind == Observed::Kind::Asleep;
    case Expectation::Kind::Killed:
        return observed.kind == Observed::Kind::Killed &&
               (expected.signal == 0 || process.endCode == expected.signal);
    case Expectation::Kind::Returns:
        return observed.kind == Observed::Kind::Returned &&
               resultAgrees(expected, *observed.outcome, identities);
    }
    return false;
}

} // namespace

Before before(const Process& process) {
    Before now;
    if (process.last) now.lastRef = process.last->ref;
    if (process.current) now.asleep = process.current->ref;
    return now;
}

std::optional<Difference> compare(const Statement& statement, const Process& process,
                                  const Before& before, const World& world,
                                  Identities& identities) {
    if (!statement.expectation) return {};
    const Expectation& expected = *statement.expectation;
    const Observed observed = observe(statement, process, before);
    const auto difference = [&](std::string got) {
        return Difference{print(expected), std::move(got)};
    };
    if (!agrees(expected, observed, process, identities))
        return difference(describe(observed, process, identities));
    if (!expected.fields) return {};
    const QueueStat* stat = filledStat(statement, process);
    if (!stat) return difference("no struct msqid_ds was filled");
    const std::string fields = differingFields(*expected.fields, *stat, scopeOf(process, world));
    if (fields.empty()) return {};
    return difference(fmt::format("= {} {}", observed.outcome->result, fields));
}

} // namespace ipclab
