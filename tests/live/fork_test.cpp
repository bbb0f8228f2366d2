// fork(2) and wait(2) with real processes: the stage says what the kernel did, for the child, the
// zombie and the orphan too.
#include "engine/observe/task_state.h"
#include "engine/world/questions.h"
#include "tests/live/live_lab.h"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>
#include <fstream>
#include <sys/wait.h>

using namespace ipclab;

namespace {

constexpr std::chrono::seconds deadline{20};

/// R, S, T, Z …; 0 when the kernel does not know the pid any more.
char stateOf(pid_t pid) {
    const auto watch = TaskWatch::open(pid);
    return watch ? watch->look().state : '\0';
}

pid_t kernelsParentOf(pid_t pid) {
    std::ifstream file(fmt::format("/proc/{}/stat", pid));
    std::string line;
    std::getline(file, line);
    const std::size_t name = line.rfind(')');
    return name == std::string::npos ? 0 : std::atoi(line.c_str() + name + 4);
}

int alive(const World& world) {
    return static_cast<int>(std::ranges::count_if(world.processes, &Process::alive));
}

} // namespace

class ForkTest : public QObject {
    Q_OBJECT
private slots:
    void theChildHasCopies();
    void theChildIsThereBeforeForkReturns();
    void aLoopStopsAtTheLimit();
    void aLowLimitOfOpenFilesIsInherited();
    void waitTellsHowAChildEnded_data();
    void waitTellsHowAChildEnded();
    void aSleepingWaitIsWokenByAChildsEnd();
    void aParentThatIgnoresItsChildrenLeavesNoZombie();
    void theChildOutlivesItsParent();
    void aChildCanHaveChildren();
    void itIsStoppedAndGoesOn();
};

void ForkTest::theChildHasCopies() {
    LiveLab lab;
    lab.run("A: n = 5");
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    lab.run("A: B = fork()");
    QCOMPARE(lab.number("B", "n"), 5);
    QCOMPARE(lab.number("B", "B"), 0); // what fork returned in the child
    QCOMPARE(lab.number("A", "B"), lab.process("B").pid);
    QCOMPARE(lab.process("B").parent, lab.process("A").id);
    QCOMPARE(kernelsParentOf(lab.process("B").pid), lab.process("A").pid);
    QCOMPARE(lab.process("B").user, std::string("alice"));
    // A process like any other: it makes calls of its own, and its parent goes on.
    lab.run("B: msgsnd(q, {1, \"from the child\"}, 14, 0)");
    lab.run("A: msgrcv(q, &rbuf, 64, 0, 0)");
    QCOMPARE(lab.process("A").last->data, std::string("from the child"));
    lab.run("B: n = 6");
    QCOMPARE(lab.number("A", "n"), 5);
}

void ForkTest::theChildIsThereBeforeForkReturns() {
    LiveLab lab;
    lab.run("A: nothing = kill(A, 0)");
    lab.give("A: pid = fork()");
    while (lab.await<event::Entered>().second.call.id != CallId::Fork) {
    }
    const auto [started, child] = lab.await<event::ProcessStarted>();
    QCOMPARE(child.letter, std::string("B")); // the next free one
    QCOMPARE(child.parent, lab.process("A").id);
    const auto [returned, fork] = lab.await<event::Returned>();
    QCOMPARE(fork.call, CallId::Fork);
    QCOMPARE(fork.result, std::int64_t{child.pid});
    QCOMPARE(fork.detail, std::int64_t{started.process});
    QVERIFY(started.seq < returned.seq);
}

void ForkTest::aLoopStopsAtTheLimit() {
    LiveLab lab;
    lab.run("A: repeat 1000000 { fork() }");
    QCOMPARE(alive(*lab->world()), maxProcesses);
    const auto last = lab.process("A").last;
    QVERIFY(last && last->refused);
    QVERIFY(last->data.find("maxProcesses") != std::string::npos);
    QVERIFY(!lab->addProcess("", "", "alice").has_value());
    // One place is free again as soon as one of them has ended.
    lab.run("B: exit(0)");
    lab.run("A: child = fork()");
    QVERIFY(!lab.process("A").last->refused);
    QCOMPARE(alive(*lab->world()), maxProcesses);
    QCOMPARE(lab->statistics().lost, 0U);
    QCOMPARE(lab->statistics().holes, 0U);
}

/// The lab needs descriptors of its own for a child: a soft limit is no obstacle, a hard one is.
void ForkTest::aLowLimitOfOpenFilesIsInherited() {
    LiveLab lab;
    lab.run("A: setrlimit(RLIMIT_NOFILE, {5, 1024})");
    lab.run("A: B = fork()");
    lab.run("B: pipe(fd)");
    QCOMPARE(lab.process("B").last->result, 0);
    lab.run("B: pipe(fd)");
    QCOMPARE(lab.process("B").last->error, EMFILE);
    lab.run("B: setrlimit(RLIMIT_NOFILE, {5, 5})");
    lab.run("B: C = fork()");
    QVERIFY(lab.process("B").last->refused);
    QVERIFY(lab.process("B").last->data.find("RLIMIT_NOFILE") != std::string::npos);
    QVERIFY(!lab->world()->process("C"));
    lab.run("C: nothing = kill(A, 0)"); // its letter is free again
    QCOMPARE(lab.process("C").parent, ProcessId{0});
}

