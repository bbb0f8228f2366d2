// A lesson is data from strangers: what it may touch is decided before its first step.
#include "engine/lesson/lesson.h"
#include "engine/lesson/refuse.h"

#include <QTest>

using namespace ipclab;

class RefuseTest : public QObject {
    Q_OBJECT
private slots:
    void onlyWhatTheLabMadeMayBeTouched_data();
    void onlyWhatTheLabMadeMayBeTouched();
    void keysAreKnownBeforeTheStart();
    void aKeyOfAnotherProgramIsRefused();
};

void RefuseTest::onlyWhatTheLabMadeMayBeTouched_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("refusedAt"); // "line:column", or empty
    const QString get = "A: q = msgget(1234, IPC_CREAT|0600)\n";
    QTest::newRow("what msgget gave") << get + "A: msgctl(q, IPC_RMID, NULL)" << "";
    QTest::newRow("nobody's identifier") << "A: msgrcv(-1, &b, 8, 0, 0)" << "";
    QTest::newRow("through a cast") << get + "A: msgctl((int)q, IPC_RMID, NULL)" << "";
    QTest::newRow("a number") << "A: msgctl(32769, IPC_RMID, NULL)" << "1:11";
    QTest::newRow("a number behind a cast") << "A: msgctl((int)0, IPC_RMID, NULL)" << "1:16";
    QTest::newRow("a sum") << get + "A: msgctl(q + 1, IPC_RMID, NULL)" << "2:11";
    QTest::newRow("a variable set to a number")
        << get + "A: q = 32769\nA: msgctl(q, IPC_RMID, NULL)" << "3:11";
    QTest::newRow("a variable set to -1") << get + "A: q = -1\nA: msgctl(q, IPC_RMID, NULL)" << "";
    QTest::newRow("a variable set by another call")
        << get + "A: q = msgsnd(q, {1}, 0, 0)\nA: msgctl(q, IPC_RMID, NULL)" << "2:15";
    for (const char* call : {"memcpy(&q, \"\\1\\2\\3\", 4)", "read(0, &q, 4)", "wait(&q)",
                             "memset((char *)&q, 1, 4)", "msgrcv(-1, &q, 8, 0, 0)"})
        QTest::newRow(call) << get + "A: " + call + "\nA: msgctl(q, IPC_RMID, NULL)" << "3:11";
    QTest::newRow("a key that a call wrote into")
        << "A: key = 1234\nA: memcpy(&key, \"\\1\\2\", 4)\nA: q = msgget(key, 0)" << "3:15";
    QTest::newRow("the child in a variable that wait wrote into")
        << "A: pid = fork()\nA: wait(&pid)\nA: kill(pid, SIGKILL)" << "3:9";
    QTest::newRow("a process of the script")
        << get + "B: q = msgget(1234, 0)\nA: kill(B, SIGKILL)" << "";
    QTest::newRow("any process") << "A: kill(1, SIGKILL)" << "1:9";
    QTest::newRow("all processes") << "A: kill(-1, SIGKILL)" << "1:9";
    QTest::newRow("a number in a variable") << "A: x = 1\nA: kill(x, SIGKILL)" << "2:9";
    QTest::newRow("root") << "process A as root\nA: q = msgget(1, IPC_CREAT)" << "1:1";
    const QString getSegment = "A: m = shmget(1234, 100, IPC_CREAT|0600)\n";
    QTest::newRow("what shmget gave") << getSegment + "A: p = shmat(m, NULL, 0)" << "";
    QTest::newRow("a segment's number") << "A: shmctl(0, IPC_RMID, NULL)" << "1:11";
    QTest::newRow("a queue's identifier as a segment's")
        << get + "A: shmctl(q, IPC_RMID, NULL)" << "2:11";
    QTest::newRow("declared, and set by shmget")
        << "A: int m\n" + getSegment + "A: p = shmat(m, NULL, 0)" << "";
    QTest::newRow("declared only") << "A: int m\nA: p = shmat(m, NULL, 0)" << "2:14";
    QTest::newRow("a key of ftok")
        << "A: key = ftok(\"keyfile\", 1)\nA: m = shmget(key, 100, IPC_CREAT|0600)" << "";
    QTest::newRow("a key of ftok, changed")
        << "A: key = ftok(\"keyfile\", 1)\nA: key = key + 1\nA: m = shmget(key, 1, 0)" << "3:15";
    QTest::newRow("a forked child") << "A: B = fork()\nA: kill(B, SIGKILL)" << "";
    QTest::newRow("the child in a variable") << "A: pid = fork()\nA: kill(pid, SIGKILL)" << "";
    QTest::newRow("the child in a variable that was changed")
        << "A: pid = fork()\nA: pid = pid + 1\nA: kill(pid, SIGKILL)" << "3:9";
    QTest::newRow("a computed key") << get + "A: p = msgget(q, IPC_CREAT|0600)" << "2:15";
}

