// What no run could accept is refused before the first step, with its place; what depends on a
// value that only a run gives is not.
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

} // namespace

class TestForeseen : public QObject {
    Q_OBJECT

private slots:
    void refused_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("said");
        const auto row = [](const QString& script, const char* said) {
            QTest::newRow(qPrintable(script)) << script << said;
        };
        const QString queue = "A: q = msgget(1234, 0)\n";
        row(queue + "A: msgsnd(q, {1, \"x\"}, \"5\", 0)",
            "2:24: msgsz must be a number, not \"5\"");
        row(queue + "A: msgsnd(q, \"x\", 1, 0)",
            "2:14: msgp must be a message {type, \"text\"}, not \"x\"");
        row(queue + "A: msgctl(q, IPC_SET, {.msg_qbytes = \"x\"})",
            "2:23: msg_qbytes is a number, not a text");
        row("A: msgget(99999999999, 0)",
            "1:11: key is 99999999999, which does not fit into 32 bits");
        row("A: pipe(fd)\nA: read(fd[0], buf, 70000)",
            "2:21: count is 70000, and a call carries at most 65536 bytes in the lab "
            "(maxTextBytes)");
        row("A: pipe(fd)\nA: write(fd[1], \"x\", 70000)",
            "2:22: the count of bytes is 70000, and a call carries at most 65536 bytes in the lab "
            "(maxTextBytes)");
        row("A: close(950)", "1:10: fd is 950, and descriptors from 900 on are the lab's own");
        row("A: char buf[64]\nA: shmdt(buf)",
            "2:10: shmaddr must be an address, such as what shmat "
            "returned, not buf");
        row("A: int fd[2]\nA: pipe(fd)\nA: close(fd[7])",
            "3:10: fd[7] lies outside: fd has 2 items");
        row("A: pipe(fd)\nA: n = fd[2]", "2:8: fd[2] lies outside: fd has 2 items");
        row("A: int fd[2]\nA: fd[7] = 1",
            "2:4: fd has 2 items, counted from 0, so there is no fd[7]");
        row("A: char buf[4]\nA: strcpy(buf, \"four\")",
            "2:4: buf has room for 4 bytes, and strcpy may write 5: in C the rest would overwrite "
            "what lies behind it");
        row("A: char buf[4]\nA: memset(buf, 0, 5)",
            "2:4: buf has room for 4 bytes, and memset may write 5: in C the rest would overwrite "
            "what lies behind it");
        row("A: char buf[4]\nA: memset(buf, 0, -1)",
            "2:19: n is -1, and a call carries at most 65536 bytes in the lab (maxTextBytes)");
        row("A: char buf[8]\nA: n = buf[9]", "2:8: buf[9] lies outside: buf has 8 bytes");
        row("A: chmod(\".\", 0600)",
            "1:10: \".\" is the lab's own scratch folder, which stays as it is");
        row("A: setrlimit(RLIMIT_NOFILE, 5)", "1:29: rlim must be written in place, as {5, 5} or "
                                              "{.rlim_cur = 5, .rlim_max = 5}, not 5");
        row("A: setrlimit(2, {5, 5})", "1:14: the lab sets RLIMIT_NOFILE, RLIMIT_AS, "
                                       "RLIMIT_MEMLOCK and RLIMIT_NPROC, no other limit");
    }
    void refused() {
        QFETCH(QString, script);
        QFETCH(QString, said);
        QCOMPARE(problem(script), said);
    }

    void leftToTheRun_data() {
        QTest::addColumn<QString>("script");
        const auto row = [](const char* script) { QTest::newRow(script) << script; };
        row("A: n = 70000\nA: pipe(fd)\nA: read(fd[0], buf, n)");
        row("A: s = shmget(1, 100000, 0)\nA: p = shmat(s, NULL, 0)\nA: pipe(fd)\n"
            "A: write(fd[1], p, 70000)\nA: read(fd[0], p, 70000)\nA: char b[4]\nA: n = 9\nA: "
            "read(fd[0], b, n)\nA: memset(p, 0, 70000)\n"
            "A: shmdt(p)");
        row("A: close(899)\nA: close(-1)\nA: n = 950\nA: close(n)");
        row("A: msgget(0xffffffff, 0)\nA: msgget(-1, 0)\nA: read(0, NULL, -1)");
        row("A: q = msgget(1, 0)\nA: msgctl(q, IPC_SET, {.msg_qbytes = 5})\n"
            "A: msgctl(q, IPC_SET, {.msg_perm.uid = bob})\nA: msgctl(q, 99, {.msg_qbytes = 5})\n"
            "A: msgsnd(q, (void *)8, 5, 0)\nA: msgsnd(q, {1}, 70000, 0)");
        row("A: pipe(fd)\nA: n = 7\nA: m = fd[n]\nA: gd = {1, 2, 3}\nA: close(gd[2])");
        row("A: int fd[4]\nA: pipe(fd)\nA: s = \"abc\"\nA: n = s[2]");
    }
    void leftToTheRun() {
        QFETCH(QString, script);
        QCOMPARE(problem(script), QString());
    }
};

QTEST_GUILESS_MAIN(TestForeseen)
#include "test_foreseen.moc"
