#include "engine/lesson/check.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/language.h"
#include "engine/call/member.h"
#include "engine/call/stored.h"

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

/// Which kind of identifier the call gave; nothing for any other result.
std::optional<Identities::Kind> givenId(const CallOutcome& outcome) {
    if (outcome.result < 0) return {};
    switch (entryOf(outcome.call.id).result) {
    case ResultKind::QueueId:
        return Identities::Kind::Queue;
    case ResultKind::SegmentId:
        return Identities::Kind::Segment;
    default:
        return {};
    }
}

/// Whether bytes came back that an expectation can name: = 11 "hello child".
bool bringsText(CallId id) {
    return id == CallId::Read || id == CallId::Printf || id == CallId::Memcpy ||
           id == CallId::Strcpy;
}

/// The outcome as a script would expect it.
std::string describe(const CallOutcome& outcome, const Identities& identities) {
    if (outcome.refused) return fmt::format("refused by the lab: {}", outcome.data);
    Expectation same;
    const auto id = givenId(outcome);
    same.result = id ? identities.written(outcome.result, *id) : outcome.result;
    const bool failed = outcome.result == -1 && outcome.error != 0;
    if (failed) same.error = outcome.error;
    if (outcome.call.id == CallId::Msgrcv && !failed)
        same.message = MessageBuffer{outcome.mtype, outcome.data};
    if (bringsText(outcome.call.id) && !failed && !outcome.data.empty()) same.text = outcome.data;
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

/// What the statement's IPC_STAT or pipe(fd) filled: the variable that it named.
const Value* filledValue(const Statement& statement, const Process& process) {
    if (statement.actions.empty() || !statement.actions.back().call) return nullptr;
    const std::string_view filled = filledVariable(*statement.actions.back().call);
    const auto found = process.variables.find(filled);
    return found == process.variables.end() ? nullptr : &found->second;
}

std::string printField(const std::string& name, const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    const bool isMode = number && name.ends_with("mode");
    return fmt::format(".{} = {}", name, isMode ? fmt::format("{:#o}", *number) : print(value));
}

/// "" when every expected field is as expected; else those that differ, with their real values.
std::string differingFields(const Expr& fields, const Value& filled, const Scope& scope) {
    if (fields.kind == Expr::Kind::List) {
        const auto expected = evaluate(fields, scope);
        if (!expected) return expected.error().message();
        return *expected == filled ? "" : print(filled);
    }
    const auto expected = evaluateFields(fields, filled, scope);
    if (!expected) return expected.error().message();
    std::string differing;
    for (const std::string& name : fields.names) {
        const auto real = memberOf(filled, name);
        if (!real || *real == memberOf(*expected, name)) continue;
        differing += differing.empty() ? "{" : ", ";
        differing += printField(name, *real);
    }
    return differing.empty() ? "" : differing + "}";
}

bool holds(Expectation::Compare compare, std::int64_t real, std::int64_t written) {
    switch (compare) {
    case Expectation::Compare::Equal:
        return real == written;
    case Expectation::Compare::NotEqual:
        return real != written;
    case Expectation::Compare::Less:
        return real < written;
    case Expectation::Compare::LessEqual:
        return real <= written;
    case Expectation::Compare::Greater:
        return real > written;
    case Expectation::Compare::GreaterEqual:
        return real >= written;
    }
    return false;
}

/// The number that was expected, with the variables as they are now.
std::optional<std::int64_t> expectedResult(const Expectation& expected, const Scope& scope) {
    if (!expected.value) return expected.result;
    const auto value = evaluate(*expected.value, scope);
    return value ? resultOf(*value) : std::nullopt;
}

bool resultAgrees(const Expectation& expected, const CallOutcome& outcome, const Scope& scope,
                  Identities& identities) {
    if (outcome.refused) return false;
    const auto written = expectedResult(expected, scope);
    if (!written) return false;
    const bool isName = !expected.value && expected.compare == Expectation::Compare::Equal;
    if (const auto id = givenId(outcome); id && isName && *written >= 0)
        return identities.accept(*written, outcome.result, *id);
    if (!holds(expected.compare, outcome.result, *written)) return false;
    if (expected.error != 0 && expected.error != outcome.error) return false;
    if (expected.text && *expected.text != outcome.data) return false;
    return !expected.message || *expected.message == MessageBuffer{outcome.mtype, outcome.data};
}

bool agrees(const Expectation& expected, const Observed& observed, const Process& process,
            const Scope& scope, Identities& identities) {
    switch (expected.kind) {
    case Expectation::Kind::Blocks:
        return observed.kind == Observed::Kind::Asleep;
    case Expectation::Kind::Killed:
        return observed.kind == Observed::Kind::Killed &&
               (expected.signal == 0 || process.endCode == expected.signal);
    case Expectation::Kind::Returns:
        return observed.kind == Observed::Kind::Returned &&
               resultAgrees(expected, *observed.outcome, scope, identities);
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
    scope.segment = [&world](std::int32_t id) {
        const Segment* segment = world.segment(id);
        return segment ? &segment->stat : nullptr;
    };
    return scope;
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
    const Scope scope = scopeOf(process, world);
    if (!agrees(expected, observed, process, scope, identities))
        return difference(describe(observed, process, identities));
    if (!expected.fields) return {};
    const Value* filled = filledValue(statement, process);
    if (!filled) return difference("no variable was filled");
    const std::string fields = differingFields(*expected.fields, *filled, scope);
    if (fields.empty()) return {};
    return difference(fmt::format("= {} {}", observed.outcome->result, fields));
}

} // namespace ipclab
