// What each call of the lab's own processes does to the world.
#include "engine/world/numbers.h"
#include "tests/world/story.h"

#include <QTest>
#include <cerrno>
#include <csignal>
#include <sys/msg.h>

using namespace ipclab;

class CallsTest : public QObject {
    Q_OBJECT
private:
    static constexpr std::int32_t q = 7;
    static void same(const std::string& got, const char* expected) {
        QCOMPARE(QString::fromStdString(got), QString(expected));
    }
    /// A, B and C, and a queue that A made.
    struct Stage : Story {
        ProcessId a = start("A"), b = start("B"), c = start("C");
        Stage() { makeQueue(a, q); }
    };

private slots:
    void numbersAreTheKernels() {
        QCOMPARE(number::ipcPrivate, std::int64_t{IPC_PRIVATE});
        QCOMPARE(number::ipcCreat, std::int64_t{IPC_CREAT});
        QCOMPARE(number::ipcExcl, std::int64_t{IPC_EXCL});
        QCOMPARE(number::msgNoerror, std::int64_t{MSG_NOERROR});
        QCOMPARE(number::msgExcept, std::int64_t{MSG_EXCEPT});
        QCOMPARE(number::msgCopy, std::int64_t{MSG_COPY});
        QCOMPARE(number::ipcRmid, std::int64_t{IPC_RMID});
        QCOMPARE(number::ipcSet, std::int64_t{IPC_SET});
        QCOMPARE(number::ipcStat, std::int64_t{IPC_STAT});
    }

    void aProcessGetsAnotherLabel() {
        Story story;
        const ProcessId a = story.start("A");
        story.happens(a, event::Renamed{"sender"});
        QCOMPARE(story.process(a).label, std::string("sender"));
    }

    void aQueueAppearsWhenItsMsggetReturns() {
        Story story;
        const ProcessId a = story.start("A");
        story.enters(a, getCall(1234, IPC_CREAT | IPC_EXCL | 0640));
        QVERIFY(story.world.queues.empty());
        QCOMPARE(story.process(a).state, ProcessState::InKernel);
        story.returns(a, q);
        const Queue& queue = story.queue(q);
        QCOMPARE(queue.creator, a);
        QCOMPARE(queue.stat.key, 1234);
        QCOMPARE(queue.stat.mode, 0640u);
        QCOMPARE(queue.stat.cuid, 1000u);
        QCOMPARE(queue.stat.qbytes, std::uint64_t{16384});
        QCOMPARE(story.process(a).state, ProcessState::Ready);
    }

