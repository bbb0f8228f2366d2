// What the kernel says against what the world expects: differences() and the look's adoption.
#include "tests/world/story.h"

#include <QTest>
#include <cerrno>
#include <csignal>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

class LooksTest : public QObject {
    Q_OBJECT
private:
    static constexpr std::int32_t q = 7;
    static constexpr std::int32_t stranger = 9999;

    static void same(const std::string& got, const char* expected) {
        QCOMPARE(QString::fromStdString(got), QString(expected));
    }
    /// The changes as one line: "Sent 1 by 9999 (1 message sent)".
    static std::string told(const std::vector<event::OutsideChange>& changes) {
        constexpr const char* names[] = {"Sent", "Taken", "Changed", "Removed", "Reordered"};
        std::string line;
        for (const event::OutsideChange& change : changes) {
            if (!line.empty()) line += "; ";
            line += names[static_cast<int>(change.kind)];
            if (change.kind == Kind::Sent || change.kind == Kind::Taken)
                line += " " + std::to_string(change.count) + " by " + std::to_string(change.pid);
            if (change.kind == Kind::Changed) line += " " + change.what;
        }
        return line;
    }
    /// A and B; A made a queue, which was looked at once, and sent "one" and "two".
    struct Stage : Story {
        ProcessId a = start("A"), b = start("B");
        Stage() {
            makeQueue(a, q);
            look(expectedLook(q));
            send(a, q, 1, "one");
            send(a, q, 2, "two");
        }
    };

private slots:
    void nothingToTellWhenAllIsAsExpected() {
        Stage stage;
        same(told(stage.look(stage.expectedLook(q))), "");
        same(stage.drawn(q), "1 one|2 two");
        QCOMPARE(stage.world.outsideChanges, std::uint64_t{0});
    }

    void aStrangerSent() {
        Stage stage;
        auto seen = stage.expectedLook(q);
        seen.messages.push_back({3, "hey"});
        seen.stat.qnum = 3;
        seen.stat.cbytes = 9;
        seen.stat.lspid = stranger;
        same(told(stage.look(seen)), "Sent 1 by 9999");
        same(stage.drawn(q), "1 one|2 two|3 hey");
        QCOMPARE(stage.queue(q).messages[2].sender, outsideSender);
        QCOMPARE(stage.queue(q).outsideChanges, std::uint64_t{1});
        QCOMPARE(stage.queue(q).stat.cbytes, std::uint64_t{9});
        same(told(stage.look(stage.expectedLook(q))), "");
    }

    void aStrangerTookOne() {
        Stage stage;
        const std::uint64_t token = stage.queue(q).messages[1].serial;
        auto seen = stage.expectedLook(q);
        seen.messages.erase(seen.messages.begin());
        seen.stat.qnum = 1;
        seen.stat.cbytes = 3;
        seen.stat.lrpid = stranger;
        same(told(stage.look(seen)), "Taken 1 by 9999");
        same(stage.drawn(q), "2 two");
        QCOMPARE(stage.queue(q).messages[0].serial, token);
    }

    void aStrangerTookOneAndSentOne() {
        Stage stage;
        auto seen = stage.expectedLook(q);
        seen.messages = {{2, "two"}, {1, "new"}};
        seen.stat.lrpid = seen.stat.lspid = stranger;
        same(told(stage.look(seen)), "Sent 1 by 9999; Taken 1 by 9999");
        same(stage.drawn(q), "2 two|1 new");
    }

    void anEqualMessageInExchangeShowsInThePids() {
        Stage stage;
        auto seen = stage.expectedLook(q);
        seen.stat.lspid = stranger;
        seen.stat.lrpid = stranger + 1;
        same(told(stage.look(seen)), "Sent 1 by 9999; Taken 1 by 10000");
    }

    void anotherOrderIsTheLabsOwnDoing() {
        Stage stage;
        auto seen = stage.expectedLook(q);
        std::swap(seen.messages[0], seen.messages[1]);
        same(told(stage.look(seen)), "Reordered");
        same(stage.drawn(q), "2 two|1 one");
        QCOMPARE(stage.world.outsideChanges, std::uint64_t{0});
    }

