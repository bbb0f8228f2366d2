#include "engine/lab/line.h"

namespace ipclab {

namespace {

std::int64_t uidOf(const Hello& hello, std::string_view user) {
    for (int i = 0; i < userCount; ++i)
        if (user == userNames[i] && hello.users[i].available) return hello.users[i].insideUid;
    return -1;
}

} // namespace

Scope scopeOf(const World& world, const Process& process, const Hello& hello) {
    Scope scope;
    scope.variable = [&process](std::string_view name) -> const Value* {
        const auto found = process.variables.find(name);
        return found == process.variables.end() ? nullptr : &found->second;
    };
    scope.pid = [&world](std::string_view letter) -> std::int64_t {
        const Process* named = world.process(letter);
        return named && named->alive() ? named->pid : 0;
    };
    scope.uid = [&hello](std::string_view user) { return uidOf(hello, user); };
    scope.queue = [&world](std::int32_t id) -> const QueueStat* {
        const Queue* queue = world.queue(id);
        return queue ? &queue->stat : nullptr;
    };
    return scope;
}

Result<std::vector<ResolvedCall>> resolveLine(const Statement& statement, const Scope& scope) {
    std::vector<ResolvedCall> calls;
    for (const Action& action : statement.actions) {
        if (!action.call) return failure("an assignment cannot stand in a line with calls");
        auto resolved = resolve(*action.call, scope);
        if (!resolved) return std::unexpected(resolved.error());
        calls.push_back(std::move(*resolved));
    }
    return calls;
}

} // namespace ipclab
