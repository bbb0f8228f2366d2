#include "tests/gui/recording.h"

#include "engine/call/language.h"

#include <stdexcept>

namespace ipclab::test {

namespace {

ResolvedCall resolved(const World& world, const Process& process, const Call& call) {
    Scope scope;
    scope.variable = [&process](std::string_view name) -> const Value* {
        const auto found = process.variables.find(name);
        return found == process.variables.end() ? nullptr : &found->second;
    };
    scope.pid = [&world](std::string_view letter) -> std::int64_t {
        const Process* other = world.process(letter);
        return other ? other->pid : 0;
    };
    scope.uid = [](std::string_view) -> std::int64_t { return -1; };
    scope.queue = [&world](std::int32_t id) -> const QueueStat* {
        const Queue* queue = world.queue(id);
        return queue ? &queue->stat : nullptr;
    };
    const auto result = resolve(call, scope);
    if (!result) throw std::logic_error(result.error().message());
    return *result;
}

} // namespace

void Recording::apply() {
    for (; applied_ < events.size(); ++applied_)
        applyTo(world, events[applied_]);
}

void Recording::add(ProcessId process, event::Body body) {
    events.push_back({events.size() + 1, nowNs, process, std::move(body)});
}

ProcessId Recording::start(const std::string& letter, const std::string& label,
                           const std::string& user, std::uint32_t uid, std::uint32_t gid) {
    apply();
    const auto id = static_cast<ProcessId>(firstWorker + world.processes.size());
    event::ProcessStarted body;
    body.letter = letter;
    body.label = label;
    body.user = user;
    body.pid = 4709 + id;
    body.uid = uid;
    body.gid = gid;
    add(id, body);
    return id;
}

ProcessId Recording::idOf(const std::string& letter) const {
    const Process* process = world.process(std::string_view(letter));
    if (!process) throw std::logic_error("no process " + letter);
    return process->id;
}

void Recording::enter(const std::string& line) {
    apply();
    auto parsed = parseStatement(line);
    if (!parsed) throw std::logic_error(parsed.error().render("line", line));
    const auto statement = std::make_shared<const Statement>(std::move(*parsed));
    const ProcessId id = idOf(statement->processes.front());
    add(id, event::Given{nextRef_, statement});
    apply();
    const Action& action = statement->actions.front();
    add(id, event::Entered{nextRef_, resolved(world, *world.process(id), *action.call)});
    ++nextRef_;
}

void Recording::stop(const std::string& letter, bool stopped) {
    add(idOf(letter), event::Stopped{stopped});
}

void Recording::fallAsleep(const std::string& letter) {
    apply();
    const ProcessId id = idOf(letter);
    add(id, event::SleepSeen{world.process(id)->current->call.id});
}

event::Returned& Recording::returns(const std::string& letter, std::int64_t result, int error) {
    apply();
    const ProcessId id = idOf(letter);
    const CallInProgress& current = *world.process(id)->current;
    event::Returned body;
    body.ref = current.ref;
    body.call = current.call.id;
    body.result = result;
    body.error = error;
    add(id, body);
    return std::get<event::Returned>(events.back().body);
}

void Recording::call(const std::string& line, std::int64_t result, int error, std::int64_t took) {
    enter(line);
    nowNs += took * 1000;
    returns(line.substr(0, line.find(':')), result, error);
}

void Recording::receive(const std::string& line, std::int64_t mtype, const std::string& text) {
    enter(line);
    nowNs += 5000;
    event::Returned& body =
        returns(line.substr(0, line.find(':')), static_cast<std::int64_t>(text.size()));
    body.mtype = mtype;
    body.data = text;
}

Frame Recording::frame() {
    apply();
    Frame frame;
    frame.world = std::make_shared<const World>(world);
    frame.total = frame.position = events.size();
    frame.firstFresh = std::max(framed_, events.size() > maxFresh ? events.size() - maxFresh : 0);
    frame.skipped = frame.firstFresh - framed_;
    frame.fresh.assign(events.begin() + static_cast<std::ptrdiff_t>(frame.firstFresh),
                       events.end());
    frame.nowNs = nowNs;
    framed_ = events.size();
    return frame;
}

} // namespace ipclab::test
