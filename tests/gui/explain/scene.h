// A world written down by hand: alice's A, bob's B (of her group), carol's C, and queue 3.
#pragma once

#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/explain/explanation.h"

#include <QRegularExpression>
#include <QTest>

namespace ipclab::test {

inline std::int64_t flag(std::string_view name) {
    return constantNamed(name)->value;
}

struct Scene {
    World world;

    Scene() {
        world.timeNs = 1000;
        addProcess("A", "alice", 1000, 1000);
        addProcess("B", "bob", 1001, 1000);
        addProcess("C", "carol", 1002, 1002);
    }

    void addProcess(std::string letter, std::string user, std::uint32_t uid, std::uint32_t gid) {
        Process process;
        process.id = static_cast<ProcessId>(firstWorker + world.processes.size());
        process.letter = std::move(letter);
        process.user = std::move(user);
        process.pid = 4700 + process.id;
        process.uid = uid;
        process.gid = gid;
        world.processes.push_back(process);
    }

    /// alice's queue with the key 1234, which every process knows as q.
    Queue& addQueue(std::uint32_t mode = 0644, std::int32_t id = 3) {
        Queue queue;
        queue.stat = {.id = id,
                      .key = 1234,
                      .mode = mode,
                      .uid = 1000,
                      .gid = 1000,
                      .cuid = 1000,
                      .cgid = 1000,
                      .cbytes = 0,
                      .qnum = 0,
                      .qbytes = 16384,
                      .lspid = 0,
                      .lrpid = 0,
                      .stime = 0,
                      .rtime = 0,
                      .ctime = 0};
        queue.creator = firstWorker;
        queue.createdNs = 10;
        world.queues.push_back(queue);
        for (Process& process : world.processes)
            process.variables["q"] = std::int64_t{id};
        return world.queues.back();
    }

    void addMessage(std::int64_t type, const std::string& text, std::int64_t sinceNs = 20) {
        Queue& queue = world.queues.back();
        Message message;
        message.serial = world.nextSerial++;
        message.type = type;
        message.size = text.size();
        message.text = text;
        message.sender = firstWorker;
        message.sinceNs = sinceNs;
        queue.messages.push_back(message);
        queue.stat.cbytes += text.size();
        ++queue.stat.qnum;
    }

    Process& process(std::string_view letter) {
        return const_cast<Process&>(*std::as_const(world).process(letter));
    }

    /// The process's latest call returned this. Each call takes 10 ns and comes after the others.
    CallOutcome& returned(std::string_view letter, CallId id, std::array<std::int64_t, 6> args,
                          int error, std::int64_t result = 0, const std::string& data = {}) {
        CallOutcome outcome;
        outcome.call.id = id;
        outcome.call.args = args;
        outcome.result = error != 0 ? -1 : result;
        outcome.error = error;
        outcome.enteredNs = world.timeNs += 10;
        outcome.returnedNs = world.timeNs += 10;
        if (id == CallId::Msgsnd)
            outcome.call.data = data;
        else
            outcome.data = data;
        return process(letter).last.emplace(outcome);
    }

    void asleep(std::string_view letter, CallId id, std::array<std::int64_t, 6> args) {
        Process& sleeper = process(letter);
        sleeper.state = ProcessState::Asleep;
        CallInProgress call;
        call.call.id = id;
        call.call.args = args;
        call.enteredNs = world.timeNs += 10;
        call.asleepNs = world.timeNs += 10;
        sleeper.current = call;
        if (!world.queues.empty()) world.queues.back().sleepers.push_back(sleeper.id);
    }

    Explanation explain(std::string_view letter) {
        const Process& who = process(letter);
        return explainOutcome(world, who, *who.last);
    }
};

/// What the user reads, without the marks of rich text.
inline QString plain(const QString& rich) {
    static const QRegularExpression marks(QStringLiteral("<[^>]+>"));
    return QString(rich).remove(marks);
}

/// The error's sentence, and the line that the fix gives (none: no fix is offered).
inline void checkError(Scene& scene, const char* letter, const char* sentence,
                       const char* fix = nullptr) {
    const Explanation explanation = scene.explain(letter);
    QCOMPARE(plain(explanation.sentence), QString::fromUtf8(sentence));
    QCOMPARE(explanation.severity, Severity::Error);
    QCOMPARE(explanation.fix ? QString::fromStdString(print(explanation.fix->statement))
                             : QString(),
             QString::fromUtf8(fix));
}

} // namespace ipclab::test
