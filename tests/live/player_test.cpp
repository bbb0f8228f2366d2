// The player on real processes: step by step without waiting, and what it says when a line goes
// otherwise than it expects.
#include "engine/lesson/lab_playground.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <sys/msg.h>

using namespace ipclab;

namespace {

std::unique_ptr<Lab> openLab() {
    LabOptions options;
    options.programs = IPCLAB_PROGRAMS;
    auto lab = Lab::open(options);
    if (!lab) qFatal("%s", lab.error().message().c_str());
    return std::move(*lab);
}

/// Plays a script to its end or first difference; gives the difference.
QString play(const std::string& text) {
    const auto lab = openLab();
    const auto lesson = parseScriptAsLesson(text, "script");
    if (!lesson) return QString::fromStdString(lesson.error().message);
    LabPlayground playground(*lab);
    Player player(*lesson, playground);
    while (!player.isOver() && !player.failure())
        playStep(player, *lab, std::chrono::seconds(20));
    if (!player.failure()) return {};
    return QString::fromStdString(player.failure()->message("s")).section('\n', 0, 0);
}

const std::string fresh = "A: q = msgget(IPC_PRIVATE, 0600)  = 0\n";

} // namespace

class PlayerTest : public QObject {
    Q_OBJECT
private slots:
    void aDifferenceIsSaidInTheLanguageOfCalls_data();
    void aDifferenceIsSaidInTheLanguageOfCalls();
    void aStepIsPlayedWithoutWaiting();
    void aFailedStepIsNotPlayedToItsEnd();
    void aQueueOfAnotherProgramStaysUntouched();
    void aRepeatThatUsesWhatItSetsIsNotGiven();
};

void PlayerTest::aDifferenceIsSaidInTheLanguageOfCalls_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("difference");
    const auto row = [](const char* name, const std::string& script, const char* difference) {
        QTest::newRow(name) << QString::fromStdString(fresh + script) << difference;
    };
    row("as expected",
        "A: msgsnd(q, {1, \"hi\"}, 2, 0)  = 0\n"
        "A: msgrcv(q, &b, 9, 0, 0)  = 2 {1, \"hi\"}",
        "");
    row("success expected", "A: msgsnd(q, {0, \"hi\"}, 2, 0)  = 0",
        "s:2:1: expected = 0, got = -1 EINVAL");
    row("another errno expected", "A: msgrcv(q, &b, 9, 0, IPC_NOWAIT)  = -1 EAGAIN",
        "s:2:1: expected = -1 EAGAIN, got = -1 ENOMSG");
    row("a sleep expected", "A: msgsnd(q, {1, \"hi\"}, 2, 0)  blocks",
        "s:2:1: expected blocks, got = 0");
    row("no sleep expected", "A: msgrcv(q, &b, 9, 0, 0)  = 2 {1, \"hi\"}",
        "s:2:1: expected = 2 {1, \"hi\"}, got blocks");
    row("another message expected",
        "A: msgsnd(q, {1, \"hi\"}, 2, 0)\n"
        "A: msgrcv(q, &b, 9, 0, 0)  = 2 {1, \"ho\"}",
        "s:3:1: expected = 2 {1, \"ho\"}, got = 2 {1, \"hi\"}");
    row("another type expected",
        "A: msgsnd(q, {1, \"hi\"}, 2, 0)\n"
        "A: msgrcv(q, &b, 9, 0, 0)  = 2 {2, \"hi\"}",
        "s:3:1: expected = 2 {2, \"hi\"}, got = 2 {1, \"hi\"}");
    row("other fields expected",
        "A: msgctl(q, IPC_STAT, &d)  = 0 {.msg_qnum = 3, .msg_perm.mode = 0600, .msg_cbytes = 1}",
        "s:2:1: expected = 0 {.msg_qnum = 3, .msg_perm.mode = 0600, .msg_cbytes = 1}, got = 0 "
        "{.msg_qnum = 0, .msg_cbytes = 0}");
    row("a wake expected", "A: msgrcv(q, &b, 9, 0, 0)  blocks\nA: returns  = 0",
        "s:3:1: expected = 0, got blocks");
    row("an end expected", "A: kill(A, 0)  killed SIGKILL",
        "s:2:1: expected killed SIGKILL, got = 0");
    row("a line that cannot be made", "A: n = 950\nA: close(n)  = 0",
        "s:3:1: fd is 950, and descriptors from 900 on are the lab's own");
    row("the same queue expected", "A: p = msgget(IPC_PRIVATE, 0600)  = 0",
        "s:2:1: expected = 0, got = "); // and the identifier, which is another each time
    row("another queue expected",
        "A: p = msgget(IPC_PRIVATE, 0600)  = 1\nA: r = msgget(IPC_PRIVATE, 0600)  = 2", "");
}