void RefuseTest::onlyWhatTheLabMadeMayBeTouched() {
    QFETCH(QString, script);
    QFETCH(QString, refusedAt);
    const auto lesson = parseScriptAsLesson(script.toStdString(), "a script");
    QString at;
    if (!lesson) at = QString("%1:%2").arg(lesson.error().at.line).arg(lesson.error().at.column);
    QVERIFY2(at == refusedAt, lesson ? "not refused" : lesson.error().message.c_str());
}

void RefuseTest::keysAreKnownBeforeTheStart() {
    const auto script = parseScript("A: key = 0x4d2\n"
                                    "A: q = msgget(key, IPC_CREAT|0600)\n"
                                    "B: q = msgget((key_t)77, 0)\n"
                                    "B: p = msgget(1234, 0)\n"
                                    "B: r = msgget(IPC_PRIVATE, 0600)\n");
    QVERIFY2(script, script ? "" : script.error().message.c_str());
    QVERIFY(!refuse(*script));
    const auto keys = usedKeys(script->statements);
    QCOMPARE(keys.size(), 2U);
    QCOMPARE(keys[0].key, 1234);
    QCOMPARE(keys[1].key, 77);
    QCOMPARE(keys[1].at.line, 3);
}

void RefuseTest::aKeyOfAnotherProgramIsRefused() {
    const std::string_view table =
        "       key      msqid perms      cbytes       qnum lspid lrpid   uid   gid  cuid  cgid "
        "     stime      rtime      ctime\n"
        "      1234          7   644           0          0     0     0  1000  1000  1000  1000 "
        "         0          0 1700000000\n"
        "        -1          8   644           0          0     0     0  1000  1000  1000  1000 "
        "         0          0 1700000000\n";
    QVERIFY(!refuseTakenKeys({{77, {1, 1}}}, table));
    QVERIFY(!refuseTakenKeys({{1234, {1, 1}, event::ObjectKind::Segment}}, table));
    const std::string segments =
        std::string(table) + "       key      shmid perms\n      5  0  600\n";
    QVERIFY(!refuseTakenKeys({{5, {1, 1}}}, segments));
    QVERIFY(refuseTakenKeys({{5, {1, 1}, event::ObjectKind::Segment}}, segments));
    QVERIFY(!refuseTakenKeys({{1234, {1, 1}}}, table.substr(0, table.find('\n') + 1)));
    const auto refused = refuseTakenKeys({{77, {1, 1}}, {1234, {4, 15}}}, table);
    QVERIFY(refused);
    QCOMPARE(refused->at.line, 4);
    QVERIFY(QString::fromStdString(refused->message).contains("1234"));
    QVERIFY(refuseTakenKeys({{0xffffffff, {1, 1}}}, table)); // msgget(-1): what a failed ftok gives
}

QTEST_GUILESS_MAIN(RefuseTest)
#include "refuse_test.moc"
