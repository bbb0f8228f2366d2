// The life of a lab's processes, seen from the engine.
#include "engine/launch/line.h"
#include "tests/launch/small_lab.h"

#include <QFile>
#include <algorithm>
#include <csignal>
#include <sys/msg.h>
#include <sys/resource.h>

using namespace ipclab;

class SupervisorTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhomItCanStart() {
        SmallLab lab;
        const Hello& hello = lab.supervisor().hello();
        QVERIFY(hello.users[0].available);
        QCOMPARE(hello.users[3].available, 0); // root only when asked for
        QVERIFY(hello.users[3].why[0] != '\0');
    }

    void aWorkerMakesACall() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const event::Returned returned = lab.call(worker, toRemove(-1));
        QCOMPARE(returned.result, -1);
        QCOMPARE(returned.error, EINVAL);
        QVERIFY(lab.supervisor().close().has_value());
        QVERIFY(!lives(worker.pid));
    }

    /// What the window draws is not to wait for loops flat out.
    void theProgramInFrontGoesBeforeTheLabsProcesses() {
        SmallLab lab;
        const pid_t worker = lab.start().pid;
        const int mine = ::getpriority(PRIO_PROCESS, 0);
        QCOMPARE(::getpriority(PRIO_PROCESS, worker), std::min(mine + 3, 19));

        QFile group(QString("/proc/%1/autogroup").arg(worker));
        const bool sharesAmongSessions =
            group.open(QIODevice::ReadOnly) && !group.readAll().isEmpty();
        if (!sharesAmongSessions) return;
        // Another lab may have changed its own in the same moment; then the next start does it.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                lab.start();
                group.seek(0);
                return group.readAll().endsWith("nice 3\n");
            }(),
            5000);
    }

    void anExitIsAKindAndNotANumber() {
        SmallLab lab;
        lab.start().ends.control.reset(); // no more lines: the worker ends by itself
        const auto exited = lab.events().body<event::ProcessEnded>();
        QCOMPARE(exited.killed, false);
        QCOMPARE(exited.code, 0);

        const ProcessId shot = lab.start().process;
        QVERIFY(lab.supervisor().signal(shot, SIGTERM).has_value());
        const Event killed = lab.events().next<event::ProcessEnded>();
        QCOMPARE(killed.process, shot);
        QCOMPARE(std::get<event::ProcessEnded>(killed.body).killed, true);
        QCOMPARE(std::get<event::ProcessEnded>(killed.body).code, SIGTERM);
    }

    void aFaultSaysWhichAddressItWas() {
        constexpr std::int64_t nowhere = 64; // below what any process may map
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        lab.give(worker, {CallId::Load, 0, {nowhere, 4, 1}, {}});
        const auto killed = lab.events().body<event::ProcessEnded>();
        QCOMPARE(killed.killed, true);
        QCOMPARE(killed.code, SIGSEGV);
        QCOMPARE(killed.fault, std::uint64_t{nowhere});

        const ProcessId shot = lab.start().process; // a signal that somebody sends is no fault
        QVERIFY(lab.supervisor().signal(shot, SIGSEGV).has_value());
        const auto sent = lab.events().body<event::ProcessEnded>();
        QCOMPARE(sent.code, SIGSEGV);
        QCOMPARE(sent.fault, std::uint64_t{0});
    }

    void anExitStatusIsTheProcesss() {
        SmallLab lab;
        lab.give(lab.start(), {CallId::Exit, 0, {7}, {}});
        const auto exited = lab.events().body<event::ProcessEnded>();
        QCOMPARE(exited.killed, false);
        QCOMPARE(exited.code, 7);
    }

    void itsDeathIsSeenAndItsWorkersDieWithIt() {
        SmallLab lab;
        const pid_t worker = lab.start().pid;
        QVERIFY(::kill(lab.supervisor().pid(), SIGKILL) == 0);
        pollfd death{lab.supervisor().deathFd(), POLLIN, 0};
        QCOMPARE(::poll(&death, 1, 5000), 1);
        QTRY_VERIFY(!lives(worker));
        QVERIFY(!lab.supervisor().close().has_value());
    }

    void theTerminalsSignalsDoNotReachIt() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        QVERIFY(::getsid(lab.supervisor().pid()) != ::getsid(0));
        for (const int signal : {SIGINT, SIGHUP, SIGQUIT, SIGTSTP})
            QVERIFY(::kill(lab.supervisor().pid(), signal) == 0);
        QCOMPARE(lab.call(worker, toRemove(-1)).error, EINVAL);
        // The worker is an ordinary process, which such a signal ends.
        QVERIFY(lab.supervisor().signal(worker.process, SIGINT).has_value());
        QCOMPARE(lab.events().body<event::ProcessEnded>().code, SIGINT);
    }

    void aLineThatIsTooLargeIsRefusedWithTheLimit() {
        const ResolvedCall call = toSend(0, 1, std::string(64 * 1024, 'x'));
        const std::vector<ResolvedCall> calls(4, call);
        const auto packed = packLine({}, calls);
        QVERIFY(!packed.has_value());
        QVERIFY(packed.error().message().find("maxLineBytes") != std::string::npos);
    }

    void theLargestLineArrives() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const std::vector<ResolvedCall> calls(3, toSend(-1, 1, std::string(64 * 1024, 'x')));
        lab.board().workers[worker.process].given += 1;
        QVERIFY(sendLine(worker.ends.control.get(), {}, calls).has_value());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(worker.events.body<event::Returned>().error, EINVAL);
    }

    void aProgramThatIsMissingIsNamed() {
        const auto board = SharedBoard::create();
        const auto ring = SharedRing::create();
        const auto started = Supervisor::start(*board, *ring, {.programs = "/nowhere"});
        QVERIFY(!started.has_value());
        QVERIFY(started.error().message().find("/nowhere/ipclab-supervisor") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(SupervisorTest)
#include "supervisor_test.moc"
