// The questions that forms, explanations and predictions ask of the world.
#include "engine/world/questions.h"
#include "tests/world/story.h"

#include <QTest>
#include <limits>

using namespace ipclab;

class QuestionsTest : public QObject {
    Q_OBJECT
private:
    static Queue queueOf(std::initializer_list<std::int64_t> types) {
        Queue queue;
        for (const std::int64_t type : types) {
            Message message;
            message.type = type;
            queue.messages.push_back(message);
        }
        return queue;
    }

private slots:
    void wouldTakeFollowsMsgop_data() {
        QTest::addColumn<qint64>("msgtyp");
        QTest::addColumn<int>("msgflg");
        QTest::addColumn<int>("index"); // -1: it would sleep or fail
        QTest::newRow("0 takes the first") << qint64{0} << 0 << 0;
        QTest::newRow("n takes the first of type n") << qint64{3} << 0 << 1;
        QTest::newRow("n is not there") << qint64{4} << 0 << -1;
        QTest::newRow("-n takes the lowest type") << qint64{-4} << 0 << 4;
        QTest::newRow("-n up to n only") << qint64{-1} << 0 << 4;
        QTest::newRow("except") << qint64{5} << 020000 << 1;
        QTest::newRow("except means nothing with -n") << qint64{-5} << 020000 << 4;
        QTest::newRow("LONG_MIN") << std::numeric_limits<qint64>::min() << 0 << 4;
        QTest::newRow("copy: an index") << qint64{2} << 040000 << 2;
        QTest::newRow("copy: behind the end") << qint64{5} << 040000 << -1;
        QTest::newRow("copy: no index") << qint64{-1} << 040000 << -1;
    }
    void wouldTakeFollowsMsgop() {
        const Queue queue = queueOf({5, 3, 9, 3, 1});
        QFETCH(qint64, msgtyp);
        QFETCH(int, msgflg);
        const auto taken = wouldTake(queue, msgtyp, msgflg);
        QTEST(taken ? static_cast<int>(*taken) : -1, "index");
    }
    void lowestTypeIsFirstInFirstOut() {
        QCOMPARE(wouldTake(queueOf({4, 2, 3, 2}), -3), std::size_t{1});
        QVERIFY(!wouldTake(queueOf({4, 5}), -3));
        QVERIFY(!wouldTake(queueOf({}), 0));
    }

    void oneClassOfPermissionsDecides() {
        QueueStat stat;
        stat.uid = 1;
        stat.cuid = 2;
        stat.gid = 10;
        stat.cgid = 20;
        stat.mode = 0640;
        QCOMPARE(permissionBits(stat, 1, 99), 6u);
        QCOMPARE(permissionBits(stat, 2, 99), 6u); // the creator for ever
        QCOMPARE(permissionBits(stat, 3, 20), 4u);
        QCOMPARE(permissionBits(stat, 3, 99), 0u);
        stat.mode = 0066; // denies the owner, though everyone else may
        QCOMPARE(permissionBits(stat, 1, 10), 0u);
    }

    void bytesAndCountAreBothLimited() {
        Queue queue;
        queue.stat.qbytes = 5;
        QVERIFY(wouldFit(queue, 5));
        QVERIFY(!wouldFit(queue, 6));
        queue.stat.cbytes = 5;
        queue.stat.qnum = 1;
        QVERIFY(!wouldFit(queue, 1));
        QVERIFY(wouldFit(queue, 0));
        queue.stat.qnum = 5;
        QVERIFY(!wouldFit(queue, 0));
    }

    void settledMeansThatNothingMovesByItself() {
        Story story;
        const ProcessId a = story.start("A"), b = story.start("B");
        QVERIFY(settled(story.world));
        story.makeQueue(a, 7);
        story.enters(b, receiveCall(7, 100, 0));
        QVERIFY(!settled(story.world));
        story.sleeps(b);
        QVERIFY(settled(story.world));
        story.send(a, 7, 1, "x");
        QVERIFY(!settled(story.world)); // B has its message and will wake
        story.receives(b, 1, "x");
        QVERIFY(settled(story.world));
    }
};

QTEST_GUILESS_MAIN(QuestionsTest)
#include "questions_test.moc"
