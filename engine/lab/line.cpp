#include "engine/lab/line.h"

#include "engine/call/room.h"
#include "engine/world/questions.h"

#include <algorithm>

namespace ipclab {

namespace {

const Hello::User* userNamed(const Hello& hello, std::string_view name) {
    for (int i = 0; i < userCount; ++i)
        if (name == userNames[i] && hello.users[i].available) return &hello.users[i];
    return nullptr;
}

/// Nobody else can have its pid: it lives, or nobody has waited for it yet.
bool keepsPid(const Process& process) {
    return process.alive() || isZombie(process);
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
        return named && keepsPid(*named) ? named->pid : 0;
    };
    scope.uid = [&hello](std::string_view name) -> std::int64_t {
        const Hello::User* user = userNamed(hello, name);
        return user ? user->insideUid : -1;
    };
    scope.gid = [&hello](std::string_view name) -> std::int64_t {
        const Hello::User* user = userNamed(hello, name);
        return user ? user->insideGid : -1;
    };
    scope.isProcess = [&world](std::int64_t pid) {
        return std::ranges::any_of(world.processes, [pid](const Process& each) {
            return each.pid == pid && keepsPid(each);
        });
    };
    scope.queue = [&world](std::int32_t id) -> const QueueStat* {
        const Queue* queue = world.queue(id);
        return queue ? &queue->stat : nullptr;
    };
    scope.segment = [&world](std::int32_t id) -> const SegmentStat* {
        const Segment* segment = world.segment(id);
        return segment ? &segment->stat : nullptr;
    };
    return scope;
}

Result<std::vector<ResolvedCall>> resolveLine(const Statement& statement, const Scope& scope) {
    std::vector<ResolvedCall> calls;
    for (const Action& action : statement.actions) {
        if (!action.call) return failure("an assignment cannot stand in a line with calls");
        if (auto fits = checkRoom(action, scope); !fits) return std::unexpected(fits.error());
        auto resolved = resolve(*action.call, scope);
        if (!resolved) return std::unexpected(resolved.error());
        calls.push_back(std::move(*resolved));
    }
    return calls;
}

} // namespace ipclab
