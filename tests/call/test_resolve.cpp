#include "engine/call/catalogue.h"
#include "engine/call/copied.h"
#include "engine/call/language.h"
#include "engine/call/member.h"
#include "engine/call/printf.h"
#include "engine/call/room.h"

#include <QTest>
#include <csignal>
#include <fcntl.h>
#include <linux/msg.h>
#include <linux/shm.h>
#include <map>
#include <sys/mman.h>
#include <sys/resource.h>

using namespace ipclab;

namespace {

/// A process A with some variables, in a lab with a live process B (pid 4711).
struct Surroundings {
    std::map<std::string, Value, std::less<>> variables{
        {"q", std::int64_t{7}},
        {"sbuf", MessageBuffer{3, "hello"}},
        {"ds", QueueStat{.id = 7, .mode = 0640, .uid = 1, .gid = 2, .qbytes = 16384}},
        {"fd", IntArray{{3, 4}}},
        {"text", std::string("hello")},
        {"room", CharArray{std::string(8, '\0')}},
        {"shm", std::int64_t{32}},
        {"sds", SegmentStat{.id = 32, .mode = 0640, .uid = 1, .gid = 2}},
        {"p", Address{0x7f0000000000}},
        {"n", Address{0x7f0000000040, 4}}};
    SegmentStat segment{.id = 32, .mode = 0644, .uid = 10, .gid = 20};
    QueueStat kernel{.id = 7, .mode = 0644, .uid = 10, .gid = 20, .qbytes = 100};

    Scope scope() const {
        Scope scope;
        scope.variable = [this](std::string_view name) -> const Value* {
            const auto found = variables.find(name);
            return found == variables.end() ? nullptr : &found->second;
        };
        scope.pid = [](std::string_view letter) { return letter == "B" ? 4711 : 0; };
        scope.uid = [](std::string_view user) { return user == "bob" ? 1001 : -1; };
        scope.gid = [](std::string_view user) { return user == "bob" ? 1002 : -1; };
        scope.queue = [this](std::int32_t id) { return id == 7 ? &kernel : nullptr; };
        scope.segment = [this](std::int32_t id) { return id == 32 ? &segment : nullptr; };
        scope.scratchFolder = "/tmp/lab";
        scope.isProcess = [](std::int64_t pid) { return pid == 4711; };
        return scope;
    }

    Result<ResolvedCall> resolved(std::string_view text) const {
        const auto statement = parseStatement(text);
        if (!statement) qFatal("%s", statement.error().render("line", text).c_str());
        return resolve(*statement->actions[0].call, scope());
    }

    std::string why(std::string_view text) const {
        const auto call = resolved(text);
        return call ? "resolved to " + printResolved(*call) : call.error().what;
    }
};

using Args = std::array<std::int64_t, 6>;

} // namespace

class TestResolve : public QObject {
    Q_OBJECT

    const Surroundings a;

    /// Why an array has no room for what the line stores in it, with one(`int one[1]`).
    std::string overrun(std::string_view text) {
        Surroundings with = a;
        with.variables.emplace("one", IntArray{{0}});
        auto statement = parseStatement(text);
        if (!statement) qFatal("%s", statement.error().render("line", text).c_str());
        if (const auto settled = settle(*statement, with.scope()); !settled)
            return settled.error().what;
        const auto fits = checkRoom(statement->actions[0], with.scope());
        return fits ? "" : fits.error().what;
    }

private slots:
    void arraysHaveTheRoomThatWasDeclared() {
        const std::string behind = ": in C the rest would overwrite what lies behind it";
        QCOMPARE(overrun("fd[1] = 1"), "");
        QCOMPARE(overrun("fd[2] = 1"), "fd has 2 items, counted from 0, so there is no fd[2]");
        QCOMPARE(overrun("fd[5] = dup(0)"), "fd has 2 items, counted from 0, so there is no fd[5]");
        QCOMPARE(overrun("room[7] = 1"), "");
        QCOMPARE(overrun("room[8] = 1"),
                 "room has 8 items, counted from 0, so there is no room[8]");
        QCOMPARE(overrun("pipe(fd)"), "");
        QCOMPARE(overrun("pipe(one)"), "one has room for 4 bytes, and pipe may write 8" + behind);
        QCOMPARE(overrun("pipe(fresh)"), "");
        QCOMPARE(overrun("read(fd[0], room, 8)"), "");
        QCOMPARE(overrun("read(fd[0], room, sizeof(room) + 1)"),
                 "room has room for 8 bytes, and read may write 9" + behind);
        QCOMPARE(overrun("read(fd[0], text, 64)"), ""); // not declared: as long as what is in it
    }

