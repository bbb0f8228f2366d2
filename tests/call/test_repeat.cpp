// A repeat makes the same calls again and again: a body that would need other arguments in the next
// round, or that is no call at all, is refused before anything runs.
#include "engine/call/language.h"

#include <QTest>

using namespace ipclab;

namespace {

/// "line:column: message" for a script that is refused, "" for one that is accepted.
QString problem(const QString& script) {
    const auto parsed = parseScript(script.toStdString());
    if (parsed) return {};
    const SyntaxError& error = parsed.error();
    return QString("%1:%2: %3")
        .arg(error.at.line)
        .arg(error.at.column)
        .arg(QString::fromStdString(error.message));
}

QString stale(const char* place, const char* call, const char* variable) {
    return QString("%1: what a repeat uses is worked out once, before its first round, so %2 "
                   "cannot use the %3 that the same repeat sets: write these calls on lines of "
                   "their own")
        .arg(place, call, variable);
}

} // namespace

class TestRepeat : public QObject {
    Q_OBJECT

private slots:
    void anAssignmentIsNoCall_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("place");
        QTest::newRow("alone") << "A: repeat 5 { n = 1 }" << "1:15";
        QTest::newRow("before a call") << "A: repeat 5 { n = 1; kill(A, 0) }" << "1:15";
        QTest::newRow("behind a call") << "A: repeat 5 { kill(A, 0)\n  n = 1 }" << "2:3";
        QTest::newRow("a declaration") << "A: repeat 5 { int n; kill(A, 0) }" << "1:15";
        QTest::newRow("of an element") << "A: pipe(fd)\nA: repeat 5 { fd[0] = 5 }" << "2:15";
    }
    void anAssignmentIsNoCall() {
        QFETCH(QString, script);
        QFETCH(QString, place);
        QCOMPARE(problem(script), place + ": a repeat makes system calls, and this is an "
                                          "assignment, which makes none: write it on a line of "
                                          "its own");
    }

    void whatItSetsItCannotUse_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("said");
        QTest::newRow("a result") << "A: repeat 2 { w = open(\"f\", O_RDWR); close(w) }"
                                  << stale("1:44", "close", "w");
        QTest::newRow("of the round before")
            << "A: w = 3\nA: repeat 2 { close(w); w = open(\"f\", O_RDWR) }"
            << stale("2:21", "close", "w");
        QTest::newRow("its own result")
            << "A: w = 3\nA: repeat 2 { w = dup(w) }" << stale("2:23", "dup", "w");
        QTest::newRow("an array that was filled")
            << "A: repeat 1 { pipe(fd); close(fd[0]) }" << stale("1:31", "close", "fd");
        QTest::newRow("a message")
            << "A: q = msgget(1, 0)\nA: repeat 3 {\n  msgrcv(q, &rbuf, 8, 0, 0)\n"
               "  msgsnd(q, &rbuf, 8, 0)\n}"
            << stale("4:14", "msgsnd", "rbuf");
        QTest::newRow("a buffer that was copied into")
            << "A: char b[8]\nA: repeat 3 { strcpy(b, \"x\"); write(1, b, 1) }"
            << stale("2:40", "write", "b");
        QTest::newRow("a pointer to copy to")
            << "A: s = shmget(1, 1, 0)\nA: repeat 3 { p = shmat(s, NULL, 0); strcpy(p, \"x\") }"
            << stale("2:45", "strcpy", "p");
        QTest::newRow("a child") << "A: repeat 1 { B = fork(); kill(B, SIGKILL) }"
                                 << stale("1:32", "kill", "B");
        QTest::newRow("what was loaded")
            << "A: s = shmget(1, 4, 0)\nA: int *p = shmat(s, NULL, 0)\n"
               "A: repeat 9 { n = *p; *p = n + 1 }"
            << stale("3:28", "a store", "n");
    }
    void whatItSetsItCannotUse() {
        QFETCH(QString, script);
        QFETCH(QString, said);
        QCOMPARE(problem(script), said);
    }

    void twoIpcSetsOfSomeFieldsWouldUndoEachOther() {
        const char* body = "A: q = msgget(1, 0)\nA: repeat 1 {\n"
                           "  msgctl(q, IPC_SET, {.msg_qbytes = 10})\n"
                           "  msgctl(q, IPC_SET, {.msg_perm.mode = 0600})\n}";
        QCOMPARE(problem(body),
                 "4:22: the fields that are left out are filled in before the first round, so a "
                 "second IPC_SET in a repeat would take back the first: set all of them in one");
    }

    void whatDoesAsItSaysIsAccepted_data() {
        QTest::addColumn<QString>("script");
        const auto row = [](const char* script) { QTest::newRow(script) << script; };
        row("A: pipe(fd)\nA: repeat 3 { read(fd[0], buf, 8); write(fd[1], \"x\", 1) }");
        row("A: pipe(fd)\nA: char buf[8]\nA: repeat 3 { read(fd[0], buf, sizeof(buf)) }");
        row("A: repeat 3 { q = msgget(IPC_PRIVATE, 0600) }");
        row("A: q = msgget(1, 0)\nA: r = msgget(2, 0)\nA: repeat 2 { msgctl(q, IPC_SET, "
            "{.msg_qbytes = 9}); msgctl(r, IPC_SET, {.msg_qbytes = 9}) }");
        row("A: repeat 3 { pid = fork(); wait(NULL) }");
        row("A: w = 3\nA: repeat 1 { close(w); w = open(\"f\", O_RDWR) }");
        row("A: s = shmget(1, 4, 0)\nA: p = shmat(s, NULL, 0)\n"
            "A: repeat 3 { strcpy(p, \"x\"); printf(\"%s\", p); *(int *)p += 1; n = *(int *)p }");
    }
    void whatDoesAsItSaysIsAccepted() {
        QFETCH(QString, script);
        QCOMPARE(problem(script), QString());
    }
};

QTEST_GUILESS_MAIN(TestRepeat)
#include "test_repeat.moc"
