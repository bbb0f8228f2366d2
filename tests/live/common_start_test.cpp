// A line of several processes begins in all of them at the same moment, and nobody waits for ever
// for one that cannot begin.
#include "engine/world/segment_questions.h"
#include "tests/live/live_lab.h"

#include <csignal>
#include <fmt/format.h>
#include <sched.h>

using namespace ipclab;

namespace {

constexpr std::chrono::seconds deadline{20};

int processors() {
    cpu_set_t allowed;
    return ::sched_getaffinity(0, sizeof(allowed), &allowed) == 0 ? CPU_COUNT(&allowed) : 1;
}

/// A and B are there, and A is stopped.
bool stopsA(LiveLab& lab) {
    for (const char* letter : {"A", "B"})
        lab.run(fmt::format("{}: n = kill({}, 0)", letter, letter));
    return lab->sendSignal(lab.process("A").id, SIGSTOP) && lab.awaitWorld([](const World& world) {
        return world.process("A")->state == ProcessState::Stopped;
    });
}

} // namespace

class CommonStartTest : public QObject {
    Q_OBJECT
private slots:
    void aFewMicrosecondsAreEnoughForARace();
    void whoIsStoppedHoldsNobodyBack();
    void whoIsKilledHoldsNobodyBack();
    void moreThanThereAreProcessorsBeginToo();
    void thoseThatWereHeldAreLetGoOneByOne();
};

/// A thousand additions: told one after the other, the first is done before the second begins.
void CommonStartTest::aFewMicrosecondsAreEnoughForARace() {
    if (processors() < 2) QSKIP("with one processor only one process runs at a time");
    LiveLab lab;
    lab.run("A: s = shmget(IPC_PRIVATE, 4096, 0600)");
    lab.run("A: p = shmat(s, NULL, 0)");
    lab.run("A: B = fork()");
    constexpr int rounds = 100;
    int withLoss = 0;
    for (int i = 0; i < rounds && withLoss < 3; ++i) {
        lab.run("A, B: repeat 1000 { *(int *)p += 1 }");
        const auto world = lab->world();
        const auto& race = world->segment(lab.number("A", "s"))->race;
        QVERIFY(race && race->over);
        QCOMPARE(race->added, 2000);
        withLoss += race->lost() > 0 ? 1 : 0;
    }
    QCOMPARE(withLoss, 3);
    QCOMPARE(lab->world()->outsideChanges, 0U);
}

void CommonStartTest::whoIsStoppedHoldsNobodyBack() {
    LiveLab lab;
    QVERIFY(stopsA(lab));
    lab.run("A, B: q = msgget(IPC_PRIVATE, 0600)");
    QVERIFY(lab.number("B", "q") >= 0);
    QVERIFY(!lab.process("A").variables.contains("q"));
    QVERIFY(lab->sendSignal(lab.process("A").id, SIGCONT));
    QVERIFY(lab.awaitWorld(
        [](const World& world) { return world.process("A")->variables.contains("q"); }));
    QVERIFY(lab->waitUntilQuiet(deadline));
    QVERIFY(lab.number("A", "q") >= 0);
}

void CommonStartTest::whoIsKilledHoldsNobodyBack() {
    LiveLab lab;
    QVERIFY(stopsA(lab));
    lab.give("A, B: q = msgget(IPC_PRIVATE, 0600)");
    QVERIFY(lab->sendSignal(lab.process("A").id, SIGKILL));
    QVERIFY(lab.awaitWorld([](const World& world) { return !world.process("A")->alive(); }));
    QVERIFY(lab->waitUntilQuiet(deadline));
    QVERIFY(lab.number("B", "q") >= 0);
    lab.run("B, C: n = kill(B, 0)");
    QCOMPARE(lab.process("C").last->result, 0);
}

void CommonStartTest::moreThanThereAreProcessorsBeginToo() {
    LiveLab lab;
    lab.run("A: n = 0");
    const int more = std::min(maxProcesses - 1, processors() + 1);
    lab.run(fmt::format("A: repeat {} {{ fork() }}", more));
    std::string all;
    for (const Process& each : lab->world()->processes)
        all += (all.empty() ? "" : ", ") + each.letter;
    lab.run(all + ": q = msgget(IPC_PRIVATE, 0600)");
    for (const Process& each : lab->world()->processes)
        QVERIFY2(each.variables.contains("q"), each.letter.c_str());
}

void CommonStartTest::thoseThatWereHeldAreLetGoOneByOne() {
    LiveLab lab;
    for (const char* letter : {"A", "B"})
        lab.run(fmt::format("{}: n = kill({}, 0)", letter, letter));
    QVERIFY(lab->give(*parseStatement("A, B: q = msgget(IPC_PRIVATE, 0600)"), true));
    QVERIFY(lab->release(lab.process("A").id));
    QVERIFY(lab->waitUntilQuiet(deadline));
    QVERIFY(lab.number("A", "q") >= 0);
    QCOMPARE(lab.process("B").state, ProcessState::Held);
    QVERIFY(lab->release(lab.process("B").id));
    QVERIFY(lab->waitUntilQuiet(deadline));
    QVERIFY(lab.number("B", "q") >= 0);
}

QTEST_GUILESS_MAIN(CommonStartTest)
#include "common_start_test.moc"