    void msgget() {
        QCOMPARE(a.resolved("msgget(1234, IPC_CREAT|0644)")->args, (Args{1234, IPC_CREAT | 0644}));
        QCOMPARE(a.resolved("msgget(IPC_PRIVATE, S_IRUSR|S_IWUSR)")->args, (Args{0, 0600}));
        QCOMPARE(a.resolved("msgget(0xffffffff, 0)")->args, (Args{-1, 0}));
        QCOMPARE(a.why("msgget(5000000000, 0)"),
                 "key is 5000000000, which does not fit into 32 bits");
        QCOMPARE(a.why("msgget(nobody, 0)"),
                 "nobody has no value in this process: first make the call here that gives it one");
    }

    void msgsnd() {
        const auto call = a.resolved("msgsnd(q, {1, \"hello\"}, 5, IPC_NOWAIT)");
        QCOMPARE(call->args, (Args{7, 1, 5, IPC_NOWAIT}));
        QCOMPARE(call->data, "hello");
        QCOMPARE(a.resolved("msgsnd(q, &sbuf, 2, 0)")->data, "he");
        QCOMPARE(a.resolved("msgsnd(q, sbuf, 64, 0)")->data, "hello");
        QCOMPARE(a.resolved("msgsnd(q, &sbuf, sizeof(sbuf), 0)")->args[2], 13);
        QCOMPARE(a.resolved("msgsnd(q, &sbuf, sizeof sbuf.mtext, 0)")->args[2], 5);
        QCOMPARE(a.resolved("msgsnd(q, {1, \"x\" * 8193}, 8193, 0)")->data.size(), 8193U);
        QCOMPARE(a.resolved("msgsnd(q, {1, \"x\"}, -1, 0)")->args[2], -1);
        QCOMPARE(a.why("msgsnd(q, &q, 5, 0)"), "msgp must be a message {type, \"text\"}, not q");
    }

    void rawAddresses() {
        for (const char* text : {"msgsnd(q, (void *)8, 5, 0)", "msgrcv(q, 8, 5, 0, 0)"}) {
            const auto call = a.resolved(text);
            QCOMPARE(call->flags, rawAddress);
            QCOMPARE(call->args[4], 8);
        }
        QCOMPARE(a.resolved("msgsnd(q, NULL, 5, 0)")->flags, rawAddress);
        QCOMPARE(a.resolved("msgctl(q, IPC_STAT, (struct msqid_ds *)8)")->args[2], 8);
        QCOMPARE(a.resolved("msgctl(q, IPC_RMID, (struct msqid_ds *)NULL)")->flags, 0U);
    }

    void msgrcv() {
        const auto call = a.resolved("msgrcv(q, (void *)&rbuf, 64, LONG_MIN, MSG_NOERROR)");
        QCOMPARE(call->args, (Args{7, 64, std::numeric_limits<std::int64_t>::min(), MSG_NOERROR}));
        QCOMPARE(a.why("msgrcv(q, {1, \"x\"}, 64, 0, 0)"),
                 "msgp must be a buffer such as &rbuf, not {1, \"x\"}");
    }

    void msgctl() {
        QCOMPARE(a.resolved("msgctl(q, IPC_STAT, &fresh)")->args, (Args{7, IPC_STAT}));
        QCOMPARE(a.resolved("msgctl(q, IPC_SET, &ds)")->args,
                 (Args{7, IPC_SET, 0640, 1, 2, 16384}));
        QCOMPARE(a.resolved("msgctl(q, IPC_SET, {.msg_perm.uid = bob, .msg_perm.gid = bob})")->args,
                 (Args{7, IPC_SET, 0644, 1001, 1002, 100}));
        QVERIFY(a.why("msgctl(9, IPC_SET, {.msg_qbytes = 100})")
                    .starts_with("nothing is known of queue 9"));
        QCOMPARE(a.resolved("msgctl(q, 99, NULL)")->args[1], 99);
    }

