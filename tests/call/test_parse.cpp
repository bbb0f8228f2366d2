#include "engine/call/language.h"
#include "tests/call/same.h"
#include "tests/call/scripts.h"

#include <QFile>
#include <QTest>
#include <cerrno>
#include <csignal>

using namespace ipclab;
using test::manyForms;

namespace {

Statement parsed(std::string_view line) {
    const auto statement = parseStatement(line);
    if (!statement) qFatal("%s", statement.error().render("line", line).c_str());
    return *statement;
}

} // namespace

class TestParse : public QObject {
    Q_OBJECT

private slots:
    void everyFormParses() {
        const auto script = parseScript(manyForms);
        if (!script) QFAIL(script.error().render("script", manyForms).c_str());
        QVERIFY(script->privateNamespace);
        QCOMPARE(script->sysctls.msgmni, 2U);
        QCOMPARE(script->statements[0].declaration.user, "carol");
        QCOMPARE(script->statements.size(), 25U);
    }

    void printedScriptIsTheSameScript() {
        const auto script = parseScript(manyForms);
        QVERIFY(script.has_value());
        const std::string printed = print(*script);
        const auto again = parseScript(printed);
        if (!again) QFAIL(again.error().render("printed", printed).c_str());
        QCOMPARE(print(*again), printed);
        QCOMPARE(again->statements.size(), script->statements.size());
        for (std::size_t i = 0; i < script->statements.size(); ++i)
            QVERIFY2(test::same(script->statements[i], again->statements[i]),
                     print(script->statements[i]).c_str());
    }

    void aCallWithTargetAndExpectation() {
        const Statement line = parsed("  A: q = msgget(1234, IPC_CREAT|0644) = -1 EEXIST // why");
        QCOMPARE(line.processes, std::vector<std::string>{"A"});
        QCOMPARE(line.actions[0].target, "q");
        QCOMPARE(line.actions[0].call->id, CallId::Msgget);
        QCOMPARE(line.expectation->result, -1);
        QCOMPARE(line.expectation->error, EEXIST);
        QCOMPARE(line.source, "A: q = msgget(1234, IPC_CREAT|0644) = -1 EEXIST");
        QCOMPARE(line.at.column, 3);
    }

    void theProcessMayBeMissingInACallLine() {
        const Statement line = parsed("msgid = msgget(1234, IPC_CREAT|0644); // keysms 1234");
        QVERIFY(line.processes.empty());
        QCOMPARE(print(line), "msgid = msgget(1234, IPC_CREAT|0644)");
    }

    /// Lines as lecture notes have them: no process, comments behind, with and without semicolon.
    void linesOfLectureNotesParse() {
        for (const char* line :
             {"msgid = msgget(key, msgflg); // key는 1234, msgflg는 옵션",
              "msgsnd(msqid, &sbuf, buf_length, IPC_NOWAIT);",
              "msgrcv(msqid, &rbuf, MSGSZ, 1, 0) // msgrcv 예",
              "msqid = msgget(1234, IPC_CREAT|0644) // key는 동일하게 1234로 해야 한다.",
              "id = msgget(key, IPC_CREAT|0640);",
              "msgctl(msqid, IPC_RMID, (struct msqid_ds *)NULL);"})
            QVERIFY2(parseStatement(line).has_value(), line);
    }

    void theReadmesExampleParses() {
        QFile readme(QStringLiteral(IPCLAB_CALL_README));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString example = QString::fromUtf8(readme.readAll()).section("```", 1, 1);
        const auto script = parseScript(example.toStdString());
        if (!script) QFAIL(script.error().render("README.md", example.toStdString()).c_str());
        QCOMPARE(script->statements.size(), 8U);
    }

    void aReceiveExpectsAMessage() {
        const Statement line = parsed("B: returns = 5 {1, \"he\" \"llo\"}");
        QCOMPARE(line.kind, Statement::Kind::Await);
        QCOMPARE(line.expectation->result, 5);
        QCOMPARE(line.expectation->message->mtext, "hello");
    }

    void theLabItselfMaySendASignal() {
        const Statement line = parsed("kill parent SIGTERM");
        QCOMPARE(line.kind, Statement::Kind::Signal);
        QCOMPARE(line.processes, std::vector<std::string>{"parent"});
        QCOMPARE(line.signal, SIGTERM);
        QCOMPARE(parsed("A: kill(B, SIGTERM)").kind, Statement::Kind::Do);
        QVERIFY(parseScript("process B\nkill B SIGKILL\nB: killed SIGKILL\n"));
        QVERIFY(!parseScript("kill B SIGKILL\n")); // whom?
        QVERIFY(!parseScript("process B\nB: returns = 0\n"));
        QVERIFY(!parseStatement("kill B SIGNONSENSE"));
    }

    void minusBelongsToTheNumber() {
        const Statement line = parsed("msgrcv(q, &rbuf, 64, -2, 0)");
        QCOMPARE(line.actions[0].call->args[3].kind, Expr::Kind::Number);
        QCOMPARE(line.actions[0].call->args[3].number, -2);
    }

    void quotedEscapesWhatCannotBeSeen() {
        QCOMPARE(quoted(std::string_view("a\0b\0001\n\"\xff", 8)), "\"a\\0b\\0001\\n\\\"\\377\"");
        QCOMPARE(quoted("안녕\u202e"), "\"안녕\\342\\200\\256\"");
    }
};

QTEST_GUILESS_MAIN(TestParse)
#include "test_parse.moc"
