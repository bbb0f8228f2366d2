// What the supervisor says of sleep, quiet and queues: the kernel's truth, in its place in the
// order.
#include "engine/kernel/message_queue.h"
#include "tests/launch/small_lab.h"

#include <QElapsedTimer>
#include <csignal>

using namespace ipclab;

namespace {

/// A queue that the lab made and knows.
int labQueue(SmallLab& lab, SmallLab::Worker& worker, int flags = 0600) {
    return static_cast<int>(lab.call(worker, toGet(IPC_PRIVATE, flags)).result);
}

} // namespace

class QuietTest : public QObject {
    Q_OBJECT
private slots:
    void sleepIsReportedOncePerCall() {
        SmallLab lab;
        SmallLab::Worker& sender = lab.start();
        SmallLab::Worker& receiver = lab.start();
        const int id = labQueue(lab, sender);
        lab.give(receiver, toReceive(id, 0), 2);
        const Event first = lab.events().next<event::SleepSeen>();
        QCOMPARE(first.process, receiver.process);
        QCOMPARE(std::get<event::SleepSeen>(first.body).call, CallId::Msgrcv);
        QVERIFY(first.seq > receiver.events.next<event::Entered>().seq);

        lab.call(sender, toSend(id, 1, "wake up"));
        QVERIFY(receiver.events.next<event::Returned>().seq > first.seq);
        const Event second = lab.events().next<event::SleepSeen>();
        QVERIFY(second.seq > receiver.events.next<event::Entered>().seq);
        lab.quiet();
        QVERIFY(!receiver.events.take());
    }

    void quietComesAfterEveryReturn() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        lab.give(worker, toRemove(-1), 5'000);
        const Event quiet = lab.quiet();
        std::uint64_t last = 0;
        int returned = 0;
        while (const auto event = worker.events.take()) {
            last = event->seq;
            returned += std::holds_alternative<event::Returned>(event->body) ? 1 : 0;
        }
        QCOMPARE(returned, 5'000);
        QVERIFY(last < quiet.seq);
    }

    void quietWaitsForTheOneWhoWasWoken() {
        SmallLab lab;
        SmallLab::Worker& sender = lab.start();
        SmallLab::Worker& receiver = lab.start();
        const int id = labQueue(lab, sender);
        constexpr int rounds = 500;
        lab.give(receiver, toReceive(id, 0), rounds + 1);
        lab.quiet();
        for (int round = 0; round < rounds; ++round) {
            lab.give(sender, toSend(id, 1, "next"));
            const Event quiet = lab.quiet();
            // By now the receiver has returned and entered again, and nothing comes after quiet.
            QVERIFY(receiver.events.next<event::Returned>().seq < quiet.seq);
            const Event entered = receiver.events.next<event::Entered>();
            QVERIFY(entered.seq < quiet.seq);
            QVERIFY(!receiver.events.take());
        }
    }

    /// What it had is let go between the kill and the news of its end: nobody may look then.
    void quietWaitsForTheEndOfTheOneWhoWasKilled() {
        SmallLab lab;
        constexpr std::uint64_t rounds = 25;
        for (std::uint64_t round = 1; round <= rounds; ++round) {
            const SmallLab::Worker& worker = lab.start();
            QVERIFY(lab.supervisor().requestQuiet(2 * round - 1));
            while (lab.events().body<event::Quiet>().request != 2 * round - 1)
                ; // idle
            QCOMPARE(::kill(worker.pid, SIGKILL), 0);
            QVERIFY(lab.supervisor().requestQuiet(2 * round));
            QElapsedTimer waited;
            waited.start();
            for (bool ended = false; !ended;) {
                QVERIFY(!waited.hasExpired(5000));
                const std::optional<Event> event = lab.events().take();
                if (!event) continue;
                ended = std::holds_alternative<event::ProcessEnded>(event->body);
                QVERIFY(!std::holds_alternative<event::Quiet>(event->body));
            }
        }
    }

    void aStoppedProcessIsAtRestToo() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        QVERIFY(lab.supervisor().signal(worker.process, SIGSTOP).has_value());
        lab.quiet(); // the supervisor has sent it
        lab.give(worker, toRemove(-1));
        lab.quiet();
        QVERIFY(!worker.events.take());
        QVERIFY(lab.supervisor().signal(worker.process, SIGCONT).has_value());
        QCOMPARE(worker.events.body<event::Returned>().error, EINVAL);
    }

    void aQueueIsShownWithItsContents() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const int id = labQueue(lab, worker);
        lab.call(worker, toSend(id, 7, "seven"));
        lab.call(worker, toSend(id, 1, "one"));
        event::QueueSeen seen;
        do
            seen = lab.events().body<event::QueueSeen>();
        while (seen.stat.qnum < 2);
        QVERIFY(seen.quiet && seen.contentsKnown && !seen.gone);
        const std::vector<event::SeenMessage> expected{{7, "seven"}, {1, "one"}};
        QCOMPARE(seen.messages, expected);
        QCOMPARE(seen.stat.lspid, worker.pid);
    }

    void whatSomebodyElseDidIsSeen() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const int id = labQueue(lab, worker, 0666);
        lab.quiet();
        QVERIFY(sendMessage(id, 5, "from outside").has_value());
        auto seen = lab.events().body<event::QueueSeen>();
        QCOMPARE(seen.stat.qnum, 1U);
        QCOMPARE(seen.stat.lspid, ::getpid());
        QCOMPARE(seen.messages.front().text, std::string("from outside"));

        QVERIFY(removeQueue(id).has_value());
        seen = lab.events().body<event::QueueSeen>();
        QVERIFY(seen.gone && seen.quiet);
    }

    void aSleeperWokenFromOutsideIsSeen() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const int id = labQueue(lab, worker, 0666);
        lab.give(worker, toReceive(id, 0), 2);
        lab.events().next<event::SleepSeen>();
        QVERIFY(sendMessage(id, 5, "from outside").has_value());
        QCOMPARE(worker.events.body<event::Returned>().data, std::string("from outside"));
        lab.events().next<event::SleepSeen>(); // in its second call
    }

    void aQueueThatEvenItsOwnerMayNotReadSaysSo() {
        SmallLab lab;
        if (lab.supervisor().hello().users[0].uid == 0 || ::geteuid() == 0)
            QSKIP("root may read every queue");
        SmallLab::Worker& worker = lab.start();
        const int id = labQueue(lab, worker, 0200);
        lab.call(worker, toSend(id, 1, "hidden"));
        event::QueueSeen seen;
        do
            seen = lab.events().body<event::QueueSeen>();
        while (seen.stat.qnum < 1);
        QVERIFY(!seen.contentsKnown);
        QVERIFY(seen.missing.find("EACCES") != std::string::npos);
    }

    void theTableComesWhenItIsWantedAndWhenItChanged() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        QVERIFY(lab.supervisor().watchTable(true).has_value());
        const auto first = lab.events().body<event::TableSeen>();
        QVERIFY(first.text.find("msqid") != std::string::npos);
        const int id = labQueue(lab, worker);
        const auto second = lab.events().body<event::TableSeen>();
        QVERIFY(second.text.find(std::to_string(id)) != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(QuietTest)
#include "quiet_test.moc"