    void killStaysInTheLab() {
        QCOMPARE(a.resolved("kill(B, SIGUSR1)")->args, (Args{4711, SIGUSR1}));
        QCOMPARE(a.resolved("kill(4711, 0)")->args, (Args{4711, 0}));
        QVERIFY(a.why("kill(1, SIGKILL)").starts_with("pid 1 is no process of this lab"));
        QVERIFY(a.why("kill(0, SIGKILL)").starts_with("kill with pid 0 would signal many"));
        QVERIFY(a.why("kill(-1, SIGKILL)").starts_with("kill with pid -1 would signal many"));
        QVERIFY(a.why("kill(-4711, SIGKILL)").starts_with("kill with pid -4711 would"));
        QCOMPARE(a.why("kill(C, SIGKILL)"), "C is no live process of this lab");
    }

    void sigaction() {
        QCOMPARE(a.resolved("sigaction(SIGUSR1, {handler, SA_RESTART}, NULL)")->args,
                 (Args{SIGUSR1, 2, SA_RESTART}));
        QCOMPARE(a.resolved("sigaction(SIGINT, {SIG_IGN}, NULL)")->args, (Args{SIGINT, 1, 0}));
        QCOMPARE(a.resolved("sigaction(SIGINT, &{.sa_handler = SIG_DFL}, NULL)")->args,
                 (Args{SIGINT, 0, 0}));
        QVERIFY(a.why("sigaction(SIGINT, NULL, NULL)").starts_with("act must be written in place"));
        QVERIFY(a.why("sigaction(SIGINT, {handler, 4}, NULL)").starts_with("sa_flags may hold"));
    }

    void pipes() {
        QCOMPARE(a.resolved("pipe(fd)")->flags, 0U);
        QCOMPARE(a.resolved("pipe((int *)8)")->args[2], 8);
        QCOMPARE(a.resolved("pipe2(fd, O_NONBLOCK)")->args, (Args{O_NONBLOCK}));
        QCOMPARE(a.resolved("read(fd[0], buf, 64)")->args, (Args{3, 64}));
        QCOMPARE(a.resolved("read(fd[0], p + 64, 4096)")->args, (Args{3, 4096, 0x7f0000000040}));
        QCOMPARE(a.resolved("read(fd[0], buf, -1)")->args[1], -1);
        QCOMPARE(a.resolved("write(fd[1], \"hello\", 5)")->data, "hello");
        QCOMPARE(a.resolved("write(fd[1], text, 2)")->data, "he");
        QCOMPARE(a.resolved("write(fd[1], \"ab\", 4)")->data, std::string("ab\0\0", 4));
        QCOMPARE(a.resolved("write(fd[1], \"ab\", -1)")->data, "");
        QCOMPARE(a.resolved("write(fd[1], &q, sizeof(q))")->data, std::string("\7\0\0\0", 4));
        QCOMPARE(a.resolved("write(fd[1], p, 5)")->flags, rawAddress);
        QCOMPARE(a.why("write(fd[1], \"x\", 65537)"),
                 "the count of bytes is 65537, and a call carries at most 65536 bytes in the lab "
                 "(maxTextBytes)");
        QCOMPARE(a.resolved("fcntl(fd[0], F_SETPIPE_SZ, 1048576)")->args,
                 (Args{3, F_SETPIPE_SZ, 1048576}));
        QCOMPARE(a.resolved("fcntl(fd[0], F_GETFL)")->args, (Args{3, F_GETFL}));
        QCOMPARE(a.resolved("fcntl(fd[0], 999)")->args[1], 999);
    }

    void theLabsOwnDescriptorsAreLeftAlone() {
        QCOMPARE(a.resolved("close(-1)")->args[0], -1);
        QCOMPARE(a.resolved("close(899)")->args[0], 899);
        QCOMPARE(a.why("close(900)"), "fd is 900, and descriptors from 900 on are the lab's own");
        QVERIFY(a.why("dup2(fd[1], 950)").starts_with("newfd is 950"));
        QVERIFY(a.why("fcntl(fd[0], F_DUPFD, 900)").starts_with("arg is 900"));
        // F_SETOWN could have the kernel signal a process outside.
        QCOMPARE(a.why("fcntl(fd[0], 8, 1)"), "the lab makes no fcntl with the command 8");
        QVERIFY(a.why("open(\"/proc/self/fd/901\", O_RDONLY)").contains("may lead out"));
    }

