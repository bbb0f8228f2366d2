// Parents and children in the world: what a child begins with, zombies, orphans.
#include "engine/call/language.h"
#include "engine/world/questions.h"
#include "tests/world/story.h"

#include <QTest>
#include <csignal>
#include <sys/shm.h>

using namespace ipclab;

namespace {

constexpr int pidOfB = 103; // as Story counts them
constexpr int exitedThree = 3 << 8;

/// A with a child B, whose fork has returned.
struct Family : Story {
    ProcessId a = start("A");
    ProcessId b = 0;

    explicit Family(const char* line = "A: B = fork()") {
        happens(a, event::Assigned{"n", std::int64_t{5}});
        gives(a, *parseStatement(line));
        enters(a, {CallId::Fork, 0, {}, {}});
        b = static_cast<ProcessId>(a + 1);
        happens(b, event::ProcessStarted{"B", "", "alice", pidOfB, 1000, 1000, a});
        returns(a, pidOfB);
    }
    void waits(std::int64_t status, std::int64_t fault = 0) {
        gives(a, *parseStatement("A: wait(NULL)"));
        enters(a, {CallId::Wait, 0, {}, {}});
        event::Returned returned;
        returned.ref = process(a).current->ref;
        returned.call = CallId::Wait;
        returned.result = pidOfB;
        returned.detail = status;
        returned.mtype = fault;
        happens(a, returned);
    }
    [[nodiscard]] std::int64_t number(ProcessId of, const char* variable) const {
        return std::get<std::int64_t>(process(of).variables.find(variable)->second);
    }
};

} // namespace

class WorldForkTest : public QObject {
    Q_OBJECT
private slots:
    void theChildHasItsParentsVariablesAndZero() {
        const Family family;
        QCOMPARE(family.number(family.a, "B"), std::int64_t{pidOfB});
        QCOMPARE(family.number(family.b, "B"), std::int64_t{0});
        QCOMPARE(family.number(family.b, "n"), std::int64_t{5});
        QCOMPARE(family.process(family.b).state, ProcessState::Ready);
        QVERIFY(!family.process(family.b).given); // its parent's line is not its own
        QCOMPARE(parentNow(family.world, family.process(family.b)), family.a);
    }

    void aForkWithoutTargetChangesNoVariable() {
        const Family family("A: fork()");
        QVERIFY(family.process(family.b).variables == family.process(family.a).variables);
    }

    void anEndedChildIsAZombieUntilItsParentWaits() {
        Family family;
        family.happens(family.b, event::ProcessEnded{false, 3});
        QVERIFY(isZombie(family.process(family.b)));
        family.waits(exitedThree);
        QVERIFY(!isZombie(family.process(family.b)));
    }

    void aWaitMayBeToldOfBeforeTheEnd() {
        Family family;
        family.waits(exitedThree);
        QCOMPARE(family.process(family.b).state, ProcessState::Exited);
        QCOMPARE(family.process(family.b).endCode, 3);
        family.happens(family.b, event::ProcessEnded{false, 3}); // the same, once more
        QVERIFY(!isZombie(family.process(family.b)));
        QCOMPARE(family.process(family.b).state, ProcessState::Exited);
    }

    /// What was attached then is not any more when the supervisor tells of the end.
    void whyAChildDiedIsKnownThoughTheWaitWasToldOfFirst() {
        constexpr std::int64_t at = 0x7f0000000000;
        Family family;
        family.enters(family.b, {CallId::Shmat, 0, {5, 0, SHM_RDONLY}, {}});
        event::Returned attached{0, CallId::Shmat, at, 0, 0, {}, {}, false};
        attached.ref = family.process(family.b).current->ref;
        attached.detail = 4096;
        family.happens(family.b, attached);
        family.enters(family.b, {CallId::Store, 0, {at + 8, 1, 'x', '=', 1}, {}});
        family.waits(SIGSEGV, at + 8);
        family.happens(family.b, event::ProcessEnded{true, SIGSEGV, at + 8});
        const Process& child = family.process(family.b);
        QCOMPARE(child.state, ProcessState::Killed);
        QCOMPARE(child.fault, static_cast<std::uint64_t>(at + 8));
        QVERIFY(child.faultCause && child.faultCause->reason == FaultReason::ReadOnly);
        QCOMPARE(child.faultCause->segment, 5);
        QCOMPARE(child.faultCause->offset, std::uint64_t{8});
    }

    void theSupervisorTakesInOrphansAndTakesAwayZombies() {
        Family family;
        family.end(family.a, 9);
        QVERIFY(family.process(family.b).alive());
        QCOMPARE(parentNow(family.world, family.process(family.b)), supervisorProcess);
        family.end(family.b, 9);
        QVERIFY(!isZombie(family.process(family.b)));

        Family other;
        other.end(other.b, 9);
        QVERIFY(isZombie(other.process(other.b)));
        other.end(other.a, 9);
        QVERIFY(!isZombie(other.process(other.b)));
    }

    void anExitIsNoCallThatWasCutOff() {
        Family family;
        family.gives(family.b, *parseStatement("B: exit(3)"));
        family.enters(family.b, {CallId::Exit, 0, {3}, {}});
        family.happens(family.b, event::ProcessEnded{false, 3});
        QVERIFY(!family.process(family.b).unfinished);
        QCOMPARE(family.process(family.b).calls, 1U);
    }
};

QTEST_GUILESS_MAIN(WorldForkTest)
#include "fork_test.moc"
