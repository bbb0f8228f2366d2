#include "engine/call/language.h"

#include <QTest>

using namespace ipclab;

namespace {

/// "line:column: message" for a script that must be refused.
std::string problem(const std::string& script) {
    const auto parsed = parseScript(script);
    if (parsed) return "accepted";
    const auto& error = parsed.error();
    return std::to_string(error.at.line) + ":" + std::to_string(error.at.column) + ": " +
           error.message;
}

} // namespace

/// Each wrong script is refused before it starts, with the place and what was expected there.
class TestErrors : public QObject {
    Q_OBJECT

private slots:
    void wrongScripts_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* script, const char* said) {
            QTest::newRow(script) << script << said;
        };
        row("A: msgsend(q, {1, \"x\"}, 1, 0)", "1:4: unknown call 'msgsend'; did you mean msgsnd?");
        row("A: load(fd)", "1:4: unknown call 'load'; did you mean read?");
        row("A: *p++ = 1", "1:6: in C this moves the pointer, not what it points at; write (*p)++");
        row("A: int n\nA: kill(A, n)", "2:12: 'n' has no value yet; set it on an earlier line, as "
                                       "in 'A: n = …'");
        row("A: strcpy(shmadr, \"x\")", "1:11: 'shmadr' has no value yet; set it on an earlier "
                                        "line, as in 'A: shmadr = …'");
        row("A: int fd[2\nA: n = 1",
            "1:12: expected ']' after the number of items, found the end of the line");
        row("A: int n, m", "1:9: one variable is declared on a line: int n");
        row("A: int shmdt(char *shmaddr);",
            "1:4: this declares shmdt; a call of it has values and no types, as in 'A: n = "
            "shmdt(…)'");
        row("A: n = 1\nA: x = fd[0]", "2:8: 'fd' has no value yet; set it on an earlier line, as "
                                      "in 'A: fd = …'");
        row("A: pipe(fd)\nA: x = fd[0] = 3",
            "2:14: nothing can be expected of an assignment: it makes no system call");
        row("A: msgget(1, 0) != -1 ENOENT",
            "1:23: an errno, a text or a message is expected with = only");
        row("A: msgget(1, 0) = keys", "1:19: 'keys' has no value yet; set it on an earlier line, "
                                      "as in 'A: keys = …'");
        row("lab private shmni=2",
            "1:13: unknown setting 'shmni'; there are msgmni, shmmni, shmall and shm_rmid_forced");
        row("A: msgget(1234)", "1:4: msgget takes 2 arguments, not 1: msgget(key, msgflg)");
        row("A: msgget(1234, 0", "1:18: expected ',' or ')', found the end of the text");
        row("A: msgget(1234, IPC_CREATE)",
            "1:17: 'IPC_CREATE' has no value in process A; did you mean IPC_CREAT?");
        row("msgget(1234, 0)", "1:1: 'msgget' cannot be the name of a process; a line starts with "
                               "its process, as in 'A: msgget(1234, 0)'");
        row("A msgget(1234, 0)",
            "1:3: expected ':' after the process, as in 'A: msgget(1234, 0)', found 'msgget'");
        row("A: q = msgget(1, 0)\nB: msgrcv(q, &rbuf, 1, 0, 0)",
            "2:11: 'q' is a variable of process A; process B has its own memory and must set its "
            "own 'q' on an earlier line");
        row("A: msgrcv(queue, &rbuf, 1, 0, 0)",
            "1:11: 'queue' has no value yet; set it on an earlier line, as in 'A: queue = …'");
        row("process C as dave", "1:14: unknown user 'dave'; the users are alice, bob, carol or "
                                 "root");
        row("A: q = 1\nprocess A as bob",
            "2:1: A is already there; a process is declared before its first line, and once");
        row("process A\nprocess A", "2:1: A is already there; a process is declared before its "
                                    "first line, and once");
        row("A: repeat 0 { kill(A, 0) }", "1:11: 0 is not between 1 and 1000000000");
        row("A: repeat 1000000001 { kill(A, 0) }",
            "1:11: 1000000001 is not between 1 and 1000000000");
        row("A: repeat 2 { }", "1:15: expected at least one call in the repeat, found '}'");
        row("A: repeat 2 { repeat 2 { kill(A, 0) } }",
            "1:15: a repeat cannot stand inside another");
        row("A: kill(1, SIGKILL)", "1:9: kill takes a process of the lab by its name, as in "
                                   "kill(B, SIGUSR1), not 1");
        row("A: kill(-1, SIGKILL)", "1:9: kill takes a process of the lab by its name, as in "
                                    "kill(B, SIGUSR1), not -1");
        row("A: kill(B, SIGKILL)",
            "1:9: there is no process B yet; write 'process B' or a line of its own first");
        row("B: returns", "1:1: B has made no call yet, so none can return");
        row("process B\nB: returns", "2:1: B has made no call yet, so none can return");
        row("A: n = 5 = 5",
            "1:10: nothing can be expected of an assignment: it makes no system call");
        row("A: msgget(1, 0) = -1 ENOMSGS",
            "1:22: 'ENOMSGS' is not the name of an errno; did you mean ENOMSG?");
        row("A: msgget(1, 0) = 5 ENOMSG", "1:21: an errno comes with -1 only: = -1 ENOMSG");
        row("A: msgget(1, 0) killed SIGKIL",
            "1:24: 'SIGKIL' is not the name of a signal; did you mean SIGKILL?");
        row("A: q = msgget(1, 0)\nA: msgsnd(q, {1, \"hello), 5, 0)",
            "2:18: the \" is not closed on this line");
        row("A: n = 08", "1:8: '08' is not an octal number");
        row("A: n = 5km", "1:8: '5km' is not a number");
        row("A: n = 99999999999999999999", "1:8: this number needs more than 64 bits");
        row("A: n = 1; m = 2", "1:11: expected the end of the line, found 'm'");
        row("A: n = 1\nlab private", "2:1: 'lab private' stands on the first line only");
        row("A: IPC_CREAT = 1", "1:4: 'IPC_CREAT' cannot be a variable");
        row("A: ds.msg_perm.mod = 1", "1:7: unknown member 'msg_perm.mod'; did you mean "
                                      "msg_perm.mode?");
        row("A: n = msgget(msgget(1, 0), 0)",
            "1:15: a call cannot stand inside another; store the result of 'msgget' in a variable "
            "first");
        row("A: s = “hello”", "1:8: strings stand in straight quotes: \"hello\"");
        row("/* 안녕 */ A: 가 = 1", "1:13: unexpected '가'");
        row("/* never closed", "1:1: this comment has no closing */");
        row("A, A: n = 1", "1:4: 'A' is named twice");
    }

    void wrongScripts() {
        QFETCH(QString, script);
        QFETCH(QString, said);
        QCOMPARE(QString::fromStdString(problem(script.toStdString())), said);
    }

    void thirtyThreeProcessesAreTooMany() {
        std::string script;
        for (int i = 1; i <= 32; ++i)
            script += "P" + std::to_string(i) + ": n = 1\n";
        QVERIFY(parseScript(script).has_value());
        QCOMPARE(problem(script + "P33: n = 1"), "33:1: more than 32 processes (maxProcesses)");
    }

    void theCaretStandsBelowTheColumn() {
        const std::string script = "A: q = 1\n\tA: s = \"한글\" + msgsend\n";
        const SyntaxError error{{2, 16}, "here"};
        QCOMPARE(error.render("lesson.md", script), "lesson.md:2:16: here\n"
                                                    "     A: s = \"한글\" + msgsend\n"
                                                    "                     ^");
    }

    void aLongLineIsCutAroundTheCaret() {
        const std::string text =
            SyntaxError{{1, 500'000}, "here"}.render("x", std::string(1'000'000, 'y'));
        QVERIFY(text.size() < 400);
        const std::string caretLine = text.substr(text.rfind('\n') + 1);
        QCOMPARE(caretLine, std::string(4 + 1 + 60, ' ') + "^");
    }

    void hiddenCharactersAreShown() {
        const std::string text = SyntaxError{{1, 2}, "m"}.render("x", "\x01\u202e\n");
        QCOMPARE(text, "x:1:2: m\n    \\001\\342\\200\\256\n        ^");
    }
};

QTEST_GUILESS_MAIN(TestErrors)
#include "test_errors.moc"