    void pathsStayInTheScratchFolder() {
        QCOMPARE(a.resolved("mkfifo(\"fifo\", 0666)")->data, "fifo");
        QCOMPARE(a.resolved("open(\"ram/f\", O_WRONLY|O_CREAT, 0644)")->args,
                 (Args{O_WRONLY | O_CREAT, 0644}));
        QCOMPARE(a.resolved("open(\"\", O_RDONLY)")->data, "");
        QCOMPARE(a.resolved("open(\"/proc/self/fd/3\", O_WRONLY)")->data, "/proc/self/fd/3");
        QCOMPARE(a.resolved("rename(\"a\", \"b\")")->data, std::string("a\0b", 3));
        QCOMPARE(a.resolved("ftok(\"keyfile\", 1)")->args[0], 1);
        for (const char* path : {"/etc/passwd", "..", "a/../../b", "../fifo", "/proc/self/fd/3/x",
                                 "/proc/self/fd/", "/proc/self/mem"}) {
            const std::string why = a.why(std::string("open(\"") + path + "\", O_RDONLY)");
            QVERIFY2(why.contains("may lead out of the lab: files live in the lab's own scratch "
                                  "folder, /tmp/lab"),
                     why.c_str());
        }
        QVERIFY(a.why("symlink(\"/etc\", \"x\")").contains("may lead out of the lab"));
        QVERIFY(a.why("ftok(\"/proc/self/fd/3\", 1)").contains("may lead out of the lab"));
        QCOMPARE(a.resolved("unlink(\"ram/.\")")->data, "ram/.");
        QCOMPARE(a.resolved("symlink(\"ram/f\", \"x\")")->data, std::string("ram/f\0x", 7));
        // By another name the folder could be changed after all.
        for (const char* call :
             {"chmod(\".\", 0)", "rename(\"ram\", \"x\")", "unlink(\"./ram/\")",
              "chmod(\"ram/.\", 0)", "symlink(\"ram\", \"x\")", "symlink(\".\", \"x\")",
              "symlink(\"ram/.\", \"x\")", "link(\"./ram\", \"x\")"})
            QVERIFY2(a.why(call).contains("which stays as it is"), call);
    }

    void processes() {
        QCOMPARE(a.resolved("fork()")->args, Args{});
        QCOMPARE(a.resolved("wait(NULL)")->flags, 0U);
        QCOMPARE(a.resolved("wait(&status)")->flags, 0U);
        QCOMPARE(a.resolved("wait((int *)8)")->args[2], 8);
        QCOMPARE(a.resolved("exit(3)")->args[0], 3);
        QCOMPARE(a.resolved("setrlimit(RLIMIT_NOFILE, {5, 6})")->args, (Args{RLIMIT_NOFILE, 5, 6}));
        QVERIFY(a.why("setrlimit(0, {1, 1})").starts_with("the lab sets RLIMIT_NOFILE"));
    }

    void sharedMemory() {
        QCOMPARE(a.resolved("shmget((key_t)1234, 100, IPC_CREAT|0666)")->args,
                 (Args{1234, 100, IPC_CREAT | 0666}));
        QCOMPARE(a.resolved("shmat(shm, (char *)NULL, SHM_RDONLY)")->args,
                 (Args{32, 0, SHM_RDONLY}));
        QCOMPARE(a.resolved("shmat(shm, p + 123, SHM_RND)")->args[1], 0x7f000000007b);
        QCOMPARE(a.resolved("shmdt(p)")->args[0], 0x7f0000000000);
        QCOMPARE(a.resolved("shmctl(shm, IPC_RMID, (struct shmid_ds *)NULL)")->flags, 0U);
        QCOMPARE(a.resolved("shmctl(shm, IPC_STAT, &fresh)")->args, (Args{32, IPC_STAT}));
        QCOMPARE(a.resolved("shmctl(shm, IPC_SET, &sds)")->args, (Args{32, IPC_SET, 0640, 1, 2}));
        QCOMPARE(a.resolved("shmctl(shm, IPC_SET, {.shm_perm.mode = 0600})")->args,
                 (Args{32, IPC_SET, 0600, 10, 20}));
        QCOMPARE(a.resolved("mprotect(p, 4096, PROT_READ)")->args,
                 (Args{0x7f0000000000, 4096, PROT_READ}));
        QVERIFY(a.why("shmdt(\"x\")").starts_with("shmaddr must be an address"));
    }

