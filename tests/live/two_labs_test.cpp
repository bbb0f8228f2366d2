// Two labs at once beside all other queues of the system: each sees the other as it sees any
// program, and cleans up only what is its own.
#include "tests/live/live_lab.h"

#include <array>
#include <filesystem>
#include <fmt/format.h>

using namespace ipclab;

namespace {

/// What both labs do, at once where that is possible.
void runInBoth(LiveLab& one, LiveLab& other, const std::string& line) {
    one.give(line);
    other.give(line);
    QVERIFY(one->waitUntilQuiet(std::chrono::seconds(20)));
    QVERIFY(other->waitUntilQuiet(std::chrono::seconds(20)));
}

} // namespace

class TwoLabsTest : public QObject {
    Q_OBJECT
private slots:
    void onKeysOfTheirOwnTheyNoticeNothing();
    void onOneKeyTheSecondFindsWhatTheFirstMade();
    void theMakersEndIsSeenByTheOther();
    void eachMakesAPairOfOneKeyWhileTheOthersDo();
};

void TwoLabsTest::onKeysOfTheirOwnTheyNoticeNothing() {
    LiveLab one;
    LiveLab other;
    one.run(fmt::format("A: q = msgget({}, IPC_CREAT|0600)", freeKey()));
    other.run(fmt::format("A: q = msgget({}, IPC_CREAT|0600)", freeKey()));
    runInBoth(one, other,
              "A: repeat 2000 { msgsnd(q, {1, \"hello\"}, 5, 0); "
              "msgrcv(q, &rbuf, 64, 0, 0) }");
    runInBoth(one, other, "A: msgsnd(q, {1, \"last\"}, 4, 0)");
    const int mine = one.number("A", "q");
    const int theirs = other.number("A", "q");
    QVERIFY(mine != theirs);
    for (LiveLab* lab : {&one, &other}) {
        QCOMPARE((*lab)->world()->outsideChanges, 0U);
        QCOMPARE((*lab)->world()->queues.size(), 1U);
        QCOMPARE((*lab)->world()->calls, 4002U);
        QCOMPARE((*lab)->statistics().lost, 0U);
    }
    one.close();
    QVERIFY(!statOf(mine));
    QVERIFY(statOf(theirs));
    other.run("A: msgrcv(q, &rbuf, 64, 0, 0)");
    QCOMPARE(other.process("A").last->data, std::string("last"));
    other.close();
    QVERIFY(!statOf(theirs));
}

void TwoLabsTest::onOneKeyTheSecondFindsWhatTheFirstMade() {
    LiveLab maker;
    LiveLab finder;
    const std::string get = fmt::format("A: q = msgget({}, IPC_CREAT|0600)", freeKey());
    maker.run(get);
    finder.run(get);
    const int id = maker.number("A", "q");
    QCOMPARE(finder.number("A", "q"), id);
    QCOMPARE(maker->world()->queue(id)->origin, QueueOrigin::Created);
    QCOMPARE(finder->world()->queue(id)->origin, QueueOrigin::Found);

    finder.run("A: msgsnd(q, {1, \"from the other lab\"}, 18, 0)");
    const auto change = maker.awaitOutside(event::OutsideChange::Kind::Sent);
    QCOMPARE(change.pid, finder.process("A").pid);
    QCOMPARE(finder->world()->outsideChanges, 0U);
    finder.close();
    QCOMPARE(statOf(id)->msg_qnum, 1U); // not the finder's to remove
    maker.run("A: msgrcv(q, &rbuf, 64, 0, 0)");
    QCOMPARE(maker.process("A").last->data, std::string("from the other lab"));
    maker.close();
    QVERIFY(!statOf(id));
}

void TwoLabsTest::theMakersEndIsSeenByTheOther() {
    LiveLab maker;
    LiveLab finder;
    const std::string get = fmt::format("A: q = msgget({}, IPC_CREAT|0600)", freeKey());
    maker.run(get);
    finder.run(get);
    const int id = maker.number("A", "q");
    finder.run("A: msgrcv(q, &rbuf, 64, 0, 0)");
    QCOMPARE(finder.process("A").state, ProcessState::Asleep);
    maker.close();
    QVERIFY(!statOf(id));
    QCOMPARE(finder.awaitOutside(event::OutsideChange::Kind::Removed).queue, id);
    QVERIFY(finder->waitUntilQuiet(std::chrono::seconds(20)));
    QCOMPARE(finder.process("A").last->error, EIDRM);
    QVERIFY(finder->world()->queues.front().removed);
}

/// They take their inodes from one counter, and each needs a certain one.
void TwoLabsTest::eachMakesAPairOfOneKeyWhileTheOthersDo() {
    std::array<LiveLab, 3> labs;
    if (!std::filesystem::exists(labs[0]->scratchFolder() / "ram")) QSKIP("there is no tmpfs here");
    for (LiveLab& lab : labs)
        lab.run("A: one = 0");
    for (LiveLab& lab : labs)
        lab.give("A: one = ftok(\"ram/same-key-1\", 7)");
    for (LiveLab& lab : labs)
        QVERIFY(lab->waitUntilQuiet(std::chrono::seconds(60)));
    for (LiveLab& lab : labs) {
        lab.run("A: two = ftok(\"ram/same-key-2\", 7)");
        QVERIFY(lab.number("A", "one") != -1);
        QCOMPARE(lab.number("A", "two"), lab.number("A", "one"));
    }
}

QTEST_GUILESS_MAIN(TwoLabsTest)
#include "two_labs_test.moc"
