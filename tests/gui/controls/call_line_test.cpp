// The typed line: errors with their place, earlier lines, completion.
#include "gui/controls/call_line.h"

#include "engine/call/language.h"
#include "gui/theme/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QSignalSpy>
#include <QTest>

using namespace ipclab;

class CallLineTest : public QObject {
    Q_OBJECT

    static QLineEdit* edit(const CallLine& line) { return line.findChild<QLineEdit*>(); }

    Theme theme_;

private slots:
    void initTestCase() { theme_.applyTo(*qApp); } // a line of C has letters of one width

    void aTypedLineIsGiven() {
        CallLine line;
        std::vector<std::string> given;
        connect(&line, &CallLine::entered, this,
                [&](const Statement& statement) { given.push_back(print(statement)); });
        QTest::keyClicks(edit(line), "A: q = msgget(1234, IPC_CREAT|0644)");
        QTest::keyClick(edit(line), Qt::Key_Return);
        QCOMPARE(given.size(), std::size_t{1});
        QCOMPARE(given[0], std::string("A: q = msgget(1234, IPC_CREAT|0644)"));
        QVERIFY(line.text().isEmpty());
    }

    void aLineWithoutAProcessIsForTheChosenOne() {
        CallLine line;
        line.setDefaultProcess("B");
        std::string given;
        connect(&line, &CallLine::entered, this,
                [&](const Statement& statement) { given = print(statement); });
        line.setText("msgrcv(q, &rbuf, 64, 0, 0)");
        QTest::keyClick(edit(line), Qt::Key_Return);
        QCOMPARE(given, std::string("B: msgrcv(q, &rbuf, 64, 0, 0)"));
    }

    void anErrorSaysWhereAndStays() {
        CallLine line;
        QSignalSpy entered(&line, &CallLine::entered);
        line.setText("A: msgsend(q, 1)");
        QTest::keyClick(edit(line), Qt::Key_Return);
        QCOMPARE(entered.count(), 0);
        QCOMPARE(line.text(), QStringLiteral("A: msgsend(q, 1)"));
        const QStringList rows = line.error().split(u'\n');
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1].indexOf(u'^'), 3);
        QVERIFY(rows[1].contains("msgsnd"));
        QTest::keyClick(edit(line), Qt::Key_End);
        QTest::keyClick(edit(line), Qt::Key_Backspace);
        QVERIFY(line.error().isEmpty());
    }

    void theCaretStandsUnderThePlaceWhateverTheLetters() {
        CallLine line;
        line.setText(QStringLiteral("A: msgsnd(q, {1, \"안녕\"}, 6 0)"));
        QTest::keyClick(edit(line), Qt::Key_Return);
        const QStringList rows = line.error().split(u'\n');
        const QFontMetrics metrics = line.findChild<QLabel*>()->fontMetrics();
        const auto widthBefore = [&](int row, const QString& sign) {
            return metrics.horizontalAdvance(rows[row].left(rows[row].indexOf(sign)));
        };
        QVERIFY2(std::abs(widthBefore(1, "^") - widthBefore(0, "0)")) <=
                     metrics.horizontalAdvance(u' ') / 2,
                 qPrintable(line.error()));
    }

    void theExampleIsWholeInTheTooltip() {
        CallLine line;
        line.setExample(QStringLiteral("A: strcpy(shmaddr, \"hello\")"));
        QCOMPARE(edit(line)->toolTip(), edit(line)->placeholderText());
    }

    void upAndDownBringBackEarlierLines() {
        CallLine line;
        for (const char* text : {"A: msgctl(q, IPC_STAT, &ds)", "A: msgctl(q, IPC_RMID, NULL)"}) {
            line.setText(text);
            QTest::keyClick(edit(line), Qt::Key_Return);
        }
        line.setText("B: ");
        QTest::keyClick(edit(line), Qt::Key_Up);
        QCOMPARE(line.text(), QStringLiteral("A: msgctl(q, IPC_RMID, NULL)"));
        QTest::keyClick(edit(line), Qt::Key_Up);
        QTest::keyClick(edit(line), Qt::Key_Up);
        QCOMPARE(line.text(), QStringLiteral("A: msgctl(q, IPC_STAT, &ds)"));
        QTest::keyClick(edit(line), Qt::Key_Down);
        QTest::keyClick(edit(line), Qt::Key_Down);
        QCOMPARE(line.text(), QStringLiteral("B: "));
    }

    void tabCompletesCallsAndConstants() {
        CallLine line;
        line.show();
        QVERIFY(QTest::qWaitForWindowExposed(&line));
        edit(line)->setFocus();
        QTest::keyClicks(edit(line), "A: msgs");
        QTest::keyClick(edit(line), Qt::Key_Tab);
        QCOMPARE(line.text(), QStringLiteral("A: msgsnd("));
        QTest::keyClicks(edit(line), "q, {1, \"IPC_N\"}, 5, IPC_NO");
        QTest::keyClick(edit(line), Qt::Key_Tab);
        QCOMPARE(line.text(), QStringLiteral("A: msgsnd(q, {1, \"IPC_N\"}, 5, IPC_NOWAIT"));
    }
};

QTEST_MAIN(CallLineTest)
#include "call_line_test.moc"
