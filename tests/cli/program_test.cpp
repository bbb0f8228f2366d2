// ipclab-cli as a shell sees it: its exit status, what it prints, and what it says where it cannot
// read its input or write its output.
#include "engine/call/words.h"
#include "engine/cli/event_text.h"
#include "tests/cli/finished.h"

#include <QTemporaryDir>
#include <QTest>
#include <fmt/format.h>
#include <fstream>

using namespace ipclab;

namespace {

const std::string quick = "A: q = msgget(IPC_PRIVATE, 0600) = 0\n";

const QByteArray closedOutput =
    "ipclab-cli: writing to standard output: Bad file descriptor (EBADF)\n";

/// A script of so many bytes, whose last line cannot come true.
std::string scriptOf(std::size_t bytes) {
    const std::string last = "A: close(99) = 0\n";
    std::string script = "A: q = msgget(IPC_PRIVATE, 0600)\n";
    const std::string comment = "// " + std::string(60, 'x') + '\n';
    while (script.size() + comment.size() + last.size() <= bytes)
        script += comment;
    script.append(bytes - script.size() - last.size(), '\n');
    return script + last;
}

void verifyStatus(const Finished& run, int status) {
    QVERIFY2(run.status == status,
             qPrintable(QString("status %1: %2%3").arg(run.status).arg(run.out, run.errors)));
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT
private slots:
    void aLongScriptIsPlayedToItsEnd();
    void aScriptThatIsTooLongIsRefusedWithItsLimit();
    void anEndlessInputIsReadToTheLimitOnly_data();
    void anEndlessInputIsReadToTheLimitOnly();
    void anInputThatCannotBeReadIsNamed();
    void aFileOutOfReachIsNamed();
    void aLineThatFailedIsShownSafely();
    void jsonNamesWhatChangedOutside();
    void aClosedOutputHarmsNoLab();
    void outputThatCannotBeWrittenIsAnError_data();
    void outputThatCannotBeWrittenIsAnError();
    void aClosedStandardErrorIsNoHindrance();
    void withTooFewDescriptorsNoLabIsOpened();
    void withTooSmallFilesNoLabIsOpened();
    void anArrayIsNotOverrun_data();
    void anArrayIsNotOverrun();
    void minusOneMayBeAValue();
    void theCallThatKillsIsPrinted();
};

void ProgramTest::aLongScriptIsPlayedToItsEnd() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath("long.ipc").toStdString();
    const std::string script = scriptOf(maxScriptBytes);
    std::ofstream(file) << script;
    for (const Finished& run : {runShell("exec \"$CLI\" run " + file), play(script)}) {
        verifyStatus(run, 1);
        QVERIFY2(run.errors.contains("expected = 0, got"), run.errors);
    }
}

void ProgramTest::aScriptThatIsTooLongIsRefusedWithItsLimit() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath("too-long.ipc").toStdString();
    const std::string script = scriptOf(maxScriptBytes + 1);
    std::ofstream(file) << script;
    for (const Finished& run : {runShell("exec \"$CLI\" run " + file), play(script)}) {
        verifyStatus(run, 2);
        QVERIFY2(run.errors.contains("a script has at most 4194304 bytes (maxScriptBytes)"),
                 run.errors);
        QCOMPARE(run.out, QByteArray());
    }
}

void ProgramTest::anEndlessInputIsReadToTheLimitOnly_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("zero") << "/dev/zero";
    QTest::newRow("urandom") << "/dev/urandom";
}

void ProgramTest::anEndlessInputIsReadToTheLimitOnly() {
    QFETCH(QString, file);
    for (const char* how : {"exec \"$CLI\" run - <", "exec \"$CLI\" run "}) {
        const Finished run = runShell(how + file.toStdString());
        verifyStatus(run, 2);
        QVERIFY2(run.errors.contains("maxScriptBytes"), run.errors);
    }
}

