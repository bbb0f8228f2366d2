#include "engine/launch/supervisor.h"
#include "engine/observe/task_state.h"
#include "engine/launch/line.h"

#include <QTest>
#include <csignal>
#include <poll.h>
#include <sys/msg.h>

using namespace ipclab;

namespace {

const SupervisorOptions options{.programs = IPCLAB_PROGRAMS};

/// Takes events out of a ring until one of the wanted kind comes; fails after five seconds.
template <class T> T nextOf(RingReader& reader) {
    for (int tries = 0; tries < 5000; ++tries) {
        while (const Record* record = reader.front()) {
            const Record head = *record;
            const Event event = decode(head, reader.take());
            if (const T* found = std::get_if<T>(&event.body)) return *found;
        }
        ::poll(nullptr, 0, 1);
    }
    qFatal("the event did not come");
}

/// A zombie that nobody has reaped yet is dead.
bool exists(pid_t pid) {
    const auto watch = TaskWatch::open(pid);
    const char state = watch ? watch->look().state : '\0';
    return state != '\0' && state != 'Z' && state != 'X';
}

} // namespace

class SupervisorTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhomItCanStart() {
        const auto board = SharedBoard::create();
        const auto ring = SharedRing::create();
        const auto supervisor = Supervisor::start(*board, *ring, options);
        QVERIFY2(supervisor.has_value(), supervisor ? "" : supervisor.error().message().c_str());
        QVERIFY(supervisor->hello().users[0].available);
        QCOMPARE(supervisor->hello().users[3].available, 0); // root only when asked for
        QVERIFY(supervisor->hello().users[3].why[0] != '\0');
    }

    void aWorkerMakesACall() {
        const auto board = SharedBoard::create();
        const auto ring = SharedRing::create();
        auto supervisor = Supervisor::start(*board, *ring, options);
        QVERIFY(supervisor.has_value());
        const auto worker = supervisor->startWorker(firstWorker, 0, "A");
        QVERIFY(worker.has_value());
        RingReader events(worker->ring.memory());
        const auto started = nextOf<event::ProcessStarted>(events);
        QVERIFY(exists(started.pid));

        const ResolvedCall badId{CallId::Msgctl, 0, {-1, IPC_RMID}, {}};
        (*board)->workers[firstWorker].given = 1;
        QVERIFY(sendLine(worker->control.get(), {.first = 7}, {&badId, 1}).has_value());
        QCOMPARE(nextOf<event::Entered>(events).ref, CallRef(7));
        const auto returned = nextOf<event::Returned>(events);
        QCOMPARE(returned.result, -1);
        QCOMPARE(returned.error, EINVAL);
        QVERIFY(supervisor->close().has_value());
        QVERIFY(!exists(started.pid));
    }

    void anExitIsAKindAndNotANumber() {
        const auto board = SharedBoard::create();
        const auto ring = SharedRing::create();
        auto supervisor = Supervisor::start(*board, *ring, options);
        QVERIFY(supervisor.has_value());
        RingReader own(ring->memory());

        auto left = supervisor->startWorker(firstWorker, 0, "A");
        QVERIFY(left.has_value());
        left->control.reset(); // no more lines: the worker ends by itself
        const auto exited = nextOf<event::ProcessEnded>(own);
        QCOMPARE(exited.killed, false);
        QCOMPARE(exited.code, 0);

        const auto shot = supervisor->startWorker(firstWorker + 1, 0, "B");
        QVERIFY(shot.has_value());
        QVERIFY(supervisor->signal(firstWorker + 1, SIGTERM).has_value());
        const auto killed = nextOf<event::ProcessEnded>(own);
        QCOMPARE(killed.killed, true);
        QCOMPARE(killed.code, SIGTERM);
    }

    void itsDeathIsSeenAndItsWorkersDieWithIt() {
        const auto board = SharedBoard::create();
        const auto ring = SharedRing::create();
        auto supervisor = Supervisor::start(*board, *ring, options);
        QVERIFY(supervisor.has_value());
        const auto worker = supervisor->startWorker(firstWorker, 0, "A");
        QVERIFY(worker.has_value());
        RingReader events(worker->ring.memory());
        const pid_t pid = nextOf<event::ProcessStarted>(events).pid;
        QVERIFY(::kill(supervisor->pid(), SIGKILL) == 0);
        pollfd death{supervisor->deathFd(), POLLIN, 0};
        QCOMPARE(::poll(&death, 1, 5000), 1);
        QTRY_VERIFY(!exists(pid));
        QVERIFY(!supervisor->close().has_value());
    }

    void aLineThatIsTooLargeIsRefusedWithTheLimit() {
        const ResolvedCall call{CallId::Msgsnd, 0, {0, 1, 0, 0}, std::string(64 * 1024, 'x')};
        const std::vector<ResolvedCall> calls(4, call);
        QVERIFY(packLine({}, {calls.data(), 3}).has_value());
        const auto packed = packLine({}, calls);
        QVERIFY(!packed.has_value());
        QVERIFY(packed.error().message().find("maxLineBytes") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(SupervisorTest)
#include "supervisor.moc"
