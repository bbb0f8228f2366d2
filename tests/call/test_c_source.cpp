#include "engine/call/c_source.h"
#include "engine/call/language.h"
#include "tests/call/random_language.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ipclab;

namespace {

ProcessHistory historyOf(const std::vector<std::string>& lines) {
    ProcessHistory history{.letter = "A", .label = "sender */ of \"hello\"?\?/", .done = {}};
    for (const std::string& line : lines) {
        const auto statement = parseStatement(line);
        if (!statement) qFatal("%s", statement.error().render("line", line).c_str());
        ProcessHistory::Done done{statement->actions[0], statement->times};
        done.more.assign(statement->actions.begin() + 1, statement->actions.end());
        done.everyMs = statement->everyMs;
        history.done.push_back(std::move(done));
    }
    return history;
}

/// The same of a script, in which it is known which names are arrays.
ProcessHistory historyOfScript(const std::string& text) {
    const auto script = parseScript(text);
    if (!script) qFatal("%s", script.error().render("script", text).c_str());
    ProcessHistory history{.letter = "A", .label = "", .done = {}};
    for (const Statement& statement : script->statements)
        history.done.push_back({statement.actions[0], statement.times});
    return history;
}

/// What a child did that the given turn of the parent's last line forked.
void addChild(ProcessHistory& parent, const std::string& letter, std::uint64_t turn,
              ProcessHistory history) {
    history.letter = letter;
    history.label.clear();
    parent.done.back().forked.push_back({0, turn, std::move(history)});
}

void append(ProcessHistory& history, const std::vector<std::string>& lines) {
    for (ProcessHistory::Done& done : historyOf(lines).done)
        history.done.push_back(std::move(done));
}

} // namespace

/// The rendered programs are given to the real compiler, and some of them are run.
class TestCSource : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    /// What the compiler says of the program; empty when it is content.
    QString complaints(const std::string& program) const {
        QFile file(folder_.filePath("a.c"));
        if (!file.open(QIODevice::WriteOnly)) return "cannot write a.c";
        file.write(program.data(), static_cast<qint64>(program.size()));
        file.close();
        QProcess compiler;
        compiler.setProcessChannelMode(QProcess::MergedChannels);
        compiler.start("cc", {"-Wall", "-Wextra", "-Werror", "-o", folder_.filePath("a"),
                              folder_.filePath("a.c")});
        if (!compiler.waitForFinished()) return "cc did not finish";
        const QString said = QString::fromUtf8(compiler.readAll());
        return compiler.exitCode() == 0 && said.isEmpty() ? QString()
                                                          : said + QString::fromUtf8(program);
    }

    QString outputOf(const std::string& program) const {
        const QString said = complaints(program);
        if (!said.isEmpty()) return said;
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(folder_.filePath("a"), QStringList());
        if (!process.waitForFinished()) return "the program did not finish";
        return QString::fromUtf8(process.readAll());
    }