void ForkTest::waitTellsHowAChildEnded_data() {
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("status");
    QTest::newRow("exits") << "B: exit(3)" << (3 << 8);
    QTest::newRow("exits with more than eight bits") << "B: exit(259)" << (3 << 8);
    QTest::newRow("is killed by another") << "A: kill(B, SIGTERM)" << SIGTERM;
    QTest::newRow("is sent a fault that is none") << "A: kill(B, SIGSEGV)" << SIGSEGV;
}

void ForkTest::waitTellsHowAChildEnded() {
    QFETCH(QString, end);
    QFETCH(int, status);
    LiveLab lab;
    lab.run("A: B = fork()");
    const pid_t child = lab.process("B").pid;
    lab.give(end.toStdString());
    const auto [event, ended] = lab.await<event::ProcessEnded>();
    QCOMPARE(ended.killed, WIFSIGNALED(status));
    QCOMPARE(ended.code, WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    QVERIFY(isZombie(lab.process("B")));
    QCOMPARE(stateOf(child), 'Z'); // until its parent has been told

    QVERIFY(lab->waitUntilQuiet(deadline));
    lab.run("A: wait(NULL)");
    QCOMPARE(lab.process("A").last->result, std::int64_t{child});
    QCOMPARE(lab.process("A").last->detail, std::int64_t{status});
    QVERIFY(!isZombie(lab.process("B")));
    QCOMPARE(stateOf(child), '\0');
    lab.run("A: wait(NULL)");
    QCOMPARE(lab.process("A").last->error, ECHILD);
}

void ForkTest::aSleepingWaitIsWokenByAChildsEnd() {
    LiveLab lab;
    lab.run("A: repeat 2 { fork() }");
    lab.run("A: wait(NULL)");
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    lab.run("C: exit(7)");
    QCOMPARE(lab.process("A").state, ProcessState::Ready);
    QCOMPARE(lab.process("A").last->result, std::int64_t{lab.process("C").pid});
    QCOMPARE(lab.process("A").last->detail, std::int64_t{7 << 8});
    QCOMPARE(lab.process("C").endCode, 7);
    QVERIFY(lab.process("C").reaped);
    QVERIFY(lab.process("B").alive());
}

void ForkTest::aParentThatIgnoresItsChildrenLeavesNoZombie() {
    LiveLab lab;
    lab.run("A: sigaction(SIGCHLD, {SIG_IGN, 0}, NULL)");
    lab.run("A: B = fork()");
    const pid_t child = lab.process("B").pid;
    lab.give("B: exit(4)");
    const auto [event, ended] = lab.await<event::ProcessEnded>();
    QCOMPARE(event.process, lab.process("B").id);
    QTRY_COMPARE(stateOf(child), '\0');
    lab.run("A: wait(NULL)");
    QCOMPARE(lab.process("A").last->error, ECHILD);
}

void ForkTest::theChildOutlivesItsParent() {
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    lab.run("A: repeat 2 { fork() }");
    const pid_t supervisor = kernelsParentOf(lab.process("A").pid);
    const pid_t zombie = lab.process("C").pid;
    lab.run("B: msgrcv(q, &rbuf, 64, 0, 0)");
    lab.run("C: exit(1)");
    QCOMPARE(stateOf(zombie), 'Z');
    lab.run("A: exit(0)");
    QVERIFY(!lab.process("A").alive());
    // The dead child is taken away, the living one sleeps on, undisturbed.
    QTRY_COMPARE(stateOf(zombie), '\0');
    QVERIFY(lab.process("C").reaped);
    QCOMPARE(lab.process("B").state, ProcessState::Asleep);
    QCOMPARE(parentNow(*lab->world(), lab.process("B")), supervisorProcess);
    QCOMPARE(kernelsParentOf(lab.process("B").pid), supervisor);
    lab.run(fmt::format("D: msgsnd({}, {{1, \"still here\"}}, 10, 0)", lab.number("B", "q")));
    QCOMPARE(lab.process("B").last->data, std::string("still here"));
    const pid_t orphan = lab.process("B").pid;
    lab.run("B: exit(0)");
    QVERIFY(lab.process("B").reaped);
    QTRY_COMPARE(stateOf(orphan), '\0');
}

void ForkTest::aChildCanHaveChildren() {
    LiveLab lab;
    lab.run("A: B = fork()");
    lab.run("B: C = fork()");
    QCOMPARE(lab.process("C").parent, lab.process("B").id);
    QCOMPARE(kernelsParentOf(lab.process("C").pid), lab.process("B").pid);
    lab.run("A: wait(NULL)");
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    lab.run("C: exit(1)"); // a grandchild, which wakes nobody
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    QVERIFY(isZombie(lab.process("C")));
    lab.run("B: exit(2)");
    QCOMPARE(lab.process("A").last->detail, std::int64_t{2 << 8});
    QVERIFY(!isZombie(lab.process("C"))); // the supervisor took it away
}

void ForkTest::itIsStoppedAndGoesOn() {
    LiveLab lab;
    lab.run("A: B = fork()");
    QVERIFY(lab->sendSignal(lab.process("B").id, SIGSTOP).has_value());
    QVERIFY(lab.await<event::Stopped>().second.stopped);
    QCOMPARE(lab.process("B").state, ProcessState::Stopped);
    QVERIFY(lab->sendSignal(lab.process("B").id, SIGCONT).has_value());
    QVERIFY(!lab.await<event::Stopped>().second.stopped);
    lab.run("B: nothing = kill(A, 0)");
    QCOMPARE(lab.process("B").last->result, 0);
}

QTEST_GUILESS_MAIN(ForkTest)
#include "fork_test.moc"
