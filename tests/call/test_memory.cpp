// Arrays, pointers and declarations: what a line of C means without a compiler.
#include "engine/call/copied.h"
#include "engine/call/language.h"
#include "engine/call/stored.h"

#include <QTest>
#include <map>

using namespace ipclab;

namespace {

struct Variables {
    std::map<std::string, Value, std::less<>> held{
        {"fd", IntArray{{3, 4}}},
        {"buf", CharArray{std::string("hello\0\0\0", 8)}},
        {"text", std::string("hello")},
        {"p", Address{0x1000, 1, true}},
        {"n", Address{0x2000, 4, true}},
        {"status", std::int64_t{9}},
        {"ds", SegmentStat{.mode = 0600, .dest = true, .segsz = 100, .nattch = 2}}};

    [[nodiscard]] Scope scope() const {
        Scope scope;
        scope.variable = [this](std::string_view name) -> const Value* {
            const auto found = held.find(name);
            return found == held.end() ? nullptr : &found->second;
        };
        return scope;
    }

    /// What `line` stores, as the language prints it; or why it cannot.
    [[nodiscard]] std::string stored(const std::string& line) const {
        auto statement = parseStatement(line);
        if (!statement) return statement.error().message;
        if (const auto settled = settle(*statement, scope()); !settled) return settled.error().what;
        const auto value = evaluate(statement->actions[0], scope());
        return value ? print(*value) : value.error().what;
    }
};

} // namespace

class TestMemory : public QObject {
    Q_OBJECT

