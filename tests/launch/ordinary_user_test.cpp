// The tests of this room once more, as somebody who is not root.
#include "tests/support/ordinary_user.h"

#include <QCoreApplication>
#include <QTest>

using namespace ipclab;

class OrdinaryUserTest : public QObject {
    Q_OBJECT
private slots:
    void passesToo_data() {
        QTest::addColumn<QString>("test");
        QTest::addColumn<bool>("subordinateIds");
        for (const char* test : {"supervisor", "quiet", "cleanup", "identities"}) {
            QTest::addRow("%s, with subordinate ids", test) << test << true;
            QTest::addRow("%s, without", test) << test << false;
        }
    }
    void passesToo() {
        QFETCH(QString, test);
        QFETCH(bool, subordinateIds);
        const QString program = QCoreApplication::applicationDirPath() + "/test_" + test;
        const OrdinaryRun run = runAsOrdinaryUser(program, {}, subordinateIds);
        if (!run.obstacle.isEmpty()) QSKIP(qPrintable(run.obstacle));
        QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    }
};

QTEST_GUILESS_MAIN(OrdinaryUserTest)
#include "ordinary_user_test.moc"