void ProgramTest::anInputThatCannotBeReadIsNamed() {
    const Finished closed = runShell("exec \"$CLI\" run - <&-");
    verifyStatus(closed, 2);
    QCOMPARE(closed.errors, QByteArray("standard input: Bad file descriptor (EBADF)\n"));
    const Finished folder = runShell("exec \"$CLI\" run - </");
    verifyStatus(folder, 2);
    QCOMPARE(folder.errors, QByteArray("standard input: Is a directory (EISDIR)\n"));
}

void ProgramTest::aFileOutOfReachIsNamed() {
    const std::string name(300, 'x');
    const Finished run = runShell("exec \"$CLI\" run " + name);
    verifyStatus(run, 2);
    QCOMPARE(run.errors, QByteArray::fromStdString(name + ": File name too long (ENAMETOOLONG)\n"));
}

/// A script is from strangers, and a terminal obeys what is in there.
void ProgramTest::aLineThatFailedIsShownSafely() {
    const Finished run = play("A: pipe(fd)\nA: write(fd[1], \"\x1b]0;title\a\", 3) = 4\n");
    verifyStatus(run, 1);
    QCOMPARE(run.errors, QByteArray("standard input:2:1: expected = 4, got = 3\n"
                                    "    A: write(fd[1], \"\\033]0;title\\007\", 3) = 4\n"));
}

void ProgramTest::jsonNamesWhatChangedOutside() {
    using Kind = event::OutsideChange::Kind;
    const auto json = [](event::OutsideChange change) {
        return eventJson({7, 8, engineProcess, std::move(change)}, World());
    };
    QCOMPARE(json({Kind::Sent, 3, 44, 2, "", event::ObjectKind::Queue, 0, 0}),
             R"({"seq":7,"time_ns":8,"process":"lab","kind":"outside","change":"sent",)"
             R"("queue":3,"pid":44,"count":2,"what":""})");
    QCOMPARE(json({Kind::Written, 3, 44, 2, "", event::ObjectKind::Segment, 0, 100}),
             R"({"seq":7,"time_ns":8,"process":"lab","kind":"outside","change":"written",)"
             R"("segment":3,"offset":100,"pid":44,"count":2,"what":""})");
    QCOMPARE(json({Kind::Taken, -1, 0, 5, "", event::ObjectKind::Pipe, 4711, 0}),
             R"({"seq":7,"time_ns":8,"process":"lab","kind":"outside","change":"taken",)"
             R"("pipe":4711,"pid":0,"count":5,"what":""})");
}

/// Were a number from 0 to 2 free, the board of the lab would get it, and text written into it.
void ProgramTest::aClosedOutputHarmsNoLab() {
    const Finished run = runShell("exec \"$CLI\" run - >&-", quick);
    verifyStatus(run, 4);
    QCOMPARE(run.errors, closedOutput);
}

void ProgramTest::outputThatCannotBeWrittenIsAnError_data() {
    QTest::addColumn<QString>("command");
    for (const char* command : {"calls", "list", "--help", "--version", "run -", "run --json -"})
        QTest::newRow(command) << command;
}

void ProgramTest::outputThatCannotBeWrittenIsAnError() {
    QFETCH(QString, command);
    const std::string line = fmt::format("exec \"$CLI\" {} >", command.toStdString());
    const Finished full = runShell(line + "/dev/full", quick);
    verifyStatus(full, 4);
    QCOMPARE(full.errors, QByteArray("ipclab-cli: writing to standard output: No space left on "
                                     "device (ENOSPC)\n"));
    const Finished closed = runShell(line + "&-", quick);
    verifyStatus(closed, 4);
    QCOMPARE(closed.errors, closedOutput);
}

