#include "engine/world/descriptors.h"
#include "engine/world/memory.h"
#include "engine/world/pipes.h"
#include "engine/world/queues.h"
#include "engine/world/segment_questions.h"
#include "engine/world/segments.h"
#include "engine/world/subjects.h"
#include "engine/world/variables.h"

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

const Action* actionOf(const Process& process, CallRef ref) {
    if (!process.given) return nullptr;
    const auto& actions = process.given->statement->actions;
    const CallRef index = ref - process.given->first;
    return index < actions.size() ? &actions[index] : nullptr;
}

/// Whether nothing but assignments follows the action; those are made before the calls begin.
bool isLastCall(const Statement& statement, const Action& action) {
    for (auto other = statement.actions.rbegin(); other != statement.actions.rend(); ++other)
        if (other->call) return &*other == &action;
    return &statement.actions.back() == &action;
}

void finishAction(Process& process, const Action& action, std::uint64_t times = 1) {
    if (!process.given) return;
    GivenLine& given = *process.given;
    if (!isLastCall(*given.statement, action)) return;
    given.done += times;
    if (given.done >= given.statement->times) process.given.reset();
}

/// How often the call did its action: a repeat of one store is one call.
std::uint64_t timesOf(const ResolvedCall& call) {
    std::int64_t times = 1;
    if (call.id == CallId::Store) times = call.args[storeTimes];
    if (call.id == CallId::AtomicAdd) times = call.args[atomicAddTimes];
    return static_cast<std::uint64_t>(std::max<std::int64_t>(1, times));
}

/// The line that the call belongs to, for whoever wants to know what was written.
void noteLine(const Process& process, CallOutcome& last) {
    last.statement.reset();
    if (!process.given || !actionOf(process, last.ref)) return;
    last.statement = process.given->statement;
    last.action = last.ref - process.given->first;
}

/// Moves the call in progress to `last`. False when its Entered is not known (a hole).
bool closeCall(World& world, Process& process, CallOutcome& last, const event::Returned& returned) {
    const bool known = process.current && process.current->ref == returned.ref &&
                       process.current->call.id == returned.call;
    last.ref = returned.ref;
    if (known) {
        std::swap(last.call, process.current->call);
        last.enteredNs = process.current->enteredNs;
    } else {
        last.call = {returned.call, 0, {}, {}};
        last.enteredNs = world.timeNs;
    }
    last.result = returned.result;
    last.error = returned.error;
    last.mtype = returned.mtype;
    last.data = returned.data;
    last.refused = returned.refused;
    last.detail = returned.detail;
    last.files = returned.files;
    last.returnedNs = world.timeNs;
    noteLine(process, last);
    process.current.reset();
    return known;
}

/// Where the access lay that killed the process, and why it was not allowed.
void noteFault(const World& world, Process& process, const event::ProcessEnded& ended) {
    process.fault = ended.fault;
    const bool faulted = ended.killed && (ended.code == SIGSEGV || ended.code == SIGBUS);
    if (faulted)
        process.faultCause = causeOfFault(world, process, process.unfinished->call, ended.fault);
}

} // namespace

void startProcess(World& world, const Event& event, const event::ProcessStarted& started) {
    Process process;
    process.id = event.process;
    process.letter = started.letter;
    process.label = started.label;
    process.user = started.user;
    process.pid = started.pid;
    process.uid = started.uid;
    process.gid = started.gid;
    process.parent = started.parent;
    if (const Process* parent = findProcess(world, started.parent))
        inherit(world, *parent, process);
    world.processes.push_back(std::move(process));
}

void takeNotice(World& world, ProcessId of, const event::Notice& notice) {
    world.notices.push_back(notice.text);
    if (of >= firstWorker && !findProcess(world, of)) world.notStarted.push_back({of, notice.text});
    if (notice.text == event::shmRmidForced) world.shmRmidForced = true;
    if (notice.text != event::supervisorDied) return;
    for (Process& process : world.processes)
        process.tornAway = process.tornAway || process.alive();
}

