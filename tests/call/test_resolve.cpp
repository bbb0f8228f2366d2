#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "engine/call/member.h"

#include <QTest>
#include <csignal>
#include <linux/msg.h>
#include <map>

using namespace ipclab;

namespace {

/// A process A with some variables, in a lab with a live process B (pid 4711).
struct Surroundings {
    std::map<std::string, Value, std::less<>> variables{
        {"q", std::int64_t{7}},
        {"sbuf", MessageBuffer{3, "hello"}},
        {"ds", QueueStat{.id = 7, .mode = 0640, .uid = 1, .gid = 2, .qbytes = 16384}}};
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

private slots:
    void msgget() {
        QCOMPARE(a.resolved("msgget(1234, IPC_CREAT|0644)")->args, (Args{1234, IPC_CREAT | 0644}));
        QCOMPARE(a.resolved("msgget(IPC_PRIVATE, S_IRUSR|S_IWUSR)")->args, (Args{0, 0600}));
        QCOMPARE(a.resolved("msgget(0xffffffff, 0)")->args, (Args{-1, 0}));
        QCOMPARE(a.why("msgget(5000000000, 0)"),
                 "key is 5000000000, which does not fit into 32 bits");
        QCOMPARE(a.why("msgget(nobody, 0)"), "nobody has no value in this process");
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
            const auto call = a.resolved(text + ")");
            QVERIFY2(call.has_value(), text.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestResolve)
#include "test_resolve.moc"