    void memory() {
        QCOMPARE(a.resolved("strcpy((char *)p, \"Linux\")")->data, "Linux");
        QCOMPARE(a.resolved("strcpy(room, p)")->flags, rawSource | intoVariable);
        QCOMPARE(a.resolved("memcpy(p + 6, \"abc\", 2)")->data, "ab");
        QCOMPARE(a.resolved("memset(p, 0, 67108864)")->args, (Args{0x7f0000000000, 0, 67108864}));
        QVERIFY(a.why("memcpy(p, text, 65537)").contains("at most 65536"));
        QCOMPARE(a.resolved("memset(p, 0, -1)")->args[2], -1); // the process dies of it, as in C
        for (const char* count : {"-1", "65537", "1125899906842624"})
            QVERIFY(a.why(std::string("memset(text, 0, ") + count + ")").contains("at most 65536"));
        QVERIFY(a.why("strcpy(shmadr, \"x\")").starts_with("shmadr has no value"));
        QCOMPARE(a.resolved("strlen(p)")->flags, rawSource);
        QCOMPARE(a.resolved("strlen(text)")->data, "hello");
        QCOMPARE(a.resolved("v = *(int *)(p + 64)")->args, (Args{0x7f0000000040, 4, 1}));
        QCOMPARE(a.resolved("v = n[2]")->args, (Args{0x7f0000000048, 4, 1}));
        QCOMPARE(a.resolved("*n += 5")->args, (Args{0x7f0000000040, 4, 5, '+', 1}));
        QCOMPARE(a.resolved("p[3] = 'x'")->args, (Args{0x7f0000000003, 1, 'x', '=', 1}));
        QCOMPARE(a.resolved("atomic_fetch_add(&n[1], 1)")->args, (Args{0x7f0000000044, 4, 1, 1}));
        QVERIFY(a.why("*n = \"x\"").starts_with("a store writes a number"));
    }

    void printfIsChecked() {
        const auto call = a.resolved("printf(\"%s %d %s\\n\", p, *n, text)");
        QVERIFY(call.has_value());
        const auto printed = unpackPrintf(call->data);
        QCOMPARE(printed->arguments.size(), 3U);
        QVERIFY(printed->arguments[0].kind == PrintfArgument::Kind::Address);
        QVERIFY(printed->arguments[1].kind == PrintfArgument::Kind::Memory);
        QCOMPARE(printed->arguments[1].width, 4);
        QCOMPARE(printed->arguments[2].text, "hello");
        QCOMPARE(a.why("printf(\"%d\\n\")"), "the format prints 1 values, and 0 stand behind it");
        QVERIFY(
            a.why("printf(\"%f\", 1)").contains("has a conversion that the lab does not print"));
        QVERIFY(
            a.why("printf(\"%n\", p)").contains("has a conversion that the lab does not print"));
        QVERIFY(a.why("printf(\"%s\", 5)").starts_with("%s prints a text"));
        QVERIFY(a.why("printf(\"%d\", text)").starts_with("%d prints a number"));
        QVERIFY(a.why("printf(p)").starts_with("format must be a text in quotes"));
    }