    void settingsChangedFromOutside() {
        Stage stage;
        auto seen = stage.expectedLook(q);
        seen.stat.qbytes = 100;
        seen.stat.mode = 0600;
        same(told(stage.look(seen)), "Changed mode 0644 → 0600, msg_qbytes 16384 → 100");
        QCOMPARE(stage.queue(q).stat.qbytes, std::uint64_t{100});
    }

    void theFirstLookTellsTheSystemsOwnLimit() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, q);
        auto seen = story.expectedLook(q);
        seen.stat.qbytes = 65536; // /proc/sys/kernel/msgmnb of this system
        same(told(story.look(seen)), "");
        QCOMPARE(story.queue(q).stat.qbytes, std::uint64_t{65536});
    }

    void removedFromOutside() {
        Stage stage;
        event::QueueSeen seen;
        seen.stat.id = q;
        seen.gone = true;
        same(told(stage.look(seen)), "Removed");
        QVERIFY(stage.queue(q).removed);
    }

    void goneWhileTheLabRemovesIsNoNews() {
        Stage stage;
        stage.enters(stage.a, controlCall(q, 0));
        event::QueueSeen seen;
        seen.stat.id = q;
        seen.gone = true;
        same(told(stage.look(seen)), "");
        stage.returns(stage.a, 0);
        QVERIFY(stage.queue(q).removed);
    }

    void aFoundQueueIsDefinedByItsFirstLook() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, q, 1234, 0);
        story.send(a, q, 5, "mine");
        auto seen = story.expectedLook(q);
        seen.stat.qnum = 2;
        seen.stat.cuid = 4711;
        seen.messages = {{1, "old"}, {5, "mine"}};
        same(told(story.look(seen)), "");
        same(story.drawn(q), "1 old|5 mine");
        QCOMPARE(story.queue(q).messages[1].sender, a);
        QVERIFY(story.queue(q).contentsKnown);
    }

    void ipcCreatFoundAStrangersQueue() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, q, 1234, 01644); // without IPC_EXCL
        QCOMPARE(story.queue(q).creator, a);
        auto seen = story.expectedLook(q);
        seen.stat.cuid = 4711;
        seen.stat.qnum = 1;
        seen.messages = {{1, "old"}};
        same(told(story.look(seen)), "");
        QCOMPARE(story.queue(q).creator, ProcessId{0});
        QVERIFY(story.queue(q).origin == QueueOrigin::Found);
    }

    void aReceiveToldOfAStrangersMessage() {
        Stage stage;
        stage.receive(stage.b, q, 9, 9, "whence");
        same(stage.drawn(q), "1 one|2 two");
        auto seen = stage.expectedLook(q);
        seen.stat.lspid = stranger;
        same(told(stage.look(seen)), "Sent 1 by 9999");
        same(told(stage.look(stage.expectedLook(q))), "");
    }

    void aKilledSendersMessageIsDecidedByTheLook() {
        for (const bool entered : {false, true}) {
            Stage stage;
            auto seen = stage.expectedLook(q);
            stage.enters(stage.b, sendCall(q, 4, "last words"));
            const std::uint64_t token = stage.queue(q).inFlight[0].message.serial;
            stage.end(stage.b, SIGKILL);
            same(stage.drawn(q), "1 one|2 two; B>4 last words");
            if (entered) {
                seen.messages.push_back({4, "last words"});
                seen.stat.qnum = 3;
                seen.stat.lspid = 103;
            }
            same(told(stage.look(seen)), "");
            same(stage.drawn(q), entered ? "1 one|2 two|4 last words" : "1 one|2 two");
            if (entered) QCOMPARE(stage.queue(q).messages[2].serial, token);
        }
    }

    void aKilledReceiverMayHaveTakenOne() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 0));
        stage.end(stage.b, SIGKILL);
        auto seen = stage.expectedLook(q);
        seen.messages.erase(seen.messages.begin());
        seen.stat.qnum = 1;
        seen.stat.lrpid = 103;
        same(told(stage.look(seen)), "");
        same(stage.drawn(q), "2 two");
        // But only one, and only until the next look.
        seen.messages.clear();
        seen.stat.qnum = 0;
        same(told(stage.look(seen)), "Taken 1 by 0");
    }

    void aReceiverThatSleepsOnWasNotHandedTheMessage() {
        Stage stage;
        stage.enters(stage.b, receiveCall(q, 100, 3));
        stage.sleeps(stage.b);
        stage.send(stage.a, q, 3, "three");
        same(stage.drawn(q), "1 one|2 two; 3 three>B");
        // A stranger slept in front of B and got it.
        auto seen = stage.expectedLook(q);
        seen.stat.lrpid = stranger;
        same(told(stage.look(seen)), "Taken 1 by 9999");
        same(stage.drawn(q), "1 one|2 two; asleep B");
    }

    void unreadableContentsAreCounted() {
        Stage stage;
        auto seen = stage.expectedLook(q);
        seen.contentsKnown = false;
        seen.messages.clear();
        seen.missing = "no read permission";
        same(told(stage.look(seen)), "");
        same(stage.drawn(q), "1 one|2 two"); // the world's own account
        QVERIFY(!stage.queue(q).contentsKnown);
        seen.stat.qnum = 3;
        seen.stat.lspid = stranger;
        same(told(stage.look(seen)), "Sent 1 by 9999");
        same(stage.drawn(q), "1 one|2 two|0 ?");
        stage.receive(stage.b, q, 9, 9, "it was this");
        same(stage.drawn(q), "1 one|2 two");
        QCOMPARE(stage.queue(q).stat.qnum, std::uint64_t{2});
    }

    void ofManyMessagesOnlyTheFirstAreSeen() {
        Story story;
        const ProcessId a = story.start("A"), b = story.start("B");
        story.makeQueue(a, q);
        for (int i = 0; i < 500; ++i)
            story.send(a, q, 1, "m" + std::to_string(i));
        same(told(story.look(story.expectedLook(q))), "");
        QCOMPARE(story.queue(q).messages.size(), std::size_t{500});

        Story taken = story;
        taken.receive(b, q, 0, 1, "m0"); // now the head is m1, as a stranger would leave it …
        auto seen = taken.expectedLook(q);
        seen.stat.lrpid = stranger;
        same(told(story.look(seen)), "Taken 1 by 9999"); // … but in the story nobody took m0
        QCOMPARE(story.queue(q).messages.size(), std::size_t{499});
        QCOMPARE(story.queue(q).messages[0].text, std::string("m1"));
        QCOMPARE(story.queue(q).messages[498].text, std::string("m499"));

        seen.stat.qnum = 500;
        seen.stat.lspid = stranger;
        same(told(story.look(seen)), "Sent 1 by 9999");
        QCOMPARE(story.queue(q).messages.size(), std::size_t{500});
        QVERIFY(!story.queue(q).messages[499].textKnown);
    }

    void anExchangeBehindTheHeadIsCounted() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, q);
        for (int i = 0; i < 300; ++i)
            story.send(a, q, 1, "m" + std::to_string(i));
        story.look(story.expectedLook(q));
        auto seen = story.expectedLook(q);
        seen.messages.erase(seen.messages.begin(), seen.messages.begin() + 2);
        seen.messages.push_back({1, "m200"});
        seen.messages.push_back({1, "m201"});
        same(told(story.look(seen)), "Sent 2 by 0; Taken 2 by 0");
        QCOMPARE(story.queue(q).messages.size(), std::size_t{300});
        QCOMPARE(story.queue(q).messages[0].text, std::string("m2"));
    }

    void aLookAmongWorkersChangesNoContents() {
        Stage stage;
        auto seen = stage.expectedLook(q);
        seen.quiet = false;
        seen.messages.clear();
        seen.stat.qnum = 0;
        seen.stat.stime = 1700000000;
        same(told(stage.look(seen)), "");
        same(stage.drawn(q), "1 one|2 two");
        QCOMPARE(stage.queue(q).stat.qnum, std::uint64_t{2});
        QCOMPARE(stage.queue(q).stat.stime, std::int64_t{1700000000});
    }
};

QTEST_GUILESS_MAIN(LooksTest)
#include "looks_test.moc"
