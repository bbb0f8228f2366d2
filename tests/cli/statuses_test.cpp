// ipclab-cli as its users meet it: what it prints, and with which status it ends.
#include "tests/cli/finished.h"
#include "tests/support/ordinary_user.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ipclab;

namespace {

const QString program = IPCLAB_PROGRAMS "/ipclab-cli";

/// With the words behind its name; the shell takes them apart.
Finished cli(const std::string& words, const std::string& input = {}) {
    return runShell("exec \"$CLI\" " + words, input);
}

Finished playPrivately(const std::string& script, const std::string& options = {}) {
    return cli("run --private " + options + " -", script);
}

} // namespace

class StatusesTest : public QObject {
    Q_OBJECT
private slots:
    void aScriptThatHolds();
    void aScriptThatDoesNotHold();
    void aLineThatCannotBeMade();
    void wrongScriptsRunNothing_data();
    void wrongScriptsRunNothing();
    void wrongCommandLines_data();
    void wrongCommandLines();
    void aUserWhoCannotBeHadRunsNothing();
    void withoutASupervisorThereIsNoLab();
    void jsonIsOneObjectALine();
    void jsonTellsWhatASegmentIs();
    void theDeadlineEndsALoop();
    void eventsArePrintedAsTheyCome();
    void lessonsStandInColumns();
    void callsAreListed();
    void itSaysWhatItIs();
};

void StatusesTest::aScriptThatHolds() {
    const Finished done = playPrivately("A: pipe(fd)  = 0\nA: write(fd[1], \"hi\", 2)  = 2\n"
                                        "A: read(fd[0], buf, 64)  = 2 \"hi\"\n");
    QCOMPARE(done.status, 0);
    QCOMPARE(done.errors, QByteArray());
    QVERIFY2(done.out.contains("A: read(fd[0], buf, 64)  = 2 \"hi\"\n"), done.out);
}

void StatusesTest::aScriptThatDoesNotHold() {
    const Finished done =
        playPrivately("A: pipe(fd)  = 0\nA: write(fd[1], \"hi\", 2)  = 3\nA: close(fd[1])\n");
    QCOMPARE(done.status, 1);
    QCOMPARE(done.errors, QByteArray("standard input:2:1: expected = 3, got = 2\n"
                                     "    A: write(fd[1], \"hi\", 2)  = 3\n"));
    QVERIFY(!done.out.contains("close"));
}

/// What only the run can know is said as it is.
void StatusesTest::aLineThatCannotBeMade() {
    const Finished done = playPrivately("A: n = 950\nA: close(n)\n");
    QCOMPARE(done.status, 1);
    QCOMPARE(
        done.errors,
        QString("standard input:2:1: fd is 950, and descriptors from 900 on are the lab's own\n"
                "    A: close(n)\n"));
}

void StatusesTest::wrongScriptsRunNothing_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* line, const char* place) {
        QTest::newRow(line) << QByteArray(line) << place;
    };
    row("A: msgsend(q, {1, \"x\"}, 1, 0)", "2:4: unknown call");
    row("A: q = msgget(99999999999, 0)", "2:15: key is");
    row("A: repeat 2 { w = dup(0); close(w) }", "2:33: what a repeat uses");
    row("A: repeat 2 { n = 1 }", "2:15: a repeat makes system calls");
    row("A: msgctl(7, IPC_RMID, NULL)", "2:11: a number could be");
    row("process C as root", "2:1: a script starts no process as root");
}

void StatusesTest::wrongScriptsRunNothing() {
    QFETCH(QByteArray, line);
    QFETCH(QString, place);
    const Finished done = playPrivately("A: mkfifo(\"x\", 0600)\n" + line.toStdString() + "\n");
    QCOMPARE(done.status, 2);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.errors.startsWith("standard input:" + place.toUtf8()), done.errors);
}

void StatusesTest::wrongCommandLines_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* words, const char* said) {
        QTest::newRow(words) << words << said;
    };
    row("", "what is to be done?");
    row("play", "there is no command 'play'");
    row("run", "run needs a lesson, a file, or -");
    row("run --quick -", "there is no option '--quick'");
    row("run a b", "one lesson or script at a time");
    row("run --deadline soon -", "--deadline takes seconds, not 'soon'");
    row("run --deadline 0 -", "--deadline takes seconds, not '0'");
    row("run --deadline", "--deadline takes seconds, not ''");
    row("list all", "'list' takes no arguments");
    row("run no-such-lesson", "no lesson and no file is called 'no-such-lesson'");
}

void StatusesTest::wrongCommandLines() {
    QFETCH(QString, words);
    QFETCH(QString, said);
    const Finished done = cli(words.toStdString());
    QCOMPARE(done.status, 2);
    QCOMPARE(done.out, QByteArray());
    QVERIFY2(done.errors.contains(said.toUtf8()), done.errors);
}

