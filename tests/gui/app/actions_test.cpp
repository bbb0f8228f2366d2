// The table of actions and the command line: what can be asked for, by key and by word.
#include "gui/app/actions.h"
#include "gui/app/command_line.h"
#include "gui/app/toolbar.h"

#include <QTest>

using namespace ipclab;

class ActionsTest : public QObject {
    Q_OBJECT

private slots:
    void noKeyIsAssignedTwice() {
        QMap<QKeySequence, QString> taken;
        for (const ActionEntry& entry : actionTable())
            for (const QKeySequence& keys : actionKeys(entry)) {
                QVERIFY2(!keys.isEmpty(), entry.text);
                QVERIFY2(
                    !taken.contains(keys),
                    qPrintable(keys.toString() + ": " + taken.value(keys) + " and " + entry.text));
                taken.insert(keys, QString::fromUtf8(entry.text));
            }
    }

    void everyActionHasAKeyAndAGroup() {
        for (const ActionEntry& entry : actionTable()) {
            QVERIFY2(!actionKeys(entry).isEmpty(), entry.text);
            QVERIFY2(entry.group != nullptr, entry.text);
        }
    }

    void thePromisedKeysAreThere() {
        const auto keyOf = [](ActionId id) {
            QStringList keys;
            for (const QKeySequence& each : actionKeys(actionTable()[static_cast<std::size_t>(id)]))
                keys << each.toString();
            return keys.join(' ');
        };
        QCOMPARE(keyOf(ActionId::NextStep), QStringLiteral("Space PgDown"));
        QCOMPARE(keyOf(ActionId::StepBack), QStringLiteral("Backspace PgUp"));
        QCOMPARE(keyOf(ActionId::LectureMode), QStringLiteral("F11"));
        QCOMPARE(keyOf(ActionId::Keys), QStringLiteral("F1 ?"));
    }

    void theCommandLineIsRead() {
        const auto options =
            readCommandLine({"ipclab", "--screenshot", "a.png", "--size", "1024x700", "--scale",
                             "150", "--theme", "dark", "--lang", "ko", "types-and-blocking:3"});
        QVERIFY(options.has_value());
        QCOMPARE(options->picture, QStringLiteral("a.png"));
        QCOMPARE(options->size, QSize(1024, 700));
        QCOMPARE(options->scale, std::optional(1.5));
        QVERIFY(options->theme == ThemeName::Dark);
        QCOMPARE(options->language, QStringLiteral("ko"));
        QCOMPARE(options->open, QStringLiteral("types-and-blocking"));
        QCOMPARE(options->step, 3);
    }

    void aWrongCommandLineSaysWhatWasExpected_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("expected");
        QTest::newRow("size") << QStringList{"ipclab", "--size", "big"} << "1440x900";
        QTest::newRow("scale") << QStringList{"ipclab", "--scale", "400"} << "50 to 300";
        QTest::newRow("theme") << QStringList{"ipclab", "--theme", "pink"} << "contrast";
        QTest::newRow("language") << QStringList{"ipclab", "--lang", "xx"} << "en or ko";
        QTest::newRow("two places") << QStringList{"ipclab", "a", "b"} << "one lesson";
        QTest::newRow("unknown") << QStringList{"ipclab", "--wrong"} << "wrong";
    }

    void aWrongCommandLineSaysWhatWasExpected() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, expected);
        const auto options = readCommandLine(arguments);
        QVERIFY(!options.has_value());
        QVERIFY2(options.error().message().find(expected.toStdString()) != std::string::npos,
                 options.error().message().c_str());
    }

    void speedGoesFromATenthToTwentyFive() {
        QCOMPARE(speedAt(0), 0.1);
        QCOMPARE(speedAt(99), 25.0);
        for (int place = 0; place < 8; ++place)
            QCOMPARE(placeOf(speedAt(place)), place);
        QCOMPARE(nextSpeed(25.0, +1), 25.0);
        QVERIFY(nextSpeed(1.0, -1) < 1.0);
    }
};

QTEST_MAIN(ActionsTest)
#include "actions_test.moc"
