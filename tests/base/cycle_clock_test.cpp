// The fast clock tells the same time as the real one.
#include "engine/base/cycle_clock.h"

#include <QTest>

using namespace ipclab;

class CycleClockTest : public QObject {
    Q_OBJECT
private slots:
    void staysCloseToTheRealClockAndNeverRunsBack();
    void isRightAgainAfterALongPause();
};

namespace {

/// A reading that was not interrupted lies between two of the real clock.
struct Reading {
    std::int64_t before, told, after;
};

Reading read(CycleClock& clock) {
    const std::int64_t before = monotonicNs();
    const std::int64_t told = clock.now();
    return {before, told, monotonicNs()};
}

constexpr std::int64_t toleranceNs = 1000;

bool fits(const Reading& each) {
    return each.told >= each.before - toleranceNs && each.told <= each.after + toleranceNs;
}

} // namespace

void CycleClockTest::staysCloseToTheRealClockAndNeverRunsBack() {
    constexpr std::int64_t watchedNs = 300'000'000;
    CycleClock clock;
    const std::int64_t start = monotonicNs();
    std::int64_t last = 0;
    std::uint64_t wrong = 0, backwards = 0;
    for (Reading each = read(clock); each.after < start + watchedNs; each = read(clock)) {
        wrong += fits(each) ? 0 : 1;
        backwards += each.told < last ? 1 : 0;
        last = each.told;
    }
    QCOMPARE(wrong, 0U);
    QCOMPARE(backwards, 0U);
}

void CycleClockTest::isRightAgainAfterALongPause() {
    constexpr std::int64_t pauseNs = 80'000'000;
    CycleClock clock;
    while (read(clock).after % 4'000'000 < 3'000'000) {
    } // in step with the real clock by now
    const std::int64_t end = monotonicNs() + pauseNs;
    while (monotonicNs() < end) {
    }
    QVERIFY(fits(read(clock)));
}

QTEST_GUILESS_MAIN(CycleClockTest)
#include "cycle_clock_test.moc"