    const Variables a;

private slots:
    void valuesAreWhatCMakesOfThem_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* line, const char* value) {
            QTest::newRow(line) << line << value;
        };
        row("int fd[2]", "{0, 0}");
        row("char b[64]", "(char[64])\"\"");
        row("char b[] = \"hi\"", "(char[3])\"hi\"");
        row("struct msgbuf b", "{0, \"\"}");
        row("int *m", "(int *)NULL");
        row("int *m = (int *)(p + 64)", "(int *)0x1040");
        row("x = fd[1]", "4");
        row("x = fd[0] + 1", "4");
        row("x = buf[1]", "101");
        row("x = text[5]", "0");
        row("x = text[6]", "text[6] lies outside: text has 5 bytes");
        row("x = fd[2]", "fd[2] lies outside: fd has 2 items");
        row("fd[0] = 7", "7");
        row("fd[1] += 1", "5");
        row("x = p + 3", "(char *)0x1003");
        row("x = n + 3", "(int *)0x200c");
        row("x = 3 + n", "(int *)0x200c");
        row("x = n - 1", "(int *)0x1ffc");
        row("x = (int *)p - n", "-1024");
        row("x = p + n", "two pointers cannot be added");
        row("x = &n[2]", "(int *)0x2008");
        row("n = p", "(int *)0x1000");
        row("n = (char *)p", "(char *)0x1000");
        row("x = (void *)-1", "(void *)-1");
        row("x = (unsigned long)n", "8192");
        row("x = sizeof(buf)", "8");
        row("x = sizeof(text)", "6");
        row("x = sizeof(fd)", "8");
        row("x = sizeof(n)", "8");
        row("x = sizeof(*n)", "4");
        row("x = sizeof(int[2])", "8");
        row("x = sizeof(struct shmid_ds)", "112");
        row("x = strlen(buf) + 1", "6");
        row("x = WTERMSIG(status)", "9");
        row("x = ds.shm_perm.mode", "896");
        row("x = ds.shm_nattch", "2");
        row("x = *n + 1", "*n is memory of the process; load it into a variable first: n = *n");
        row("{3, 4}", "expected a call such as msgget(1234, 0), or a variable, found '{'");
    }

    void valuesAreWhatCMakesOfThem() {
        QFETCH(QString, line);
        QFETCH(QString, value);
        QCOMPARE(QString::fromStdString(a.stored(line.toStdString())), value);
    }

    void linesPrintAsTheyWereWritten_data() {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"int fd[2]", "char *shmaddr", "shmaddr = (char *)shmat(shmid, (char *)NULL, 0)",
              "*(int *)(p + 64) += 1", "p[0] = 65", "n = *(int *)(p + 64)",
              "c = (unsigned char)p[3]", "fd[0] = open(\"fifo\", O_RDONLY)", "read(fd[0], buf, 64)",
              "atomic_fetch_add((atomic_int *)(p + 64), 1)",
              "printf(\"%s\\n\", (char *)shmaddr) = 18 \"Linux Programming\\n\"",
              "pipe(fd) = 0 {3, 4}", "key = ftok(\"keyfile\", 1) != key",
              "ftok(\"keyfile\", 1) = 0x41000001", "n = *p < 20000000",
              "shmctl(shmid, IPC_RMID, (struct shmid_ds *)NULL)",
              "shmctl(m, IPC_STAT, &ds) = 0 {.shm_nattch = 2}", "returns = n + 1"})
            QTest::newRow(line) << line;
    }

    void linesPrintAsTheyWereWritten() {
        QFETCH(QString, line);
        const auto statement = parseStatement(line.toStdString());
        if (!statement) QFAIL(statement.error().render("line", line.toStdString()).c_str());
        QCOMPARE(QString::fromStdString(print(*statement)), line);
    }

    void aScriptSaysWhichNamesAreArrays() {
        const auto script =
            parseScript("A: pipe(fd)\nA: x = fd[0]\nA: char *p = shmat(1, NULL, 0)\n"
                        "A: c = p[0] = 5\nA: B = fork()\nB: y = fd[1]\n");
        if (!script) QFAIL(script.error().message.c_str());
        QVERIFY(!script->statements[1].actions[0].call);
        QCOMPARE(script->statements[3].actions[0].call->id, CallId::Load);
        QVERIFY(!script->statements[5].actions[0].call);
    }

    void everyChildHasItsParentsVariables() {
        const auto script = parseScript("A: pipe(fd)\nA: repeat 31 { fork() }\nZ: n = fd[0]\n"
                                        "AA: n = fd[0]\nAF: n = fd[1]\n");
        if (!script) QFAIL(script.error().message.c_str());
        // By then some may have ended, so more can be forked than live at once.
        QVERIFY(parseScript("A: n = 1\nA: repeat 31 { fork() }\nB: exit(0)\nA: wait(NULL)\n"
                            "A: AG = fork()\nAG: m = n\n"));
        // An item of an array is no name that a line could begin with.
        const auto item = parseScript("A: int Q[2]\nA: Q[0] = fork()\nB: n = Q[1]\n");
        if (!item) QFAIL(item.error().message.c_str());
    }

    void whatShmatGivesPointsAtWhatTheLineSays() {
        const auto kept = [](const char* line, const Value* before) {
            return print(storedResult(parseStatement(line)->actions[0], before, 0x1000));
        };
        const Value before = Address{0, 8, true};
        QCOMPARE(kept("p = shmat(m, NULL, 0)", nullptr), "(char *)0x1000");
        QCOMPARE(kept("p = shmat(m, NULL, 0)", &before), "(long *)0x1000");
        QCOMPARE(kept("p = (int *)shmat(m, NULL, 0)", &before), "(int *)0x1000");
        QCOMPARE(kept("short *p = (int *)shmat(m, NULL, 0)", &before), "(short *)0x1000");
        QCOMPARE(kept("m = shmget(1, 1, 0)", nullptr), "4096");
    }

    void aDeclaredBufferKeepsItsLength() {
        const Value before = CharArray{std::string(8, 'x')};
        const ResolvedCall read{CallId::Read, 0, {3, 8}, {}};
        QCOMPARE(print(filledValue(read, &before, "abc")), "(char[8])\"abcxxxxx\"");
        const ResolvedCall copy{CallId::Strcpy, intoVariable, {}, "abc"};
        QCOMPARE(print(filledValue(copy, &before, {})), "(char[8])\"abc\\0xxxx\"");
        QCOMPARE(print(filledValue(read, nullptr, "abc")), "\"abc\"");
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
