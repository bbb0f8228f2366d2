// The scripts, the lessons, the player, forks and random calls once more, as somebody who is not
// root: what a student who has no rights on the machine sees.
#include "tests/support/ordinary_user.h"

#include <QCoreApplication>
#include <QTest>

using namespace ipclab;

namespace {

/// Only what failed: Qt Test cuts a long message.
QString failuresIn(const QString& output) {
    const qsizetype first = output.indexOf("FAIL!");
    return first < 0 ? output.right(1000) : output.mid(first, 1000);
}

} // namespace

class LiveAsOrdinaryUserTest : public QObject {
    Q_OBJECT
private slots:
    void holdsToo_data() {
        QTest::addColumn<QString>("test");
        QTest::addColumn<bool>("subordinateIds");
        for (const char* test : {"live_scripts", "live_player", "live_fork", "live_random_calls"}) {
            QTest::addRow("%s, with subordinate ids", test) << test << true;
            QTest::addRow("%s, without", test) << test << false;
        }
    }
    void holdsToo() {
        QFETCH(QString, test);
        QFETCH(bool, subordinateIds);
        const QString program = QCoreApplication::applicationDirPath() + "/test_" + test;
        const OrdinaryRun run = runAsOrdinaryUser(program, {}, subordinateIds);
        if (!run.obstacle.isEmpty()) QSKIP(qPrintable(run.obstacle));
        QVERIFY2(run.exitCode == 0, qPrintable(failuresIn(run.output)));
        // With subordinate ids bob and carol are there, so nothing may be left out.
        if (subordinateIds) QVERIFY2(!run.output.contains("SKIP "), qPrintable(run.output));
        // And so the kernel lets the root of a namespace set its limits, which takes none of them.
        QVERIFY2(!run.output.contains("the limit stays as it is"), qPrintable(run.output));
    }
};

QTEST_GUILESS_MAIN(LiveAsOrdinaryUserTest)
#include "live_as_ordinary_user_test.moc"