    void resolvedCallsPrint_data() {
        QTest::addColumn<QString>("text");
        for (const char* line :
             {"pipe(fd)",
              "pipe2(fd, O_NONBLOCK|O_CLOEXEC)",
              "mkfifo(\"fifo\", 0666)",
              "open(\"f\", O_RDONLY|O_NONBLOCK)",
              "open(\"f\", O_WRONLY|O_CREAT, 0644)",
              "read(3, buf, 64)",
              "write(4, \"hello\", 5)",
              "close(3)",
              "dup(3)",
              "dup2(3, 1)",
              "fcntl(3, F_GETFL)",
              "fcntl(3, F_SETFL, O_NONBLOCK)",
              "fcntl(3, F_SETPIPE_SZ, 65536)",
              "lseek(3, 0, SEEK_END)",
              "fork()",
              "wait(NULL)",
              "exit(1)",
              "setrlimit(RLIMIT_NOFILE, {5, 5})",
              "unlink(\"f\")",
              "link(\"a\", \"b\")",
              "chmod(\"f\", 0600)",
              "shmget(1234, 4096, IPC_CREAT|0644)",
              "shmat(0, NULL, SHM_RDONLY)",
              "shmdt((void *)0x7f0000000000)",
              "shmctl(0, IPC_RMID, NULL)",
              "shmctl(0, IPC_STAT, &ds)",
              "shmctl(0, IPC_SET, {.shm_perm.mode = 0600, .shm_perm.uid = 1, .shm_perm.gid = 2})",
              "mprotect((void *)0x7f0000000000, 4096, PROT_READ|PROT_WRITE)",
              "munmap((void *)0x7f0000000000, 4096)",
              "strcpy((char *)0x7f0000000000, \"hi\")",
              "memcpy((char *)0x7f0000000000, \"hi\", 2)",
              "memset((char *)0x7f0000000000, 0, 64)",
              "strlen((char *)0x7f0000000000)",
              "printf(\"%s %d\\n\", \"x\", 5)",
              "*(int *)0x7f0000000000 += 1",
              "atomic_fetch_add((atomic_int *)0x7f0000000000, 1)",
              "ftok(\"keyfile\", 1)"})
            QTest::newRow(line) << line;
    }

    /// What is printed from the evaluated arguments reads back as the same call.
    void resolvedCallsPrint() {
        QFETCH(QString, text);
        const auto call = a.resolved(text.toStdString());
        QVERIFY2(call.has_value(), call ? "" : call.error().what.c_str());
        QCOMPARE(QString::fromStdString(printResolved(*call)), text);
    }

    void aReadReplacesTextAndACopyOverlaysIt() {
        const ResolvedCall read{CallId::Read, 0, {3, 64}, {}};
        QCOMPARE(std::get<std::string>(filledValue(read, nullptr, "ab")), "ab");
        const Value number = std::int64_t{5};
        QCOMPARE(std::get<std::int64_t>(filledValue(read, &number, std::string("\x01\0\0\0", 4))),
                 1);
        const Value text = std::string("hello");
        const ResolvedCall copy{CallId::Memcpy, intoVariable, {0, 0, 2}, "HE"};
        QCOMPARE(std::get<std::string>(filledValue(copy, &text, {})), "HEllo");
        // Not from resolve(), but a recording may hold it.
        const ResolvedCall endless{CallId::Memset, intoVariable, {0, 'x', -1}, {}};
        const Value room = CharArray{std::string(4, '\0')};
        QCOMPARE(std::get<CharArray>(filledValue(endless, &room, {})).bytes, "xxxx");
    }

    void variablesChangeByMember() {
        const auto mode = assigned(&a.variables.at("ds"), "ds.msg_perm.mode", std::int64_t{0600});
        QCOMPARE(std::get<QueueStat>(*mode).mode, 0600U);
        QCOMPARE(std::get<QueueStat>(*mode).qbytes, 16384U);
        const auto fresh = assigned(nullptr, "m.mtext", std::string("hi"));
        QCOMPARE(std::get<MessageBuffer>(*fresh).mtext, "hi");
        QVERIFY(!assigned(&a.variables.at("q"), "q.mtype", std::int64_t{1}).has_value());
    }

    void everyParameterHasAnInitialValueThatParses() {
        for (const CatalogueEntry& entry : catalogue()) {
            std::string text(entry.name);
            for (const Parameter& parameter : entry.parameters)
                (text += text.ends_with(entry.name) ? "(" : ", ") += parameter.initial;
            if (entry.parameters.empty()) text += "(";
            text += ")";
            // Memory is not read and written by a name but as C does it.
            const std::string place(entry.parameters.empty() ? "" : entry.parameters[0].initial);
            if (entry.id == CallId::Load) text = "v = " + place;
            if (entry.id == CallId::Store) text = place + " = 1";
            const auto call = a.resolved(text);
            QVERIFY2(call.has_value(), (text + ": " + a.why(text)).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestResolve)
#include "test_resolve.moc"
