// fork(2) and wait(2): what a child begins with, and who takes it away when it has ended.
#include "engine/call/member.h"
#include "engine/world/descriptors.h"
#include "engine/world/questions.h"
#include "engine/world/queues.h"
#include "engine/world/segments.h"
#include "engine/world/subjects.h"

#include <algorithm>
#include <sys/wait.h>

namespace ipclab {

namespace {

/// What the call in progress stores its result in; empty where it does not.
std::string targetOfCurrent(const Process& process) {
    if (!process.given || !process.current) return {};
    const auto& actions = process.given->statement->actions;
    const CallRef index = process.current->ref - process.given->first;
    return index < actions.size() ? actions[index].target : std::string();
}

void storeZero(Process& child, const std::string& target) {
    const std::string name(splitTarget(target).variable);
    const auto found = child.variables.find(name);
    const Value* before = found == child.variables.end() ? nullptr : &found->second;
    if (auto whole = assigned(before, target, std::int64_t{0}))
        child.variables[name] = std::move(*whole);
}

event::ProcessEnded endOf(const CallOutcome& wait) {
    const int status = static_cast<int>(wait.detail);
    if (WIFSIGNALED(status))
        return {true, WTERMSIG(status), static_cast<std::uint64_t>(wait.mtype)};
    return {false, WEXITSTATUS(status), 0};
}

bool isGone(const World& world, ProcessId parent) {
    const Process* process = world.process(parent);
    return !process || !process->alive();
}

} // namespace

void inherit(World& world, const Process& parent, Process& child) {
    child.variables = parent.variables;
    // In the child the same fork returned 0.
    if (const std::string target = targetOfCurrent(parent); !target.empty())
        storeZero(child, target);
    copyForFork(world, parent, child);
    inheritAttachments(world, parent, child);
}

void returnWait(World& world, const Process& parent, const CallOutcome& done) {
    if (done.result <= 0 || done.refused) return;
    // The newest with that pid, which may have been used before.
    const auto child =
        std::find_if(world.processes.rbegin(), world.processes.rend(), [&](const Process& each) {
            return each.pid == done.result && each.parent == parent.id;
        });
    if (child == world.processes.rend()) return;
    // Its parent is told of the end in the same moment as the supervisor, and may be first to say.
    const ProcessId id = child->id;
    if (child->alive()) endProcess(world, id, endOf(done));
    findProcess(world, id)->reaped = true;
}

void settleDead(World& world, Process& ended) {
    ended.reaped = isGone(world, ended.parent);
    for (Process& child : world.processes)
        if (child.parent == ended.id && !child.alive()) child.reaped = true;
}

ProcessId parentNow(const World& world, const Process& process) {
    return isGone(world, process.parent) ? supervisorProcess : process.parent;
}

bool isZombie(const Process& process) {
    return !process.alive() && !process.reaped;
}

} // namespace ipclab
