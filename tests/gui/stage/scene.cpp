#include "tests/gui/stage/scene.h"

#include <QTest>

#include <algorithm>

namespace ipclab {

void Scene::add(ProcessId process, event::Body body) {
    timeNs_ += 1000;
    fresh_.push_back({++seq_, timeNs_, process, std::move(body)});
    applyTo(world_, fresh_.back());
}

const Process& Scene::named(const std::string& letter) const {
    const Process* process = world_.process(std::string_view(letter));
    if (!process) qFatal("no process %s", letter.c_str());
    return *process;
}

ProcessId Scene::start(const std::string& letter, const std::string& label,
                       const std::string& user) {
    const ProcessId id = nextProcess_++;
    const std::uint32_t uid = user == "bob" ? 1001 : user == "carol" ? 1002 : 1000;
    const std::uint32_t gid = user == "carol" ? 1002 : 1000;
    add(id, event::ProcessStarted{letter, label, user, 4709 + id, uid, gid, 0});
    return id;
}

void Scene::end(const std::string& letter, int signal) {
    add(named(letter).id, event::ProcessEnded{true, signal});
}

void Scene::enter(const std::string& line) {
    auto statement = parseStatement(line);
    if (!statement) qFatal("%s: %s", line.c_str(), statement.error().message.c_str());
    const Process& process = named(statement->processes.front());
    Scope scope;
    scope.variable = [&](std::string_view name) -> const Value* {
        const auto found = process.variables.find(name);
        return found == process.variables.end() ? nullptr : &found->second;
    };
    scope.pid = [&](std::string_view letter) -> std::int64_t {
        const Process* other = world_.process(letter);
        return other ? other->pid : 0;
    };
    scope.uid = [](std::string_view) { return std::int64_t{1000}; };
    scope.queue = [&](std::int32_t id) -> const QueueStat* {
        const Queue* queue = world_.queue(id);
        return queue ? &queue->stat : nullptr;
    };
    const auto resolved = resolve(*statement->actions.front().call, scope);
    if (!resolved) qFatal("%s: %s", line.c_str(), resolved.error().message().c_str());
    const ProcessId id = process.id;
    const CallRef ref = nextRef_++;
    add(id, event::Given{ref, std::make_shared<const Statement>(*statement)});
    add(id, event::Entered{ref, *resolved});
}

void Scene::fallsAsleep(const std::string& letter) {
    const Process& process = named(letter);
    add(process.id, event::SleepSeen{process.current->call.id});
}

void Scene::returns(const std::string& letter, std::int64_t result, int error, std::int64_t mtype,
                    const std::string& data) {
    const Process& process = named(letter);
    add(process.id, event::Returned{process.current->ref, process.current->call.id, result, error,
                                    mtype, data, nullptr, false});
}

void Scene::call(const std::string& line, std::int64_t result, int error, std::int64_t mtype,
                 const std::string& data) {
    enter(line);
    returns(line.substr(0, line.find(':')), result, error, mtype, data);
}

void Scene::makePipe(const std::string& line, int readEnd, int writeEnd) {
    enter(line);
    const Process& process = named(line.substr(0, line.find(':')));
    event::Returned returned;
    returned.ref = process.current->ref;
    returned.call = process.current->call.id;
    const event::FileIdentity file{0010600, 13, nextInode_++};
    returned.files = {{readEnd, file}, {writeEnd, file}};
    add(process.id, std::move(returned));
}

void Scene::attach(const std::string& line, std::int64_t address, std::int64_t bytes) {
    enter(line);
    const Process& process = named(line.substr(0, line.find(':')));
    event::Returned returned;
    returned.ref = process.current->ref;
    returned.call = process.current->call.id;
    returned.result = address;
    returned.detail = bytes;
    add(process.id, std::move(returned));
}

ProcessId Scene::fork(const std::string& parent, const std::string& letter,
                      const std::string& label) {
    enter(parent + ": fork()");
    const ProcessId from = named(parent).id, id = nextProcess_++;
    const Process& copied = named(parent);
    add(id,
        event::ProcessStarted{letter, label, copied.user, 4709 + id, copied.uid, copied.gid, from});
    returns(parent, 4709 + id);
    return id;
}

void Scene::look(std::int32_t id, const std::vector<event::SeenMessage>& messages,
                 std::int32_t lspid, std::int32_t lrpid) {
    event::QueueSeen seen;
    if (const Queue* queue = world_.queue(id)) seen.stat = queue->stat;
    seen.stat.id = id;
    seen.stat.qnum = messages.size();
    seen.stat.cbytes = 0;
    for (const auto& message : messages)
        seen.stat.cbytes += message.text.size();
    seen.stat.lspid = lspid;
    seen.stat.lrpid = lrpid;
    seen.quiet = seen.contentsKnown = true;
    seen.messages = messages;
    for (auto& change : differences(world_, seen))
        add(supervisorProcess, change);
    add(supervisorProcess, seen);
}

Frame Scene::frame() {
    Frame frame;
    frame.world = std::make_shared<const World>(world_);
    frame.fresh = std::exchange(fresh_, {});
    frame.position = frame.total = world_.events;
    frame.firstFresh = frame.position - frame.fresh.size();
    frame.nowNs = timeNs_;
    return frame;
}

Frame Scene::pastFrame(std::uint64_t total) {
    Frame past = frame();
    past.past = true;
    past.total = total;
    past.fresh.clear();
    return past;
}

Scene typesAndBlocking() {
    Scene scene;
    scene.start("A", "sender", "alice");
    scene.start("B", "receiver", "bob");
    scene.start("C", "second sender", "carol");
    scene.call("A: q = msgget(1234, IPC_CREAT|0666)", 3);
    scene.call("B: q = msgget(1234, 0)", 3);
    scene.call("C: q = msgget(1234, 0)", 3);
    scene.call("A: msgsnd(q, {1, \"hello\"}, 5, 0)", 0);
    scene.call("C: msgsnd(q, {4, \"log\"}, 3, 0)", 0);
    scene.enter("B: msgrcv(q, &rbuf, 64, 3, 0)");
    scene.fallsAsleep("B");
    scene.pass(1800);
    scene.call("A: msgsnd(q, {2, \"photo\"}, 5, 0)", 0);
    return scene;
}

} // namespace ipclab