private slots:
    void aProgramDoesWhatTheLinesDid() {
        const std::string program = renderC(historyOf(
            {"q = msgget(IPC_PRIVATE, 0600)", "msgsnd(q, {2, \"hello?\?/\"}, 8, 0)",
             "repeat 2 { msgsnd(q, {1, \"x\" * 100}, 3, IPC_NOWAIT) }", "sbuf = {1, \"wider\"}",
             "n = 5", "msgsnd(q, &sbuf, n, 0)", "msgctl(q, IPC_STAT, &ds)",
             "msgrcv(q, &rbuf, 4, 2, 0)", "msgrcv(q, &rbuf, 64, 2, 0)",
             "repeat 3 { msgrcv(q, &rbuf, 64, -3, 0) }", "msgrcv(q, &rbuf, 64, 0, IPC_NOWAIT)",
             "msgctl(q, IPC_RMID, NULL)", "msgctl(q, IPC_RMID, NULL)"}));
        // stdout comes after stderr here, since it is no terminal.
        QCOMPARE(outputOf(program), "msgrcv: Argument list too long\n"
                                    "msgrcv: No message of desired type\n"
                                    "msgctl: Invalid argument\n"
                                    "msg_qnum 4, msg_qbytes 16384, mode 600\n"
                                    "msgrcv: type 2, 8 bytes: hello?\?/\n"
                                    "msgrcv: type 1, 3 bytes: xxx\n"
                                    "msgrcv: type 1, 3 bytes: xxx\n"
                                    "msgrcv: type 1, 5 bytes: wider\n");
    }

    void aDeclaredTextHasItsSize() {
        const std::string program = renderC(historyOf(
            {"char c[4]", "char *tail = NULL", "n = sizeof(c)", "int fd[2]", "pipe(fd)",
             "write(fd[1], \"abcd\", 4)", "read(fd[0], c, 4)", "printf(\"%d %d\\n\", n, sizeof(c))",
             "write(fd[1], \"abcd\", 4)", "char d[2]", "read(fd[0], d, 4)"}));
        QVERIFY2(program.contains("    char c[4] = \"\";\n"), program.c_str());
        QVERIFY2(!program.contains("    char d[2] = \"\";\n"), program.c_str()); // it needs more
        QCOMPARE(outputOf(program), "read: 4 bytes: abcd\n4 4\nread: 4 bytes: abcd\n");
    }

    void whatGoesIntoAnItemOrAMemberStaysThere() {
        const std::string program = renderC(
            historyOfScript("A: int a[4]\nA: a[1] = dup(0)\nA: a[2] = dup(99)\nA: a[3] = 7\n"
                            "A: char c[4]\nA: c[0] = 'h'\nA: c[1] = 'i'\nA: pipe(fd)\n"
                            "A: write(fd[1], \"abc\", 3)\nA: a[0] = read(fd[0], buf, 8)\n"
                            "A: ds.msg_qbytes = strlen(c)\n"
                            "A: d.msg_qnum = printf(\"%d %d %d %s\\n\", a[0], a[2], a[3], c)\n"
                            "A: printf(\"%d %d\\n\", ds.msg_qbytes, d.msg_qnum)\n"));
        QCOMPARE(outputOf(program), "dup: Bad file descriptor\n"
                                    "read: 3 bytes: abc\n"
                                    "3 -1 7 hi\n"
                                    "2 10\n");
    }

    void everyKindOfCallCompiles() {
        const std::string program = renderC(historyOf(
            {"key = (key_t)1234",
             "q = msgget(key, IPC_CREAT|S_IRUSR|S_IWUSR)",
             "q = msgget(0xffffffff, 0)",
             "msgget(5000000000, 0)",
             "MSGSZ = 64",
             "s = \"text\"",
             "msgsnd(q, {1, s}, sizeof(s), 0)",
             "msgsnd(q, {.mtype = 1, .mtext = \"a\"}, -1, 0)",
             "msgsnd(q, (void *)8, 5, 0)",
             "msgsnd(q, NULL, 5, 0)",
             "address = 8",
             "msgsnd(q, address, 5, 0)",
             "msgrcv(q, address, 5, 0, 0)",
             "n = msgrcv(q, &rbuf, MSGSZ, LONG_MIN, MSG_NOERROR|MSG_EXCEPT)",
             "msgrcv(q, rbuf, n * 2 + 1, 1, IPC_NOWAIT|MSG_COPY)",
             "msgrcv(q, (void *)8, 5, 0, 0)",
             "msgsnd(q, &rbuf, sizeof(rbuf) + sizeof(struct msgbuf), 0)",
             "tbuf = rbuf",
             "tbuf.mtext = rbuf.mtext",
             "tbuf.mtype = ds.msg_qnum",
             "msgctl(q, IPC_STAT, &ds)",
             "ds.msg_perm.mode = 0600",
             "other = ds",
             "msgctl(q, IPC_SET, &ds)",
             "msgctl(q, IPC_SET, {.msg_perm.uid = bob, .msg_perm.gid = bob, .msg_qbytes = 5})",
             "ds.msg_perm.mode = msgctl(q, 99, NULL)",
             "msgctl(q, IPC_STAT, (void *)8)",
             "kill(B, SIGUSR1)",
             "kill(A, 0)",
             "x = kill(B, SIGTERM)",
             "sigaction(SIGUSR1, {handler, SA_RESTART}, NULL)",
             "sigaction(SIGINT, {SIG_IGN}, NULL)",
             "sigaction(SIGINT, {SIG_DFL, 0}, NULL)",
             "n = -9223372036854775808",
             "n = 2147483647 * 2 + n - -5",
             "n = (char *)NULL",
             "repeat 10 { n = n + 1; msgsnd(q, {n, \"ab\" * n}, n, 0) }",
             "q = {1, \"now text\"}",
             "msgsnd(q, &q, 8, 0)"}));
        QVERIFY(program.contains("usage: %s UID_OF_bob GID_OF_bob PID_OF_B"));
        QVERIFY(program.contains("getpid()"));
        QCOMPARE(complaints(program), "");
    }

    void aPipeProgramDoesWhatTheLinesDid() {
        const std::string program =
            renderC(historyOf({"pipe(fd)",
                               "write(fd[1], \"hello child\", 11)",
                               "write(fd[1], \"hi\", 4)",
                               "n = read(fd[0], buf, 5)",
                               "read(fd[0], buf, 64)",
                               "write(fd[1], buf, n)",
                               "fcntl(fd[0], F_SETFL, O_NONBLOCK)",
                               "read(fd[0], buf, 64)",
                               "read(fd[0], buf, 64)",
                               "write(99, \"x\", 1)",
                               "read(fd[0], (void *)8, -1)",
                               "lseek(fd[0], 0, SEEK_CUR)",
                               "f = dup(fd[1])",
                               "dup2(fd[1], f)",
                               "close(f)",
                               "repeat 2 { close(fd[1]) }",
                               "read(fd[0], buf, 64)",
                               "pipe2(fd, O_NONBLOCK|O_CLOEXEC)",
                               "open(\"/no such file\", O_RDONLY)",
                               "printf(\"%d %s %zu%%\\n\", n, \"ok\", 7)"}));
        QCOMPARE(outputOf(program), "read: Resource temporarily unavailable\n"
                                    "write: Bad file descriptor\n"
                                    "read: Bad address\n"
                                    "lseek: Illegal seek\n"
                                    "close: Bad file descriptor\n"
                                    "open: No such file or directory\n"
                                    "read: 5 bytes: hello\n"
                                    "read: 10 bytes:  childhi\n"
                                    "read: 5 bytes:  chil\n"
                                    "read: 0 bytes: \n"
                                    "5 ok 7%\n");
    }

    void aProgramUsesSharedMemory() {
        const std::string program =
            renderC(historyOf({"shm = shmget(IPC_PRIVATE, 100, IPC_CREAT|0600)",
                               "p = (char *)shmat(shm, (char *)NULL, 0)",
                               "shmctl(shm, IPC_STAT, &ds)",
                               "shmctl(shm, IPC_SET, {.shm_perm.mode = 0640})",
                               "shmctl(shm, IPC_RMID, (struct shmid_ds *)NULL)",
                               "strcpy(p, \"Linux Programming\")",
                               "memcpy(p + 6, \"PROGRAM\", 7)",
                               "memset(p + 20, 'x', 3)",
                               "printf(\"%s %s\\n\", (char *)p, p + 20)",
                               "int *n = (int *)(p + 64)",
                               "repeat 1000 { *n += 3 }",
                               "repeat 7 { atomic_fetch_add((int *)(p + 64), 1) }",
                               "n[1] = 5",
                               "*(int *)(p + 64) += 1",
                               "m = *(int *)(p + 64)",
                               "k = p[6]",
                               "printf(\"%d %d %c %d\\n\", m, n[1], k, strlen(\"abc\"))",
                               "shmdt(p)",
                               "shmdt(p)",
                               "shmat(shm, NULL, 0)"}));
        QCOMPARE(outputOf(program), "shmdt: Invalid argument\n"
                                    "shmat: Invalid argument\n"
                                    "Linux PROGRAMming xxx\n"
                                    "3008 5 P 3\n");
    }

    void aProgramForksAndWaits() {
        const std::string program = renderC(
            historyOf({"pid = fork()", "int status", "wait(&status)", "wait(NULL)", "exit(0)"}));
        // The child did nothing: it ends at once, and its parent has no second one.
        QCOMPARE(outputOf(program), "wait: No child processes\n");
    }

    void aFamilyIsOneProgram() {
        ProcessHistory history = historyOf({"pipe(fd)", "printf(\"before\\n\")", "B = fork()"});
        addChild(history, "B", 0,
                 historyOf({"close(fd[1])", "read(fd[0], buf, 64)", "kill(A, 0)", "n = 7",
                            "exit(n - 4)"}));
        append(history, {"write(fd[1], \"hello child\", 11)", "int status", "wait(&status)",
                         "printf(\"%d %d\\n\", WIFEXITED(status), WEXITSTATUS(status))"});
        const std::string program = renderC(history);
        QVERIFY(program.contains(", and its children: B. */"));
        QVERIFY(program.contains("    if (B == 0) {\n        /* process B */\n"));
        QVERIFY(program.contains("getppid()"));
        QVERIFY(!program.contains("usage:"));
        // Each line once, though both had it before them when the fork came.
        QCOMPARE(outputOf(program), "before\nread: 11 bytes: hello child\n1 3\n");
    }

    /// B is a child of A, C of B; D and E are forked by one line.
    void grandchildrenAndTurns() {
        ProcessHistory grandchild = historyOf({"printf(\"C\\n\")"});
        ProcessHistory son = historyOf({"fork()"});
        addChild(son, "C", 0, std::move(grandchild));
        append(son, {"wait(NULL)", "printf(\"B\\n\")"});
        ProcessHistory history = historyOf({"B = fork()"});
        addChild(history, "B", 0, std::move(son));
        append(history, {"wait(NULL)", "repeat 3 { pid = fork(); wait(NULL) }"});
        addChild(history, "D", 0, historyOf({"printf(\"D\\n\")"}));
        addChild(history, "E", 1, historyOf({}));
        addChild(history, "F", 2, historyOf({"pid = 8", "printf(\"F %d\\n\", pid)"}));
        append(history, {"wait(NULL)", "printf(\"end\\n\")"});
        const std::string program = renderC(history);
        QVERIFY(program.contains("children: B C D E F"));
        QCOMPARE(outputOf(program), "C\nB\nD\nF 8\nwait: No child processes\nend\n");
    }

    /// No turn begins earlier than the repeat says.
    void aRepeatKeepsItsPause() {
        const std::string program =
            renderC(historyOf({"repeat 3 every 40 ms { printf(\"x\") }", "printf(\"\\n\")"}));
        QVERIFY(program.contains("untilNext(&next, 40)"));
        QCOMPARE(complaints(program), "");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(outputOf(program), "xxx\n");
        QVERIFY(timer.elapsed() >= 80);
        QVERIFY(!renderC(historyOf({"repeat 3 { n = 1 }"})).contains("untilNext"));
    }

    void gnuSourceIsDefinedOnlyWhereNeeded() {
        const std::string plain = renderC(historyOf({"msgrcv(0, &rbuf, 64, 1, IPC_NOWAIT)"}));
        QVERIFY(!plain.contains("_GNU_SOURCE"));
        const std::string except = renderC(historyOf({"msgrcv(0, &rbuf, 64, 1, MSG_EXCEPT)"}));
        QVERIFY(except.contains("/* MSG_EXCEPT is Linux's own"));
        QVERIFY(except.contains("#define _GNU_SOURCE\n"));
    }

    void anEmptyHistoryIsAProgram() { QCOMPARE(outputOf(renderC(historyOf({}))), ""); }

    /// A variable may have the name of any keyword, macro or function of C.
    void anyNameCanBeAVariable() {
        QFile headers(folder_.filePath("headers.c"));
        QVERIFY(headers.open(QIODevice::WriteOnly));
        headers.write("#define _GNU_SOURCE\n#include <limits.h>\n#include <signal.h>\n"
                      "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
                      "#include <sys/msg.h>\n#include <sys/stat.h>\n#include <unistd.h>\n"
                      "#include <fcntl.h>\n#include <sys/mman.h>\n#include <sys/resource.h>\n"
                      "#include <sys/shm.h>\n#include <sys/wait.h>\n#include <stdatomic.h>\n"
                      "#include <time.h>\n");
        headers.close();
        QProcess preprocessor;
        preprocessor.start("cc", {"-dM", "-E", headers.fileName()});
        QVERIFY(preprocessor.waitForFinished());
        std::vector<std::string> lines{"q = msgget(1, S_IRUSR)",
                                       "msgrcv(q, &m, LONG_MAX, 0, "
                                       "MSG_EXCEPT)",
                                       "kill(B, SIGKILL)",
                                       "open(\"f\", O_DIRECT)",
                                       "n = *(int *)p",
                                       "shm = shmget(1, 4096, 0)",
                                       "p = shmat(shm, NULL, 0)",
                                       "atomic_fetch_add((int *)p, 1)",
                                       "mprotect(p, 4096, PROT_READ)",
                                       "setrlimit(RLIMIT_AS, {5, 5})",
                                       "wait(&status)",
                                       "repeat 2 every 1 ms { fork() }",
                                       "strcpy(p, \"x\")"};
        for (const char* word : {"register", "for", "main", "fprintf", "message", "got", "argv",
                                 "child", "next", "untilNext", "fflush", "clock_gettime"})
            lines.push_back(std::string(word) + " = 1");
        for (const QByteArray& define : preprocessor.readAllStandardOutput().split('\n')) {
            const QByteArray name = define.mid(8).split(' ').value(0).split('(').value(0);
            const std::string line = name.toStdString() + " = 1";
            if (parseStatement(line)) lines.push_back(line);
        }
        QVERIFY(lines.size() > 300);
        QCOMPARE(complaints(renderC(historyOf(lines))), "");
    }

    /// Whatever the parser accepts, even what no kernel would: the program compiles.
    void randomHistoriesCompile() {
        test::RandomLanguage random(31);
        for (int i = 0; i < 40; ++i) {
            ProcessHistory history{.letter = "A", .label = "", .done = {}};
            while (history.done.size() < 40) {
                const Statement statement = random.statement();
                for (const Action& action : statement.actions)
                    history.done.push_back({action, statement.times});
            }
            const QString said = complaints(renderC(history));
            QVERIFY2(said.isEmpty(), qPrintable(said));
        }
    }
};

QTEST_GUILESS_MAIN(TestCSource)
#include "test_c_source.moc"
