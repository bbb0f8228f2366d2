// The lab on a system that lacks something works with what is left, and says what is missing.
#include "tests/live/lesser_kernel.h"
#include "tests/live/live_lab.h"
#include "tests/support/ordinary_user.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

/// Waits for a notice with these words.
bool says(LiveLab& lab, std::string_view words) {
    return lab.awaitWorld([words](const World& world) {
        return std::ranges::any_of(
            world.notices, [words](const std::string& notice) { return notice.contains(words); });
    });
}

/// A sleeps, is seen asleep, and B wakes it.
void verifyThatSleepIsSeen(LiveLab& lab) {
    lab.run("B: q = msgget(IPC_PRIVATE, 0600)");
    const int id = lab.number("B", "q");
    lab.run(fmt::format("A: msgrcv({}, &rbuf, 64, 0, 0)", id));
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    lab.run("B: msgsnd(q, {1, \"wake up\"}, 7, 0)");
    QCOMPARE(lab.process("A").state, ProcessState::Ready);
    QCOMPARE(lab.process("A").last->data, std::string("wake up"));
    QCOMPARE(lab->world()->outsideChanges, 0U);
}

/// Runs a function of this test as somebody who is not root.
void runOrdinary(const char* function, bool subordinateIds) {
    const OrdinaryRun run =
        runAsOrdinaryUser(QCoreApplication::applicationFilePath(), {function}, subordinateIds);
    if (!run.obstacle.isEmpty()) QSKIP(qPrintable(run.obstacle));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    QVERIFY2(!run.output.contains("SKIP "), qPrintable(run.output));
}

/// Nobody but alice can be had, the lab says what would help, and alice can work.
void verifyThatOnlyAliceIsThere(LiveLab& lab, const std::string& help) {
    const auto users = lab->users();
    QVERIFY(users[0].available);
    for (const UserChoice& other : {users[1], users[2]}) {
        QVERIFY(!other.available);
        QVERIFY2(other.why.contains(help), other.why.c_str());
        const auto refused = lab->addProcess("X", "", other.name);
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().message().contains(help));
    }
    verifyThatSleepIsSeen(lab);
}

} // namespace

class LessTest : public QObject {
    Q_OBJECT
private slots:
    void withoutMsgCopyTheNumbersAreStillTheKernels();
    void withoutProcSyscallTheSchedulersStateDecides();
    void withoutTheRightToReadItTheSchedulersStateDecides();
    void withoutSubordinateIdsAliceIsThere();
    void withoutNewuidmapAliceIsThere();
    void withoutAddressSpaceAChildIsRefused();
};

void LessTest::withoutMsgCopyTheNumbersAreStillTheKernels() {
    LiveLab lab(openLabLacking(Lacking::MsgCopy));
    QVERIFY(says(lab, "MSG_COPY"));
    lab.run("A: q = msgget(IPC_PRIVATE, 0666)");
    const int id = lab.number("A", "q");
    lab.run("A: msgsnd(q, {1, \"known\"}, 5, 0)");
    auto world = lab->world();
    QVERIFY(!world->queue(id)->contentsKnown);
    QVERIFY2(world->queue(id)->missing.contains("ENOSYS"), world->queue(id)->missing.c_str());
    QCOMPARE(world->queue(id)->messages.front().text, std::string("known")); // its own account
    QCOMPARE(world->outsideChanges, 0U);

    const pid_t sender = inAnotherProgram([id] { return rawSend(id, 2, "unread"); });
    const auto sent = lab.awaitOutside(Kind::Sent);
    QCOMPARE(sent.pid, sender);
    QCOMPARE(sent.count, 1);
    world = lab->world();
    QCOMPARE(world->queue(id)->messages.size(), 2U);
    QVERIFY(!world->queue(id)->messages.back().textKnown);

    lab.run("A: msgrcv(q, &rbuf, 64, 0, MSG_COPY|IPC_NOWAIT)");
    QCOMPARE(lab.process("A").last->error, ENOSYS); // the user's own calls lack it too
    lab.run("A: msgrcv(q, &rbuf, 64, 2, 0)");
    QCOMPARE(lab.process("A").last->data, std::string("unread"));
    const pid_t taker = inAnotherProgram([id] { return rawReceive(id, 0) == "known"; });
    QCOMPARE(lab.awaitOutside(Kind::Taken).pid, taker);
    QVERIFY(lab->world()->queue(id)->messages.empty());
    QCOMPARE(lab->world()->outsideChanges, 2U);
}

void LessTest::withoutProcSyscallTheSchedulersStateDecides() {
    LiveLab lab(openLabLacking(Lacking::ProcSyscall));
    QVERIFY(says(lab, "no /proc/PID/syscall here"));
    verifyThatSleepIsSeen(lab);
}

void LessTest::withoutTheRightToReadItTheSchedulersStateDecides() {
    if (::geteuid() != 0) QSKIP("only root has a right to give up");
    LiveLab lab(openLabLacking(Lacking::PtraceRight));
    verifyThatSleepIsSeen(lab);
    QVERIFY(says(lab, "/syscall cannot be read (E"));
}

void LessTest::withoutSubordinateIdsAliceIsThere() {
    if (::geteuid() == 0) return runOrdinary("withoutSubordinateIdsAliceIsThere", false);
    LiveLab lab;
    if (lab->users()[1].available) QSKIP("the user who runs this has subordinate ids");
    verifyThatOnlyAliceIsThere(lab, "sudo usermod --add-subuids");
}

void LessTest::withoutNewuidmapAliceIsThere() {
    if (::geteuid() == 0) return runOrdinary("withoutNewuidmapAliceIsThere", true);
    if (!LiveLab()->users()[1].available) QSKIP("the user who runs this has no subordinate ids");
    ::setenv("PATH", "/nowhere", 1);
    LiveLab lab;
    verifyThatOnlyAliceIsThere(lab, "newuidmap is not installed: sudo apt install uidmap");
}

/// The lab needs memory of its own for a child.
void LessTest::withoutAddressSpaceAChildIsRefused() {
#if defined(__SANITIZE_ADDRESS__)
    QSKIP("a sanitizer needs address space without a limit");
#endif
    LiveLab lab;
    lab.run("A: s = shmget(IPC_PRIVATE, 4096, 0600)");
    lab.run("A: p = shmat(s, NULL, 0)");
    lab.run("A: setrlimit(RLIMIT_AS, {4096, RLIM_INFINITY})");
    lab.run("A: B = fork()");
    QVERIFY(lab.process("A").last->refused);
    QVERIFY(lab.process("A").last->data.find("RLIMIT_AS") != std::string::npos);
    lab.run("A: setrlimit(RLIMIT_AS, {RLIM_INFINITY, RLIM_INFINITY})");
    lab.run("A: B = fork()");
    lab.run("B: n = *(int *)p");
    QCOMPARE(lab.number("B", "n"), 0);
    QCOMPARE(lab->world()->outsideChanges, 0U);
}

QTEST_GUILESS_MAIN(LessTest)
#include "less_test.moc"