void ProgramTest::aClosedStandardErrorIsNoHindrance() {
    for (const char* where : {"2>&-", "2>/dev/full"}) {
        verifyStatus(runShell(fmt::format("exec \"$CLI\" nonsense {}", where)), 2);
        verifyStatus(runShell(fmt::format("exec \"$CLI\" run - {}", where), "nonsense"), 2);
        verifyStatus(runShell(fmt::format("exec \"$CLI\" run - {}", where), quick), 0);
    }
}

void ProgramTest::withTooFewDescriptorsNoLabIsOpened() {
    const Finished run = runShell("ulimit -n 32; exec \"$CLI\" run -", quick);
    verifyStatus(run, 3);
    QCOMPARE(run.errors, QByteArray("ipclab-cli: a process of the lab needs 1024 descriptors, and "
                                    "the hard limit here is 32: see ulimit -Hn\n"));
}

void ProgramTest::withTooSmallFilesNoLabIsOpened() {
    const Finished run = runShell("ulimit -f 0; exec \"$CLI\" run -", quick);
    verifyStatus(run, 3);
    QVERIFY2(run.errors.contains("File too large (EFBIG)"), run.errors);
}

void ProgramTest::anArrayIsNotOverrun_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("why");
    QTest::newRow("an item") << "A: int fd[2]\nA: fd[5] = 1\n"
                             << "fd has 2 items, counted from 0, so there is no fd[5]";
    QTest::newRow("pipe") << "A: int fd[1]\nA: pipe(fd)\n"
                          << "fd has room for 4 bytes, and pipe may write 8";
    QTest::newRow("read") << "A: pipe(fd)\nA: write(fd[1], \"hello child\", 11)\nA: char b[4]\n"
                             "A: read(fd[0], b, 11)\n"
                          << "b has room for 4 bytes, and read may write 11";
}

void ProgramTest::anArrayIsNotOverrun() {
    QFETCH(QString, script);
    QFETCH(QString, why);
    const Finished run = play(script.toStdString());
    verifyStatus(run, 2);
    QVERIFY2(run.errors.contains(why.toUtf8()), run.errors);
}

void ProgramTest::minusOneMayBeAValue() {
    const Finished run = play("A: shm = shmget(IPC_PRIVATE, 4096, 0600)\n"
                              "A: int *p = (int *)shmat(shm, NULL, 0)\n"
                              "A: *p = -1\n"
                              "A: n = *p\n"
                              "A: atomic_fetch_add(p, 0)\n"
                              "A: shmdt(8) = -1 EINVAL\n");
    verifyStatus(run, 0);
    QVERIFY2(run.out.contains("A: *p = -1  = -1\n"), run.out);
    QVERIFY2(run.out.contains("A: n = *p  = -1\n"), run.out);
    QVERIFY2(run.out.contains("A: atomic_fetch_add(p, 0)  = -1\n"), run.out);
    QVERIFY2(run.out.contains("A: shmdt(8)  = -1 EINVAL\n"), run.out);
}

void ProgramTest::theCallThatKillsIsPrinted() {
    const Finished run = play("A: strcpy((char *)16, \"x\") killed SIGSEGV\n"
                              "B: kill(B, SIGKILL) killed SIGKILL\n"
                              "C: q = msgget(IPC_PRIVATE, 0600)\n"
                              "C: msgrcv(q, &rbuf, 64, 0, 0) blocks\n"
                              "D: kill(C, SIGTERM) = 0\n"
                              "C: killed SIGTERM\n"
                              "D: exit(3)\n");
    verifyStatus(run, 0);
    QVERIFY2(run.out.contains("A: strcpy((char *)16, \"x\")  killed SIGSEGV at 0x10\n"), run.out);
    QVERIFY2(run.out.contains("B: kill(B, SIGKILL)  killed SIGKILL\n"), run.out);
    QCOMPARE(run.out.count("msgrcv("), 1);
    QVERIFY2(run.out.contains("  C: killed SIGTERM\n"), run.out);
    QVERIFY2(run.out.contains("D: exit(3)  exits 3\n"), run.out);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
