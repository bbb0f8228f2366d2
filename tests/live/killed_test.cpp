// A process of the lab is killed, or stopped, in the middle of what it does: the stage says so, the
// kernel keeps its queue, and the others go on.
#include "tests/live/live_lab.h"

#include <csignal>
#include <fmt/format.h>

using namespace ipclab;

namespace {

constexpr std::chrono::seconds deadline{20};

bool isKilled(const World& world, const char* letter) {
    const Process* process = world.process(letter);
    return process && process->state == ProcessState::Killed && process->endCode == SIGKILL;
}

/// B goes on with the queue of A, who is dead, and the kernel has kept it.
void verifyThatLifeGoesOn(LiveLab& lab, int id) {
    QVERIFY(lab->waitUntilQuiet(deadline));
    const auto kept = statOf(id);
    QVERIFY(kept);
    const auto world = lab->world();
    QVERIFY(world->queue(id));
    QCOMPARE(world->queue(id)->messages.size(), std::size_t(kept->msg_qnum));
    QVERIFY(world->queue(id)->sleepers.empty());
    lab.run(fmt::format("B: msgsnd({}, {{9, \"still here\"}}, 10, 0)", id));
    QCOMPARE(lab.process("B").last->result, 0);
    lab.run(fmt::format("B: msgrcv({}, &rbuf, 64, 9, 0)", id));
    QCOMPARE(lab.process("B").last->data, std::string("still here"));
    QCOMPARE(lab->world()->outsideChanges, 0U);
    QCOMPARE(lab->statistics().lost, 0U);
    const auto refused = lab->give(*parseStatement("A: msgget(IPC_PRIVATE, 0600)"));
    QVERIFY(!refused.has_value());
}

} // namespace

class KilledTest : public QObject {
    Q_OBJECT
private slots:
    void inTheMiddleOfASleep();
    void inTheMiddleOfARepeat();
    void fromATerminal();
};

void KilledTest::inTheMiddleOfASleep() {
    LiveLab lab;
    lab.run("B: nothing = kill(B, 0)");
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    const int id = lab.number("A", "q");
    lab.run("A: msgsnd(q, {1, \"left behind\"}, 11, 0)");
    lab.run("A: msgrcv(q, &rbuf, 64, 2, 0)");
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    QVERIFY(lab->sendSignal(lab.process("A").id, SIGKILL));
    QVERIFY(lab.awaitWorld([](const World& world) { return isKilled(world, "A"); }));
    verifyThatLifeGoesOn(lab, id);
    QCOMPARE(statOf(id)->msg_qnum, 1U);
    lab.close();
    QVERIFY(!statOf(id)); // the dead process's queue is the lab's to remove
}

void KilledTest::inTheMiddleOfARepeat() {
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
        LiveLab lab;
        lab.run("B: nothing = kill(B, 0)");
        lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
        const int id = lab.number("A", "q");
        lab.give("A: repeat 100000000 { msgsnd(q, {1, \"x\"}, 1, 0); msgrcv(q, &rbuf, 8, 0, 0) }");
        const std::uint64_t some = 1000U * static_cast<std::uint64_t>(round + 1);
        QVERIFY(lab.awaitWorld([&](const World& world) { return world.calls > some; }));
        QVERIFY(lab->sendSignal(lab.process("A").id, SIGKILL));
        QVERIFY(lab.awaitWorld([](const World& world) { return isKilled(world, "A"); }));
        verifyThatLifeGoesOn(lab, id);
        lab.close();
        QVERIFY(!statOf(id));
    }
}

void KilledTest::fromATerminal() {
    LiveLab lab;
    lab.run("B: nothing = kill(B, 0)");
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    const int id = lab.number("A", "q");
    lab.run("A: msgrcv(q, &rbuf, 64, 2, 0)");
    const pid_t victim = lab.process("A").pid;
    const uid_t alice = ::geteuid() == 0 ? lab->users().front().uid : static_cast<uid_t>(-1);
    QVERIFY(inAnotherProgram([victim] { return ::kill(victim, SIGKILL) == 0; }, alice));
    QVERIFY(lab.awaitWorld([](const World& world) { return isKilled(world, "A"); }));
    verifyThatLifeGoesOn(lab, id);
}

QTEST_GUILESS_MAIN(KilledTest)
#include "killed_test.moc"
