// The permission grid: boxes and octal number show the same nine bits.
#include "gui/controls/permission_grid.h"

#include <QSignalSpy>
#include <QTest>

using namespace ipclab;

class PermissionGridTest : public QObject {
    Q_OBJECT

    static QCheckBox* box(PermissionGrid& grid, const char* name) {
        for (QCheckBox* each : grid.findChildren<QCheckBox*>())
            if (each->accessibleName() == QLatin1String(name)) return each;
        return nullptr;
    }

private slots:
    void clickingBoxesWritesTheOctalNumber() {
        PermissionGrid grid;
        grid.show();
        QTest::mouseClick(box(grid, "owner may read"), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(box(grid, "owner may write"), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(box(grid, "other may read"), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(grid.mode(), 0604U);
        QCOMPARE(grid.findChild<QLineEdit*>()->text(), QStringLiteral("0604"));
    }

    void typingTheOctalNumberTicksTheBoxes() {
        PermissionGrid grid;
        QSignalSpy changed(&grid, &PermissionGrid::changed);
        auto* octal = grid.findChild<QLineEdit*>();
        octal->clear();
        QTest::keyClicks(octal, "640");
        QCOMPARE(grid.mode(), 0640U);
        QVERIFY(box(grid, "group may read")->isChecked());
        QVERIFY(!box(grid, "group may write")->isChecked());
        QVERIFY(!box(grid, "other may read")->isChecked());
        QVERIFY(changed.count() > 0);
    }

    void digitsThatAreNotOctalAreNotTaken() {
        PermissionGrid grid;
        auto* octal = grid.findChild<QLineEdit*>();
        octal->clear();
        QTest::keyClicks(octal, "6948");
        QCOMPARE(octal->text(), QStringLiteral("64"));
    }

    void executeBitsAreFoldedAwayUntilOneIsAskedFor() {
        PermissionGrid grid;
        grid.show();
        QVERIFY(!box(grid, "owner may execute")->isVisible());
        grid.setMode(0777);
        QVERIFY(box(grid, "owner may execute")->isVisible());
        QCOMPARE(grid.mode(), 0777U);
    }
};

QTEST_MAIN(PermissionGridTest)
#include "permission_grid_test.moc"