/// It is known before the first step, so the first step is not made either.
void StatusesTest::aUserWhoCannotBeHadRunsNothing() {
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
    QFile script(folder.filePath("script.ipc"));
    QVERIFY(script.open(QFile::WriteOnly));
    script.write("A: mkfifo(\"x\", 0600)\nprocess C as carol\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::Permissions(0x6644)));
    const OrdinaryRun done =
        runAsOrdinaryUser(program, {"run", "--private", script.fileName()}, false);
    if (!done.obstacle.isEmpty()) QSKIP(qPrintable(done.obstacle));
    QVERIFY2(done.output.contains("script.ipc:2:1: carol cannot be chosen: "),
             qPrintable(done.output));
    QCOMPARE(done.exitCode, 2);
    QVERIFY2(!done.output.contains("= 0"), qPrintable(done.output));
}

void StatusesTest::withoutASupervisorThereIsNoLab() {
    QTemporaryDir folder;
    const QString alone = folder.filePath("ipclab-cli");
    QVERIFY(QFile::copy(program, alone));
    const Finished done =
        runShell("exec " + alone.toStdString() + " run -", "A: mkfifo(\"x\", 0600)\n");
    QVERIFY2(done.errors.startsWith("ipclab-cli: "), done.errors);
    QCOMPARE(done.status, 3);
    QCOMPARE(done.out, QByteArray());
}

void StatusesTest::jsonIsOneObjectALine() {
    const Finished done = playPrivately("A: pipe(fd)  = 0\n", "--json");
    QCOMPARE(done.status, 0);
    const QStringList lines = QString::fromUtf8(done.out).split('\n', Qt::SkipEmptyParts);
    bool returned = false;
    for (const QString& line : lines) {
        const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8());
        QVERIFY2(document.isObject(), qPrintable(line));
        QVERIFY2(document.object().contains("seq"), qPrintable(line));
        returned = returned || document.object()["kind"] == "returned";
    }
    QVERIFY(returned);
}

void StatusesTest::jsonTellsWhatASegmentIs() {
    const Finished done = playPrivately("A: s = shmget(1234, 100, IPC_CREAT|0640)\n"
                                        "A: shmctl(s, IPC_STAT, &ds)\n",
                                        "--json");
    QCOMPARE(done.status, 0);
    bool returned = false, seen = false;
    for (const QByteArray& line : done.out.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        const QJsonObject stat = event["stat"].toObject();
        if (stat["shm_segsz"] != 100 || stat["mode"] != "0640" || stat["key"] != 1234) continue;
        returned = returned || event["kind"] == "returned";
        seen = seen || event["kind"] == "segment";
    }
    QVERIFY2(returned && seen, done.out);
}

/// The loop makes events faster than anybody could print them, and for longer than anybody waits.
void StatusesTest::theDeadlineEndsALoop() {
    const Finished done = playPrivately("A: repeat 1000000000 { kill(A, 0) }\n", "--deadline 1");
    QCOMPARE(done.status, 1);
    QCOMPARE(done.errors,
             QByteArray("standard input:1:1: this has not come to an end after 1000 ms\n"
                        "    A: repeat 1000000000 { kill(A, 0) }\n"));
    QVERIFY(done.out.count('\n') > 1);
}

void StatusesTest::eventsArePrintedAsTheyCome() {
    QProcess process;
    process.start(program, {"run", "--private", "--deadline", "100000", "-"});
    process.write("A: repeat 1000000 every 100 ms { kill(A, 0) }\n");
    process.closeWriteChannel();
    QByteArray out;
    while (!out.contains("kill(A, 0)")) {
        QVERIFY2(process.waitForReadyRead(-1), "it ended before it printed");
        out += process.readAllStandardOutput();
    }
    QCOMPARE(process.state(), QProcess::Running);
    process.terminate();
    QVERIFY(process.waitForFinished(-1));
}

void StatusesTest::lessonsStandInColumns() {
    const Finished done = cli("list");
    QCOMPARE(done.status, 0);
    const QStringList lines = QString::fromUtf8(done.out).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), QDir(IPCLAB_LESSONS_FOLDER).entryList({"*.md"}).size());
    const auto title = [](const QString& line) { return line.lastIndexOf("  ") + 2; };
    for (const QString& line : lines)
        QCOMPARE(title(line), title(lines.front()));
}

void StatusesTest::callsAreListed() {
    const Finished done = cli("calls");
    QCOMPARE(done.status, 0);
    for (const char* each : {"int msgget(key_t key, int msgflg);   msgget(2), <sys/msg.h>\n",
                             "    flags    O_NOTIFICATION_PIPE ", "n = *p;", "*p = value;"})
        QVERIFY2(done.out.contains(each), each);
    QVERIFY(!done.out.contains("stddef.h"));
}

void StatusesTest::itSaysWhatItIs() {
    const Finished help = cli("--help");
    QCOMPARE(help.status, 0);
    for (const char* each : {"pipes", "FIFOs", "message queues", "shared memory", "--deadline"})
        QVERIFY2(help.out.contains(each), each);
    const Finished version = cli("--version");
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.startsWith("ipclab-cli "));
}

QTEST_GUILESS_MAIN(StatusesTest)
#include "statuses_test.moc"