    void aQueueThatNobodyMadeIsFound() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, q, 1234, 0);
        QCOMPARE(story.queue(q).creator, ProcessId{0});
        QVERIFY(!story.queue(q).contentsKnown);
    }

    void theMakerIsKnownThoughAFinderReturnedFirst() {
        Story story;
        const ProcessId a = story.start("A"), b = story.start("B");
        story.enters(a, getCall(1234, IPC_CREAT | IPC_EXCL | 0600));
        story.makeQueue(b, q, 1234, 0);
        story.returns(a, q);
        QCOMPARE(story.world.queues.size(), std::size_t{1});
        QCOMPARE(story.queue(q).creator, a);
        QCOMPARE(story.queue(q).stat.mode, 0600u);
        QVERIFY(story.queue(q).contentsKnown);
    }

    void aMessageIsOneTokenFromEntryToReceipt() {
        Stage stage;
        stage.enters(stage.a, sendCall(q, 1, "hello"));
        same(stage.drawn(q), "; A>1 hello");
        const std::uint64_t serial = stage.queue(q).inFlight[0].message.serial;
        stage.returns(stage.a, 0);
        same(stage.drawn(q), "1 hello");
        QCOMPARE(stage.queue(q).messages[0].serial, serial);
        QCOMPARE(stage.queue(q).messages[0].sender, stage.a);
        QCOMPARE(stage.queue(q).stat.cbytes, std::uint64_t{5});
        QCOMPARE(stage.queue(q).stat.lspid, 102);
        stage.receive(stage.b, q, 0, 1, "hello");
        same(stage.drawn(q), "");
        QCOMPARE(stage.queue(q).stat.qnum, std::uint64_t{0});
        QCOMPARE(stage.queue(q).stat.cbytes, std::uint64_t{0});
        QCOMPARE(stage.queue(q).stat.lrpid, 103);
    }

    void msgszDecidesHowMuchIsSent() {
        Stage stage;
        ResolvedCall call = sendCall(q, 1, "hello");
        call.args[2] = 3;
        stage.enters(stage.a, call);
        stage.returns(stage.a, 0);
        call.args[2] = 7;
        stage.enters(stage.a, call);
        stage.returns(stage.a, 0);
        QCOMPARE(stage.queue(q).messages[0].text, std::string("hel"));
        QCOMPARE(stage.queue(q).messages[1].text, std::string("hello\0\0", 7));
        QCOMPARE(stage.queue(q).stat.cbytes, std::uint64_t{10});
    }

    void aSendThatFailsLeavesNothing() {
        Stage stage;
        stage.enters(stage.a, sendCall(q, 0, "bad type"));
        stage.returns(stage.a, -1, EINVAL);
        same(stage.drawn(q), "");
        QCOMPARE(stage.process(stage.a).errors, std::uint64_t{1});
        QCOMPARE(stage.process(stage.a).last->error, EINVAL);
    }

    void aSleepingReceiverIsHandedTheMessage() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 0));
        stage.sleeps(stage.b);
        same(stage.drawn(q), "; asleep B");
        stage.send(stage.a, q, 1, "hi");
        same(stage.drawn(q), "; 1 hi>B");
        QCOMPARE(stage.queue(q).stat.qnum, std::uint64_t{0});
        QCOMPARE(stage.queue(q).stat.lrpid, 103); // before B has run
        stage.receives(stage.b, 1, "hi");
        same(stage.drawn(q), "");
    }

    void theFirstSleeperWhoAcceptsGetsIt() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 5));
        stage.sleeps(stage.b);
        stage.enters(stage.c, receiveCall(q, 100, -3));
        stage.sleeps(stage.c);
        stage.send(stage.a, q, 2, "hi");
        same(stage.drawn(q), "; 2 hi>C; asleep B");
    }

    void aSleeperWithASmallBufferIsPassedOver() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 2, 0));
        stage.sleeps(stage.b);
        stage.enters(stage.c, receiveCall(q, 2, 0, MSG_NOERROR));
        stage.sleeps(stage.c);
        stage.send(stage.a, q, 1, "too long");
        same(stage.drawn(q), "; 1 too long>C");
        stage.returns(stage.b, -1, E2BIG);
        stage.receives(stage.c, 1, "to");
        same(stage.drawn(q), "");
        QCOMPARE(stage.queue(q).strangeReceives, std::uint64_t{0});
    }

    void aReceiveMayBeToldBeforeItsSend() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 0));
        stage.enters(stage.a, sendCall(q, 1, "hi"));
        stage.receives(stage.b, 1, "hi");
        same(stage.drawn(q), "; A>1 hi taken");
        stage.returns(stage.a, 0);
        same(stage.drawn(q), "");
        QCOMPARE(stage.queue(q).stat.qnum, std::uint64_t{0});
        QCOMPARE(stage.queue(q).stat.lspid, 102);
        QCOMPARE(stage.queue(q).strangeReceives, std::uint64_t{0});
    }

    void aWrongHandOverIsTakenBack() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 0));
        stage.sleeps(stage.b);
        stage.enters(stage.a, sendCall(q, 1, "first"));
        stage.send(stage.c, q, 1, "second"); // told first, but the kernel had A's first
        same(stage.drawn(q), "; A>1 first; 1 second>B");
        stage.receives(stage.b, 1, "first");
        stage.returns(stage.a, 0);
        same(stage.drawn(q), "1 second");
        QCOMPARE(stage.queue(q).stat.qnum, std::uint64_t{1});
    }

    void msgtypSelects() {
        Stage stage;
        for (const int type : {5, 3, 9, 3, 1})
            stage.send(stage.a, q, type, "x");
        stage.receive(stage.b, q, 3, 3, "x");
        same(stage.drawn(q), "5 x|9 x|3 x|1 x");
        stage.receive(stage.b, q, -4, 1, "x");
        same(stage.drawn(q), "5 x|9 x|3 x");
    }

    void aPeekChangesNothing() {
        Stage stage;
        stage.send(stage.a, q, 1, "x");
        stage.enters(stage.b, receiveCall(q, 100, 0, MSG_COPY | IPC_NOWAIT));
        stage.receives(stage.b, 1, "x");
        same(stage.drawn(q), "1 x");
        QCOMPARE(stage.queue(q).stat.lrpid, 0);
    }

    void aBadAddressDestroysTheMessage() {
        Stage stage;
        stage.send(stage.a, q, 1, "x");
        ResolvedCall call = receiveCall(q, 100, 0);
        call.flags = rawAddress;
        call.args[4] = 8;
        stage.enters(stage.b, call);
        stage.returns(stage.b, -1, EFAULT);
        same(stage.drawn(q), "");
    }

    void removalTakesAllMessages() {
        Stage stage;
        stage.send(stage.a, q, 1, "x");
        stage.enters(stage.b, receiveCall(q, 100, 2));
        stage.sleeps(stage.b);
        stage.enters(stage.a, controlCall(q, IPC_RMID));
        stage.returns(stage.a, 0);
        QVERIFY(stage.world.queue(q) == nullptr);
        QVERIFY(stage.queue(q).removed);
        stage.returns(stage.b, -1, EIDRM);
        same(stage.drawn(q), "");
        QCOMPARE(stage.process(stage.b).state, ProcessState::Ready);
    }

    /// In whatever order the ends are told, and whatever the sleepers do next.
    void aRemovedQueueKnowsWhomItWoke() {
        Stage stage;
        for (const ProcessId each : {stage.b, stage.c}) {
            stage.enters(each, receiveCall(q, 100, 2));
            stage.sleeps(each);
        }
        stage.enters(stage.a, controlCall(q, IPC_RMID));
        stage.returns(stage.c, -1, EIDRM);
        stage.returns(stage.a, 0);
        stage.returns(stage.b, -1, EIDRM);
        stage.enters(stage.c, receiveCall(q, 100, 0));
        stage.returns(stage.c, -1, EINVAL);
        const std::vector<CutByRemoval>& cut = stage.queue(q).cut;
        QCOMPARE(cut.size(), std::size_t{2});
        QCOMPARE(cut[0].process, stage.c);
        QCOMPARE(cut[1].process, stage.b);
        QVERIFY(cut[0].error == EIDRM && cut[1].error == EIDRM);
    }

    void ipcSetChangesWhatItNames() {
        Stage stage;
        stage.enters(stage.a, controlCall(q, IPC_SET, 0600, 1001, 1002, 100));
        stage.returns(stage.a, 0);
        QCOMPARE(stage.queue(q).stat.mode, 0600u);
        QCOMPARE(stage.queue(q).stat.uid, 1001u);
        QCOMPARE(stage.queue(q).stat.gid, 1002u);
        QCOMPARE(stage.queue(q).stat.qbytes, std::uint64_t{100});
        QCOMPARE(stage.queue(q).stat.cuid, 1000u);
    }

    void aKilledProcessSleepsNoMore() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 0));
        stage.sleeps(stage.b);
        stage.end(stage.b, SIGKILL);
        same(stage.drawn(q), "");
        QCOMPARE(stage.process(stage.b).state, ProcessState::Killed);
        QCOMPARE(stage.process(stage.b).endCode, SIGKILL);
        stage.send(stage.a, q, 1, "x");
        same(stage.drawn(q), "1 x");
    }

    void aStoppedSleeperGoesBehindTheOthers() {
        Stage stage;
        for (const ProcessId receiver : {stage.b, stage.c}) {
            stage.enters(receiver, receiveCall(q, 100, 0));
            stage.sleeps(receiver);
        }
        same(stage.drawn(q), "; asleep B C");
        stage.enters(stage.a, {CallId::Kill, 0, {103, SIGSTOP}, {}});
        stage.returns(stage.a, 0);
        QCOMPARE(stage.process(stage.b).state, ProcessState::Stopped);
        same(stage.drawn(q), "; asleep C");
        stage.enters(stage.a, {CallId::Kill, 0, {103, SIGCONT}, {}});
        stage.returns(stage.a, 0);
        same(stage.drawn(q), "; asleep C B");
    }

    /// Its kill returns when it goes on again.
    void whoStopsItselfIsNotStoppedOnceItsCallHasReturned() {
        Stage stage;
        stage.enters(stage.a, {CallId::Kill, 0, {102, SIGSTOP}, {}});
        stage.happens(stage.a, event::Stopped{true});
        QCOMPARE(stage.process(stage.a).state, ProcessState::Stopped);
        stage.enters(stage.b, {CallId::Kill, 0, {102, SIGCONT}, {}});
        stage.returns(stage.b, 0);
        stage.happens(stage.a, event::Stopped{false});
        stage.returns(stage.a, 0);
        QCOMPARE(stage.process(stage.a).state, ProcessState::Ready);
    }

    void sleepersStandByTheTimeTheyEntered() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 0));
        stage.enters(stage.c, receiveCall(q, 100, 0));
        stage.sleeps(stage.c);
        stage.sleeps(stage.b);
        same(stage.drawn(q), "; asleep B C");
    }

    void aCallInWhichAProcessIsKilledHasNoResult() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 0));
        stage.sleeps(stage.b);
        stage.end(stage.b, SIGKILL);
        const Process& killed = *stage.world.process(stage.b);
        QVERIFY(!killed.current);
        QVERIFY(killed.unfinished.has_value());
        QCOMPARE(static_cast<int>(killed.unfinished->call.id), static_cast<int>(CallId::Msgrcv));
        QCOMPARE(killed.endedNs, stage.world.timeNs);
    }

    void onlySixtyFourQueuesAreKept() {
        Story story;
        const ProcessId a = story.start("A");
        for (std::int32_t id = 0; id < 100; ++id) {
            story.makeQueue(a, id);
            story.enters(a, controlCall(id, IPC_RMID));
            story.returns(a, 0);
        }
        QCOMPARE(story.world.queues.size(), std::size_t{64});
        QCOMPARE(story.world.queues.back().stat.id, 99);
    }
};

QTEST_GUILESS_MAIN(CallsTest)
#include "calls_test.moc"
