#include "tests/world/story.h"

#include <algorithm>

namespace ipclab {

void Story::happens(ProcessId process, event::Body body) {
    const std::uint64_t seq = seq_++;
    const Event event{seq, static_cast<std::int64_t>(1000 * (seq + 1)), process, std::move(body)};
    applyTo(world, event);
    if (told) told(event);
}

std::vector<event::OutsideChange> Story::look(event::QueueSeen seen) {
    auto changes = differences(world, seen);
    for (const event::OutsideChange& change : changes)
        happens(engineProcess, change);
    happens(supervisorProcess, std::move(seen));
    return changes;
}

event::QueueSeen Story::expectedLook(std::int32_t id) const {
    event::QueueSeen seen;
    const Queue& expected = queue(id);
    seen.stat = expected.stat;
    seen.quiet = seen.contentsKnown = true;
    for (const Message& message : expected.messages)
        if (seen.messages.size() < observedMessages)
            seen.messages.push_back({message.type, message.text});
    return seen;
}

ProcessId Story::start(const std::string& letter, std::uint32_t uid) {
    const auto id = static_cast<ProcessId>(firstWorker + world.processes.size());
    happens(id, event::ProcessStarted{letter, "", "alice", 100 + id, uid, uid, 0});
    return id;
}

ProcessId Story::forkFrom(ProcessId parent, const std::string& letter) {
    enters(parent, {CallId::Fork, 0, {}, {}});
    const auto child = static_cast<ProcessId>(firstWorker + world.processes.size());
    happens(child, event::ProcessStarted{letter, "", "alice", 100 + child, 1000, 1000, parent});
    returns(parent, 100 + child);
    return child;
}

void Story::end(ProcessId process, int signal) {
    happens(process, event::ProcessEnded{true, signal});
}

void Story::gives(ProcessId process, Statement statement) {
    const auto first = ref_ + 1;
    ref_ += static_cast<CallRef>(statement.actions.size());
    happens(process, event::Given{first, std::make_shared<Statement>(std::move(statement))});
}

void Story::enters(ProcessId process, ResolvedCall call) {
    const auto& given = world.process(process)->given;
    happens(process, event::Entered{given ? given->first : ++ref_, std::move(call)});
}

void Story::sleeps(ProcessId process) {
    happens(process, event::SleepSeen{world.process(process)->current->call.id});
}

void Story::returns(ProcessId process, std::int64_t result, int error) {
    const CallInProgress& current = *world.process(process)->current;
    happens(process,
            event::Returned{current.ref, current.call.id, result, error, 0, {}, {}, false});
}

void Story::receives(ProcessId process, std::int64_t type, const std::string& text) {
    const CallRef ref = world.process(process)->current->ref;
    happens(
        process,
        event::Returned{
            ref, CallId::Msgrcv, static_cast<std::int64_t>(text.size()), 0, type, text, {}, false});
}

void Story::makeQueue(ProcessId process, std::int32_t id, std::int64_t key, std::int64_t msgflg) {
    enters(process, getCall(key, msgflg));
    returns(process, id);
}

void Story::send(ProcessId process, std::int32_t id, std::int64_t type, const std::string& text) {
    enters(process, sendCall(id, type, text));
    returns(process, 0);
}

void Story::receive(ProcessId process, std::int32_t id, std::int64_t msgtyp, std::int64_t type,
                    const std::string& text) {
    enters(process, receiveCall(id, 100, msgtyp));
    receives(process, type, text);
}

const Queue& Story::queue(std::int32_t id) const {
    const auto newest = std::find_if(world.queues.rbegin(), world.queues.rend(),
                                     [id](const Queue& each) { return each.stat.id == id; });
    return *newest;
}

std::string Story::drawn(std::int32_t id) const {
    const auto letter = [&](ProcessId process) {
        const Process* known = world.process(process);
        return known ? known->letter : std::string("outside");
    };
    const Queue& all = queue(id);
    std::string line;
    for (const Message& message : all.messages) {
        if (!line.empty()) line += "|";
        line += std::to_string(message.type) + " " + (message.textKnown ? message.text : "?");
    }
    for (const InFlight& each : all.inFlight) {
        const std::string text = std::to_string(each.message.type) + " " + each.message.text;
        line += "; ";
        line += each.receiver ? text + ">" + letter(each.receiver)
                              : letter(each.message.sender) + ">" + text;
        if (each.taken) line += " taken";
    }
    if (!all.sleepers.empty()) line += "; asleep";
    for (const ProcessId sleeper : all.sleepers)
        line += " " + letter(sleeper);
    return line;
}

ResolvedCall getCall(std::int64_t key, std::int64_t msgflg) {
    return {CallId::Msgget, 0, {key, msgflg}, {}};
}

ResolvedCall sendCall(std::int64_t id, std::int64_t type, const std::string& text,
                      std::int64_t msgflg) {
    return {CallId::Msgsnd, 0, {id, type, static_cast<std::int64_t>(text.size()), msgflg}, text};
}

ResolvedCall receiveCall(std::int64_t id, std::int64_t msgsz, std::int64_t msgtyp,
                         std::int64_t msgflg) {
    return {CallId::Msgrcv, 0, {id, msgsz, msgtyp, msgflg}, {}};
}

ResolvedCall controlCall(std::int64_t id, std::int64_t cmd, std::int64_t mode, std::int64_t uid,
                         std::int64_t gid, std::int64_t qbytes) {
    return {CallId::Msgctl, 0, {id, cmd, mode, uid, gid, qbytes}, {}};
}

} // namespace ipclab