void endProcess(World& world, ProcessId id, const event::ProcessEnded& ended) {
    Process* process = findProcess(world, id);
    if (!process) return;
    if (!process->alive()) return; // its parent was told first
    // Who ended by itself was about to when the supervisor died.
    if (!ended.killed || ended.code != SIGKILL) process->tornAway = false;
    wake(world, id);
    if (process->current && process->current->call.id == CallId::Msgrcv)
        if (Queue* queue = liveQueue(world, process->current->call.args[0]))
            queue->lostReceivers.push_back(id);
    endInWriteOrRead(world, *process);
    closeAll(world, *process);
    if (process->current && process->current->call.id == CallId::Open) giveUpOpening(world);
    process->state = ended.killed ? ProcessState::Killed : ProcessState::Exited;
    process->endCode = ended.code;
    process->fault = ended.fault;
    process->endedNs = world.timeNs;
    settleDead(world, *process);
    if (process->current && process->current->call.id == CallId::Exit) {
        ++world.calls;
        ++process->calls;
    } else if (process->current) {
        CallOutcome& cut = process->unfinished.emplace();
        cut.ref = process->current->ref;
        cut.call = std::move(process->current->call);
        cut.enteredNs = process->current->enteredNs;
        noteLine(*process, cut);
        noteFault(world, *process, ended);
        endInMemory(world, *process, cut.call);
    }
    detachAll(world, *process);
    if (world.shmRmidForced) removeUnattachedOf(world, id);
    process->current.reset();
    process->given.reset();
}

void giveLine(World& world, ProcessId id, const event::Given& given) {
    Process* process = findProcess(world, id);
    if (!process || !process->alive() || !given.statement) return;
    process->given = GivenLine{given.first, given.statement, 0};
    if (process->state == ProcessState::Ready) process->state = ProcessState::Held;
}

void withdrawLine(World& world, ProcessId id, const event::Withdrawn& withdrawn) {
    Process* process = findProcess(world, id);
    if (!process || !process->given || process->given->first != withdrawn.first) return;
    process->given.reset();
    if (process->state == ProcessState::Held) process->state = ProcessState::Ready;
}

void enterCall(World& world, ProcessId id, const event::Entered& entered) {
    Process* process = findProcess(world, id);
    if (!process || !process->alive()) return;
    process->current = CallInProgress{entered.ref, entered.call, world.timeNs, 0};
    process->state = ProcessState::InKernel;
    enterMemory(world, *process, entered.call);
    if (entered.call.id == CallId::Msgsnd) enterSend(world, *process, entered.call);
    if (entered.call.id == CallId::Write) enterWrite(world, *process, *process->current);
}

void returnCall(World& world, ProcessId id, const event::Returned& returned) {
    Process* process = findProcess(world, id);
    if (!process || !process->alive()) return;
    if (process->current && process->current->asleepNs != 0) wake(world, id);
    CallOutcome& last = process->last ? *process->last : process->last.emplace();
    const bool known = closeCall(world, *process, last, returned);
    process->state = ProcessState::Ready;
    if (!returned.refused) {
        ++world.calls;
        ++process->calls;
        if (returned.result == -1 && returned.error != 0) ++process->errors;
    }
    if (known) takeEffect(world, *process, last, returned);
    if (known) takeSegmentEffect(world, *process, last, returned);
    if (const Action* action = actionOf(*process, returned.ref)) {
        storeResults(*process, *action, last, returned);
        finishAction(*process, *action, timesOf(last.call));
    }
}

void assign(World& world, ProcessId id, const event::Assigned& assigned) {
    Process* process = findProcess(world, id);
    if (!process) return;
    storeVariable(*process, assigned.target, assigned.value);
    if (!process->given) return;
    const Statement& statement = *process->given->statement;
    if (std::ranges::any_of(statement.actions,
                            [](const Action& each) { return each.call.has_value(); }) ||
        statement.actions.empty() || statement.actions.back().target != assigned.target)
        return;
    // Made once, whatever the line says: an assignment is nothing to repeat.
    finishAction(*process, statement.actions.back(), statement.times);
    if (!process->given && process->state == ProcessState::Held)
        process->state = ProcessState::Ready;
}

void endStoppedRepeats(World& world) {
    for (Process& process : world.processes)
        if (process.state == ProcessState::Ready) process.given.reset();
}

} // namespace ipclab
