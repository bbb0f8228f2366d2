#include "engine/call/language.h"
#include "tests/call/random_language.h"
#include "tests/call/same.h"

#include <QTest>

using namespace ipclab;

/// What is printed reads back as the same thing, for whatever can be written.
class TestRoundTrip : public QObject {
    Q_OBJECT

private slots:
    void everyStatementReadsBack() {
        test::RandomLanguage random(20240607);
        for (int i = 0; i < 20'000; ++i) {
            const Statement statement = random.statement();
            const std::string text = print(statement);
            const auto again = parseStatement(text);
            if (!again) QFAIL(again.error().render("printed", text).c_str());
            QVERIFY2(test::same(statement, *again), (text + "\n" + print(*again)).c_str());
        }
    }

    void everyTextReadsBack() {
        test::RandomLanguage random(7);
        for (int i = 0; i < 5'000; ++i) {
            std::string bytes;
            for (int left = random.below(12); left > 0; --left)
                bytes += static_cast<char>(random.below(256));
            const auto again = parseStatement("s = " + ipclab::quoted(bytes));
            QVERIFY2(again.has_value(), ipclab::quoted(bytes).c_str());
            QCOMPARE(again->actions[0].value->text, bytes);
        }
    }

    void everyValueReadsBack_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"-5", "\"a\\0b\"", "{1, \"hello\"}", "{-1, \"\"}",
                                 "{1, \"x\" * 8192}", "{1, \"\\0\" * 65536}"})
            QTest::newRow(text) << text;
    }

    void everyValueReadsBack() {
        QFETCH(QString, text);
        const auto statement = parseStatement("v = " + text.toStdString());
        const auto value = evaluate(*statement->actions[0].value, Scope{});
        QCOMPARE(print(*value), text.toStdString());
    }

    void resolvedCallsAreLinesOfTheLanguage_data() {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"msgget(IPC_PRIVATE, 0600)", "msgget(1234, IPC_CREAT|IPC_EXCL|0644)",
              "msgsnd(3, {1, \"hello\"}, 5, IPC_NOWAIT)", "msgsnd(0, (void *)8, 5, 0)",
              "msgrcv(0, &rbuf, 64, -2, MSG_NOERROR|MSG_EXCEPT)", "msgrcv(0, NULL, 64, 0, 0)",
              "msgctl(0, IPC_RMID, NULL)", "msgctl(0, IPC_STAT, &ds)",
              "msgctl(0, IPC_SET, {.msg_perm.mode = 0600, .msg_perm.uid = 1, .msg_perm.gid = 2, "
              ".msg_qbytes = 100})",
              "sigaction(SIGUSR1, {handler, SA_RESTART}, NULL)",
              "sigaction(SIGINT, {SIG_IGN, 0}, NULL)"})
            QTest::newRow(line) << line;
    }

    void resolvedCallsAreLinesOfTheLanguage() {
        QFETCH(QString, line);
        const auto statement = parseStatement(line.toStdString());
        QVERIFY(statement.has_value());
        const auto call = resolve(*statement->actions[0].call, Scope{});
        if (!call) QFAIL(call.error().what.c_str());
        QCOMPARE(printResolved(*call), line.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_round_trip.moc"
