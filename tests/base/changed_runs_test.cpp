// Where two pieces of memory differ.
#include "engine/base/changed_runs.h"

#include <QTest>
#include <random>
#include <string>

using namespace ipclab;

namespace {

std::vector<ChangedRun> runsOf(const std::string& before, const std::string& now) {
    std::vector<ChangedRun> runs;
    addChangedRuns(before.data(), now.data(), now.size(), 0, runs);
    return runs;
}

} // namespace

class ChangedRunsTest : public QObject {
    Q_OBJECT
private slots:
    void nothingWhereNothingChanged() {
        const std::string same(10'000, 'x');
        QVERIFY(runsOf(same, same).empty());
        QVERIFY(runsOf({}, {}).empty());
    }

    void fromTheFirstToTheLastByte() {
        const std::string before(10'000, '.');
        std::string now = before;
        now.replace(4090, 12, "across pages");
        now[0] = now[9999] = 'x';
        QCOMPARE(runsOf(before, now), (std::vector<ChangedRun>{{0, 1}, {4090, 12}, {9999, 1}}));
    }

    void whatIsCloseTogetherIsOne() {
        const std::string before(100, '.');
        std::string now = before;
        now[20] = now[30] = now[80] = 'x';
        QCOMPARE(runsOf(before, now), (std::vector<ChangedRun>{{20, 11}, {80, 1}}));
    }

    void allThatChangedIsInsideAndTheEndsDiffer() {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            std::string before(1 + random() % 9000, '.'), now = before;
            for (std::size_t i = random() % 40; i > 0; --i)
                now[random() % now.size()] = 'x';
            std::string patched = before;
            for (const ChangedRun& run : runsOf(before, now)) {
                QVERIFY(before[run.offset] != now[run.offset]);
                const std::size_t last = run.offset + run.length - 1;
                QVERIFY(before[last] != now[last]);
                patched.replace(run.offset, run.length, now, run.offset, run.length);
            }
            QCOMPARE(patched, now);
        }
    }
};

QTEST_GUILESS_MAIN(ChangedRunsTest)
#include "changed_runs_test.moc"
