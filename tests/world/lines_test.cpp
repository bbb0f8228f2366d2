// A line from being given to its end, and what it stores in the process's variables.
#include "engine/call/language.h"
#include "tests/world/story.h"

#include <QTest>
#include <cerrno>

using namespace ipclab;

class LinesTest : public QObject {
    Q_OBJECT
private:
    static Statement line(const char* text) { return *parseStatement(text); }
    template <class T> static T variable(const Process& process, const char* called) {
        return std::get<T>(process.variables.find(called)->second);
    }

private slots:
    void aLineIsHeldUntilItsCallEnters() {
        Story story;
        const ProcessId a = story.start("A");
        story.gives(a, line("A: q = msgget(1234, IPC_CREAT|0644)"));
        QCOMPARE(story.process(a).state, ProcessState::Held);
        story.enters(a, getCall(1234, 01644));
        QCOMPARE(story.process(a).state, ProcessState::InKernel);
        story.returns(a, 7);
        QCOMPARE(story.process(a).state, ProcessState::Ready);
        QVERIFY(!story.process(a).given);
        QCOMPARE(variable<std::int64_t>(story.process(a), "q"), std::int64_t{7});
    }

    void aHeldLineCanBeTakenBack() {
        Story story;
        const ProcessId a = story.start("A");
        story.gives(a, line("A: q = msgget(1234, IPC_CREAT|0644)"));
        story.happens(a, event::Withdrawn{story.process(a).given->first});
        QCOMPARE(story.process(a).state, ProcessState::Ready);
        QVERIFY(!story.process(a).given);
    }

    /// The lab gives no such line; a recording may hold one.
    void anAssignmentIsDoneAtOnceHoweverOftenItsLineSays() {
        Story story;
        const ProcessId a = story.start("A");
        story.gives(a, line("A: repeat 5 { n = 1 }"));
        QCOMPARE(story.process(a).state, ProcessState::Held);
        story.happens(a, event::Assigned{"n", std::int64_t{1}});
        QCOMPARE(story.process(a).state, ProcessState::Ready);
        QVERIFY(!story.process(a).given);
    }

    void aReceiveFillsItsBufferAndItsResult() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, 7);
        story.send(a, 7, 1, "hello");
        story.gives(a, line("A: n = msgrcv(q, &rbuf, 100, 0, 0)"));
        story.enters(a, receiveCall(7, 100, 0));
        story.receives(a, 1, "hello");
        QCOMPARE(variable<std::int64_t>(story.process(a), "n"), std::int64_t{5});
        QVERIFY((variable<MessageBuffer>(story.process(a), "rbuf") == MessageBuffer{1, "hello"}));
    }

    void aReceiveThatFailsLeavesItsBuffer() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, 7);
        story.happens(a, event::Assigned{"rbuf", MessageBuffer{9, "before"}});
        story.gives(a, line("A: n = msgrcv(q, &rbuf, 100, 0, IPC_NOWAIT)"));
        story.enters(a, receiveCall(7, 100, 0, 04000));
        story.returns(a, -1, ENOMSG);
        QCOMPARE(variable<std::int64_t>(story.process(a), "n"), std::int64_t{-1});
        QVERIFY((variable<MessageBuffer>(story.process(a), "rbuf") == MessageBuffer{9, "before"}));
    }

    void ipcStatFillsItsStruct() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, 7);
        story.gives(a, line("A: msgctl(q, IPC_STAT, &ds)"));
        story.enters(a, controlCall(7, 2));
        QueueStat stat = story.queue(7).stat;
        stat.qbytes = 4096;
        const CallRef ref = story.process(a).current->ref;
        story.happens(
            a, event::Returned{
                   ref, CallId::Msgctl, 0, 0, 0, {}, std::make_shared<QueueStat>(stat), false});
        QCOMPARE(variable<QueueStat>(story.process(a), "ds").qbytes, std::uint64_t{4096});
        story.happens(a, event::Assigned{"ds.msg_perm.mode", std::int64_t{0600}});
        QCOMPARE(variable<QueueStat>(story.process(a), "ds").mode, 0600u);
        QCOMPARE(variable<QueueStat>(story.process(a), "ds").qbytes, std::uint64_t{4096});
    }

    void anAssignmentIsALineToo() {
        Story story;
        const ProcessId a = story.start("A");
        story.gives(a, line("A: sbuf = {1, \"hi\"}"));
        QCOMPARE(story.process(a).state, ProcessState::Held);
        story.happens(a, event::Assigned{"sbuf", MessageBuffer{1, "hi"}});
        QCOMPARE(story.process(a).state, ProcessState::Ready);
        QVERIFY(!story.process(a).given);
        story.happens(a, event::Assigned{"sbuf.mtype", std::int64_t{4}});
        QVERIFY((variable<MessageBuffer>(story.process(a), "sbuf") == MessageBuffer{4, "hi"}));
    }

    void aRepeatEndsWithItsLastCall() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, 7);
        story.gives(
            a, line("A: repeat 3 { msgsnd(q, {1, \"x\"}, 1, 0); msgrcv(q, &rbuf, 10, 0, 0) }"));
        const CallRef first = story.process(a).given->first;
        for (std::uint64_t round = 1; round <= 3; ++round) {
            QVERIFY(story.process(a).given);
            story.happens(a, event::Entered{first, sendCall(7, 1, "x")});
            story.returns(a, 0);
            QVERIFY(story.process(a).given);
            story.happens(a, event::Entered{first + 1, receiveCall(7, 10, 0)});
            story.receives(a, 1, "x");
            if (round < 3) QCOMPARE(story.process(a).given->done, round);
        }
        QVERIFY(!story.process(a).given);
        QCOMPARE(story.process(a).calls, std::uint64_t{7});
        QCOMPARE(story.world.calls, std::uint64_t{7});
    }

    void aStoppedRepeatIsOverWhenAllIsQuiet() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, 7);
        story.gives(a, line("A: repeat 1000 { msgsnd(q, {1, \"x\"}, 1, 0) }"));
        story.enters(a, sendCall(7, 1, "x"));
        story.returns(a, 0);
        QVERIFY(story.process(a).given);
        story.happens(supervisorProcess, event::Quiet{1});
        QVERIFY(!story.process(a).given);
        QCOMPARE(story.world.quiet, std::uint64_t{1});
    }

    void aReturnWhoseEntryWasLostIsCounted() {
        Story story;
        const ProcessId a = story.start("A");
        story.happens(engineProcess, event::Hole{a, 3});
        story.happens(a, event::Returned{5, CallId::Msgsnd, 0, 0, 0, {}, {}, false});
        QCOMPARE(story.world.holes, std::uint64_t{1});
        QCOMPARE(story.process(a).calls, std::uint64_t{1});
    }
};

QTEST_GUILESS_MAIN(LinesTest)
#include "lines_test.moc"
