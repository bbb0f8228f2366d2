// Steps and the session as a script, from events as a lab reports them.
#include "gui/bridge/session_script.h"
#include "gui/bridge/steps.h"

#include "engine/call/language.h"

#include <QTest>
#include <array>
#include <csignal>

using namespace ipclab;

namespace {

/// Writes a journal by hand, one event after the other.
struct Journaled {
    std::vector<Event> events;

    void add(ProcessId process, event::Body body) {
        events.push_back({events.size() + 1, static_cast<std::int64_t>(events.size()), process,
                          std::move(body)});
    }
    void started(ProcessId process, const char* letter, const char* user) {
        add(process, event::ProcessStarted{letter, "", user, 100 + process, 1000, 1000, 0});
    }
    void given(ProcessId process, CallRef first, const char* line) {
        add(process, event::Given{first, std::make_shared<const Statement>(*parseStatement(line))});
    }
    void entered(ProcessId process, CallRef ref, CallId call) {
        add(process, event::Entered{ref, {call, 0, {}, {}}});
    }
    void returned(ProcessId process, CallRef ref, CallId call, std::int64_t result, int error = 0) {
        event::Returned body;
        body.ref = ref;
        body.call = call;
        body.result = result;
        body.error = error;
        add(process, body);
    }
    void kill(ProcessId process, CallRef ref, const char* line, ProcessId whom, int signal) {
        given(process, ref, line);
        add(process, event::Entered{ref, {CallId::Kill, 0, {100 + whom, signal}, {}}});
        returned(process, ref, CallId::Kill, 0);
    }
    [[nodiscard]] EventReader reader() const {
        return [this](std::uint64_t from, std::size_t limit) {
            std::vector<Event> some;
            for (auto i = from; i < events.size() && some.size() < limit; ++i)
                some.push_back(events[i]);
            return some;
        };
    }
};

QString scriptOf(const Journaled& journal) {
    return QString::fromStdString(sessionScript(journal.reader(), journal.events.size()));
}

constexpr ProcessId a = firstWorker, b = firstWorker + 1;

} // namespace