void PlayerTest::aDifferenceIsSaidInTheLanguageOfCalls() {
    QFETCH(QString, script);
    QFETCH(QString, difference);
    const QString got = play(script.toStdString());
    const bool isIdentifier = difference.endsWith(' ');
    QVERIFY2(isIdentifier ? got.startsWith(difference) : got == difference, qPrintable(got));
}

void PlayerTest::aStepIsPlayedWithoutWaiting() {
    const auto lab = openLab();
    QSemaphore changed;
    lab->onEvents([&changed] { changed.release(); });
    const auto lesson = parseLesson("# T\n\n```ipc\n" + fresh +
                                    "A: msgrcv(q, &b, 9, 0, 0)  blocks\n```\n\n"
                                    "```ipc\nA: kill(A, SIGKILL)\n```\n");
    QVERIFY2(!lesson || lesson->steps.size() == 2, "two blocks");
    QVERIFY2(lesson, lesson ? "" : lesson.error().message.c_str());
    LabPlayground playground(*lab);
    Player player(*lesson, playground);
    player.begin();
    QVERIFY(!player.poll()); // the process is not even there
    QVERIFY(player.isPlaying());
    while (!player.poll())
        QVERIFY(changed.tryAcquire(1, 20'000));
    QVERIFY2(!player.failure(), player.failure() ? player.failure()->message("s").c_str() : "");
    QCOMPARE(player.begun(), 1U);
    QVERIFY(!player.isOver());
    QCOMPARE(lab->world()->process("A")->state, ProcessState::Asleep);
    lab->onEvents({});
}

void PlayerTest::aFailedStepIsNotPlayedToItsEnd() {
    const auto lab = openLab();
    const auto lesson = parseLesson("# T\n\n```ipc\n" + fresh + "A: msgsnd(q, {0}, 0, 0)  = 0\n" +
                                    "A: msgsnd(q, {1}, 0, 0)  = 0\n```\n\n"
                                    "```ipc\nA: msgctl(q, IPC_STAT, &d)  = 0 {.msg_qnum = 0}\n"
                                    "```\n");
    QVERIFY(lesson);
    LabPlayground playground(*lab);
    Player player(*lesson, playground);
    playStep(player, *lab, std::chrono::seconds(20));
    QVERIFY(player.failure());
    QCOMPARE(player.failure()->at.line, 5);
    playStep(player, *lab, std::chrono::seconds(20)); // the next step can still be played
    QVERIFY2(!player.failure(), player.failure() ? player.failure()->message("s").c_str() : "");
    QVERIFY(player.isOver());
}

void PlayerTest::aQueueOfAnotherProgramStaysUntouched() {
    // Any free key; the "other program" is this test.
    key_t key = 0x49504c;
    int foreign = -1;
    while ((foreign = ::msgget(key, IPC_CREAT | IPC_EXCL | 0666)) == -1 && errno == EEXIST)
        ++key;
    QVERIFY(foreign >= 0);
    const QString refused = play(QString("A: q = msgget(IPC_PRIVATE, 0600)\n"
                                         "A: p = msgget(%1, IPC_CREAT|0600)\n"
                                         "A: msgctl(p, IPC_RMID, NULL)\n")
                                     .arg(key)
                                     .toStdString());
    msqid_ds kept{};
    const int looked = ::msgctl(foreign, IPC_STAT, &kept);
    ::msgctl(foreign, IPC_RMID, nullptr);
    QVERIFY2(refused.startsWith(QString("s:2:15: key %1 already belongs").arg(key)),
             qPrintable(refused));
    QCOMPARE(looked, 0);
    QCOMPARE(kept.msg_perm.mode & 0777, 0666);
}

/// Typed in the window, where no script was checked before: only the lab knows that b is a buffer.
void PlayerTest::aRepeatThatUsesWhatItSetsIsNotGiven() {
    const auto lab = openLab();
    QVERIFY(lab->addProcess("A", "", "alice"));
    for (const char* line : {"A: w = 0", "A: char b[8]", "A: p = (char *)8"})
        QVERIFY(lab->give(*parseStatement(line)));
    for (const char* line :
         {"A: repeat 2 { w = dup(0); close(w) }",
          "A: repeat 2 { strcpy(b, \"x\"); write(9, b, 1) }", "A: repeat 2 { w = 1 }"}) {
        const auto given = lab->give(*parseStatement(line));
        QVERIFY2(!given && given.error().what.contains("repeat"), line);
    }
    QVERIFY(lab->waitUntilQuiet(std::chrono::seconds(20)));
    QCOMPARE(lab->world()->calls, 0U);
    QCOMPARE(lab->world()->process("A")->state, ProcessState::Ready);
    // Through a pointer it is memory, and the address is what does not change.
    QVERIFY(lab->give(*parseStatement("A: repeat 2 { strcpy(p, \"x\"); write(9, p, 1) }")));
}

QTEST_GUILESS_MAIN(PlayerTest)
#include "player_test.moc"
