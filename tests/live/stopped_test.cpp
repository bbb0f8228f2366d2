// A process of the lab is stopped by a signal and goes on: the stage shows it, whoever sent it.
#include "tests/live/live_lab.h"

#include <csignal>
#include <fmt/format.h>

using namespace ipclab;

namespace {

constexpr std::chrono::seconds deadline{20};

void awaitStop(LiveLab& lab, const char* letter, bool stopped) {
    const auto [event, body] = lab.await<event::Stopped>();
    QCOMPARE(event.process, lab.process(letter).id);
    QCOMPARE(body.stopped, stopped);
    QVERIFY(lab.awaitWorld([&](const World& world) {
        return (world.process(letter)->state == ProcessState::Stopped) == stopped;
    }));
}

} // namespace

class StoppedTest : public QObject {
    Q_OBJECT
private slots:
    void itMakesItsCallWhenItGoesOn();
    void aSleeperLosesItsPlace();
    void fromATerminalItIsSeenToo();
    void aBurstEndsWhenItIsToldTo();
};

void StoppedTest::itMakesItsCallWhenItGoesOn() {
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    const int id = lab.number("A", "q");
    QVERIFY(lab->sendSignal(lab.process("A").id, SIGSTOP));
    awaitStop(lab, "A", true);
    lab.run("A: msgsnd(q, {1, \"later\"}, 5, 0)"); // at rest, since it is stopped
    QCOMPARE(lab.process("A").state, ProcessState::Stopped);
    QCOMPARE(statOf(id)->msg_qnum, 0U);
    QVERIFY(lab->sendSignal(lab.process("A").id, SIGCONT));
    awaitStop(lab, "A", false);
    QVERIFY(lab.awaitWorld(
        [](const World& world) { return world.process("A")->last->call.id == CallId::Msgsnd; }));
    QCOMPARE(statOf(id)->msg_qnum, 1U);
}

/// A repeat of one store is one call, which would go on for minutes.
void StoppedTest::aBurstEndsWhenItIsToldTo() {
    LiveLab lab;
    lab.run("A: id = shmget(IPC_PRIVATE, 4096, 0600)");
    lab.run("A: p = shmat(id, NULL, 0)");
    lab.give("A: repeat 1000000000 { *(int *)p += 1 }");
    while (lab.await<event::Entered>().second.call.id != CallId::Store) {
    }
    QVERIFY(lab->stopRepeating(lab.process("A").id).has_value());
    QVERIFY(lab->waitUntilQuiet(deadline));
    const Process& stopped = lab.process("A");
    QCOMPARE(stopped.state, ProcessState::Ready);
    QVERIFY(!stopped.given);
    QCOMPARE(stopped.last->call.id, CallId::Store);
    QVERIFY(stopped.last->mtype < 1'000'000'000); // so often it was made
    lab.run("A: repeat 1000 { *(int *)p += 1 }");
    QCOMPARE(lab.process("A").last->mtype, 1000);
    QVERIFY(!lab.process("A").given);
}

void StoppedTest::aSleeperLosesItsPlace() {
    LiveLab lab;
    lab.run("B: q = msgget(IPC_PRIVATE, 0600)");
    const int id = lab.number("B", "q");
    for (const char* letter : {"A", "C"})
        lab.run(fmt::format("{}: msgrcv({}, &rbuf, 64, 0, 0)", letter, id));
    const ProcessId first = lab.process("A").id;
    const ProcessId second = lab.process("C").id;
    QCOMPARE(lab->world()->queue(id)->sleepers, (std::vector{first, second}));
    QVERIFY(lab->sendSignal(first, SIGSTOP));
    awaitStop(lab, "A", true);
    QCOMPARE(lab->world()->queue(id)->sleepers, std::vector{second});
    QVERIFY(lab->sendSignal(first, SIGCONT));
    awaitStop(lab, "A", false);
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    QCOMPARE(lab->world()->queue(id)->sleepers, (std::vector{second, first}));
    QVERIFY(lab->waitUntilQuiet(deadline));
    lab.run("B: msgsnd(q, {1, \"whose\"}, 5, 0)");
    QCOMPARE(lab.process("C").state, ProcessState::Ready); // as the kernel has it too
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    QCOMPARE(lab->world()->outsideChanges, 0U);
}

void StoppedTest::fromATerminalItIsSeenToo() {
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    const pid_t pid = lab.process("A").pid;
    const uid_t alice = ::geteuid() == 0 ? lab->users().front().uid : static_cast<uid_t>(-1);
    QVERIFY(inAnotherProgram([pid] { return ::kill(pid, SIGSTOP) == 0; }, alice));
    awaitStop(lab, "A", true);
    QVERIFY(inAnotherProgram([pid] { return ::kill(pid, SIGCONT) == 0; }, alice));
    awaitStop(lab, "A", false);
    QCOMPARE(lab.process("A").state, ProcessState::Ready);
}

QTEST_GUILESS_MAIN(StoppedTest)
#include "stopped_test.moc"