class StepsTest : public QObject {
    Q_OBJECT

private slots:
    void eachLineGivenIsAStep() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.given(a, 1, "A: q = msgget(1234, IPC_CREAT|0644)");
        journal.entered(a, 1, CallId::Msgget);
        journal.returned(a, 1, CallId::Msgget, 3);
        journal.given(a, 2, "A: msgctl(q, IPC_RMID, NULL)");
        Steps steps;
        steps.take(0, journal.events);
        QCOMPARE(steps.before(5), std::uint64_t{4});
        QCOMPARE(steps.before(4), std::uint64_t{1});
        QCOMPARE(steps.before(1), std::uint64_t{0});
        QCOMPARE(steps.after(0), std::optional<std::uint64_t>(1));
        QCOMPARE(steps.after(1), std::optional<std::uint64_t>(4));
        QVERIFY(!steps.after(4));
    }

    void aLineGivenToTwoProcessesIsOneStep() {
        Journaled journal;
        const auto line = std::make_shared<const Statement>(
            *parseStatement("A, B: repeat 2 { msgsnd(q, {1, \"x\"}, 1, 0) }"));
        journal.add(a, event::Given{1, line});
        journal.add(b, event::Given{1, line});
        Steps steps;
        steps.take(0, journal.events);
        QCOMPARE(steps.count(), std::size_t{1});
        QCOMPARE(steps.given(), std::uint64_t{2});
    }

    void theSessionBecomesAScriptWithWhatCameBack() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.started(b, "B", "bob");
        journal.given(a, 1, "A: q = msgget(1234, IPC_CREAT|0644)");
        journal.entered(a, 1, CallId::Msgget);
        journal.returned(a, 1, CallId::Msgget, 3);
        journal.given(b, 1, "B: msgrcv(3, &rbuf, 64, 0, 0)");
        journal.entered(b, 1, CallId::Msgrcv);
        journal.add(b, event::SleepSeen{CallId::Msgrcv});
        journal.given(a, 2, "A: msgctl(q, IPC_RMID, NULL)");
        journal.entered(a, 2, CallId::Msgctl);
        journal.returned(b, 1, CallId::Msgrcv, -1, EIDRM);
        journal.returned(a, 2, CallId::Msgctl, 0);
        const QString script =
            QString::fromStdString(sessionScript(journal.reader(), journal.events.size()));
        QStringList lines = script.trimmed().split(u'\n');
        for (QString& each : lines)
            each = each.simplified();
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0], QStringLiteral("process A"));
        QCOMPARE(lines[2], QStringLiteral("A: q = msgget(1234, IPC_CREAT|0644)"));
        QCOMPARE(lines[3], QStringLiteral("B: msgrcv(3, &rbuf, 64, 0, 0) blocks"));
        QCOMPARE(lines[4], QStringLiteral("A: msgctl(q, IPC_RMID, NULL) = 0"));
        QCOMPARE(lines[5], QStringLiteral("B: returns = -1 EIDRM"));
    }

    void aForkedChildIsNamedByTheLineThatForkedIt() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.given(a, 1, "A: fork()");
        journal.add(a, event::Entered{1, {CallId::Fork, 0, {}, {}}});
        journal.add(b, event::ProcessStarted{"B", "", "alice", 4712, 1000, 1000, a});
        journal.returned(a, 1, CallId::Fork, 4712);
        journal.given(b, 1, "B: exit(3)");
        journal.add(b, event::Entered{1, {CallId::Exit, 0, {3}, {}}});
        journal.add(b, event::ProcessEnded{false, 3});
        const std::string script = sessionScript(journal.reader(), journal.events.size());
        QCOMPARE(QString::fromStdString(script),
                 QStringLiteral("process A\nA: B = fork()\nB: exit(3)\n"));
    }

    void whoWasKilledByNoCallIsKilledByTheLab() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.started(b, "B", "alice");
        journal.given(a, 1, "A: msgrcv(3, &rbuf, 64, 0, 0)");
        journal.entered(a, 1, CallId::Msgrcv);
        journal.add(a, event::SleepSeen{CallId::Msgrcv});
        journal.add(a, event::ProcessEnded{true, SIGKILL});
        journal.add(b, event::Stopped{true});
        journal.add(b, event::Stopped{false});
        journal.add(b, event::ProcessEnded{true, SIGTERM});
        QCOMPARE(scriptOf(journal), QStringLiteral("process A\n"
                                                   "process B\n"
                                                   "A: msgrcv(3, &rbuf, 64, 0, 0) blocks\n"
                                                   "kill A SIGKILL\n"
                                                   "A: killed SIGKILL\n"
                                                   "kill B SIGSTOP\n"
                                                   "kill B SIGCONT\n"
                                                   "kill B SIGTERM\n"
                                                   "B: killed SIGTERM\n"));
    }

    void whatACallOfTheLabDidHasItsCause() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.started(b, "B", "alice");
        journal.kill(b, 1, "B: kill(A, SIGSTOP)", a, SIGSTOP);
        journal.add(a, event::Stopped{true});
        journal.kill(b, 2, "B: kill(A, SIGKILL)", a, SIGKILL);
        journal.add(a, event::ProcessEnded{true, SIGKILL});
        journal.given(b, 3, "B: kill(B, SIGKILL)");
        journal.add(b, event::Entered{3, {CallId::Kill, 0, {100 + b, SIGKILL}, {}}});
        journal.add(b, event::ProcessEnded{true, SIGKILL});
        QCOMPARE(scriptOf(journal), QStringLiteral("process A\n"
                                                   "process B\n"
                                                   "B: kill(A, SIGSTOP) = 0\n"
                                                   "B: kill(A, SIGKILL) = 0\n"
                                                   "A: killed SIGKILL\n"
                                                   "B: kill(B, SIGKILL) killed SIGKILL\n"));
    }

    void aRepeatThatWasCutShortHasTheRoundsItMade_data() {
        QTest::addColumn<int>("returns");
        QTest::addColumn<bool>("sleeps");
        QTest::addColumn<QString>("lines");
        const QString repeat = "A: repeat %1 { msgsnd(3, {1}, 0, 0); msgrcv(3, &b, 9, 0, 0) }\n";
        const QString send = "A: msgsnd(3, {1}, 0, 0)\n";
        QTest::newRow("before the first call was over") << 0 << false << QString();
        QTest::newRow("in the first round") << 1 << false << send;
        QTest::newRow("between two rounds") << 4 << false << repeat.arg(2);
        QTest::newRow("in the third round") << 5 << false << repeat.arg(2) + send;
        QTest::newRow("asleep in the third round") << 5 << true << repeat.arg(3);
    }

    void aRepeatThatWasCutShortHasTheRoundsItMade() {
        QFETCH(int, returns);
        QFETCH(bool, sleeps);
        QFETCH(QString, lines);
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.given(a, 1, "A: repeat 100 { msgsnd(3, {1}, 0, 0); msgrcv(3, &b, 9, 0, 0) }");
        constexpr std::array calls{CallId::Msgsnd, CallId::Msgrcv};
        for (int i = 0; i < returns; ++i) {
            const CallRef ref = 1 + static_cast<CallRef>(i % 2);
            journal.entered(a, ref, calls.at(ref - 1));
            journal.returned(a, ref, calls.at(ref - 1), 0);
        }
        const CallRef next = 1 + static_cast<CallRef>(returns % 2);
        journal.entered(a, next, calls.at(next - 1));
        if (sleeps) journal.add(a, event::SleepSeen{calls.at(next - 1)});
        QCOMPARE(scriptOf(journal), "process A\n" + lines); // as far as it has come
        journal.add(a, event::ProcessEnded{true, SIGKILL});
        QCOMPARE(scriptOf(journal), "process A\n" + lines + "kill A SIGKILL\nA: killed SIGKILL\n");
    }

    void aRepeatThatWasStoppedGoesNoFurther() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.given(a, 1, "A: repeat 100 { close(9) }");
        for (int i = 0; i < 3; ++i) {
            journal.entered(a, 1, CallId::Close);
            journal.returned(a, 1, CallId::Close, -1, EBADF);
        }
        journal.given(a, 2, "A: close(8)");
        journal.entered(a, 2, CallId::Close);
        journal.returned(a, 2, CallId::Close, -1, EBADF);
        QCOMPARE(scriptOf(journal), QStringLiteral("process A\nA: repeat 3 { close(9) }\n"
                                                   "A: close(8) = -1 EBADF\n"));
    }

    void ofARepeatOfSeveralEachHasTheRoundsItMade() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.started(b, "B", "alice");
        const auto line = std::make_shared<const Statement>(
            *parseStatement("A, B: repeat 100 { close(9); close(8) }"));
        journal.add(a, event::Given{1, line});
        journal.add(b, event::Given{1, line});
        const auto round = [&](ProcessId process, int calls) {
            for (int i = 0; i < calls; ++i) {
                const CallRef ref = 1 + static_cast<CallRef>(i % 2);
                journal.entered(process, ref, CallId::Close);
                journal.returned(process, ref, CallId::Close, -1, EBADF);
            }
        };
        round(a, 10); // five rounds
        round(b, 5);  // two, and the first call of the third
        QCOMPARE(scriptOf(journal),
                 QStringLiteral("process A\nprocess B\nA, B: repeat 2 { close(9); close(8) }\n"
                                "A: repeat 3 { close(9); close(8) }\nB: close(9)\n"));
    }

    void aRepeatThatACallEndedStandsBeforeThatCall() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.started(b, "B", "alice");
        journal.given(a, 1, "A: repeat 100 { close(9); close(8) }");
        journal.entered(a, 1, CallId::Close);
        journal.returned(a, 1, CallId::Close, -1, EBADF);
        journal.kill(b, 1, "B: kill(A, SIGTERM)", a, SIGTERM);
        journal.add(a, event::ProcessEnded{true, SIGTERM});
        QCOMPARE(scriptOf(journal), QStringLiteral("process A\nprocess B\nA: close(9)\n"
                                                   "B: kill(A, SIGTERM) = 0\n"
                                                   "A: killed SIGTERM\n"));
    }

    void aLineThatWasTakenBackIsNotInTheScript() {
        Journaled journal;
        journal.started(a, "A", "alice");
        journal.given(a, 1, "A: msgctl(3, IPC_RMID, NULL)");
        journal.add(a, event::Withdrawn{1});
        const std::string script = sessionScript(journal.reader(), journal.events.size());
        QVERIFY(script.find("msgctl") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(StepsTest)
#include "steps_test.moc"
