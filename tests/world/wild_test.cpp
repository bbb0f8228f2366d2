// Events that no lab would write, as a recording from a stranger could hold them: the world may
// make little sense then, but nothing crashes, hangs or eats the memory.
#include "engine/world/questions.h"
#include "tests/event/random_events.h"
#include "tests/world/pipe_story.h"

#include <QTest>
#include <limits>

using namespace ipclab;

class WildTest : public QObject {
    Q_OBJECT
    /// Few processes and queues, so that wild events meet each other.
    static void tame(Event& event, std::mt19937& random) {
        event.process = static_cast<ProcessId>(random() % 6);
        if (auto* entered = std::get_if<event::Entered>(&event.body)) {
            entered->ref = random() % 4;
            entered->call.args[0] = static_cast<std::int64_t>(random() % 4);
        }
        if (auto* returned = std::get_if<event::Returned>(&event.body)) {
            returned->ref = random() % 4;
            returned->result = static_cast<std::int64_t>(random() % 4) - 1;
        }
        if (auto* seen = std::get_if<event::QueueSeen>(&event.body)) {
            seen->stat.id = static_cast<std::int32_t>(random() % 4);
            if (random() % 4 != 0) seen->stat.qnum = random() % 300;
        }
    }

private slots:
    void anythingCanBeApplied() {
        for (std::uint32_t seed = 1; seed <= 6; ++seed) {
            RandomEvents events(seed);
            std::mt19937 random(seed);
            World world;
            for (int i = 0; i < 3000; ++i) {
                Event event = events.next();
                if (std::holds_alternative<event::ProcessEnded>(event.body) && i % 8 != 0) continue;
                tame(event, random);
                if (const auto* seen = std::get_if<event::QueueSeen>(&event.body))
                    for (const event::OutsideChange& change : differences(world, *seen))
                        QVERIFY(change.count > 0 || !change.what.empty());
                applyTo(world, event);
                (void)settled(world);
            }
            QVERIFY(world.queues.size() <= maxObjects);
            QVERIFY(world.calls > 10);
        }
    }

    /// Of a width that no number has.
    void anImpossibleAdditionRacesWithNobody() {
        constexpr std::int64_t at = 0x7f0000000000,
                               least = std::numeric_limits<std::int64_t>::min();
        for (const std::int64_t width : {0L, 3L, 9L, 200L, least}) {
            Story story;
            const ProcessId a = story.start("A"), b = story.start("B");
            story.enters(a, {CallId::Shmget, 0, {1, 4096, 03600}, {}});
            story.returns(a, 5);
            for (const ProcessId each : {a, b}) {
                story.enters(each, {CallId::Shmat, 0, {5, 0, 0}, {}});
                event::Returned attached{0, CallId::Shmat, at, 0, 0, {}, {}, false};
                attached.ref = story.process(each).current->ref;
                attached.detail = 4096;
                story.happens(each, attached);
            }
            for (const ProcessId each : {a, b})
                story.enters(each, {CallId::Store, 0, {at, width, least, '-', 1000}, {}});
            for (const ProcessId each : {a, b})
                story.returns(each, least);
            QVERIFY(!story.world.segments.front().race);
        }
    }

    /// A program outside may write between the two questions that a look asks.
    void aPipeMayHoldOtherThanItsNumberSays_data() {
        QTest::addColumn<quint64>("bytes");
        QTest::newRow("less than was read") << quint64{3};
        QTest::newRow("more than any pipe") << std::numeric_limits<quint64>::max();
    }
    void aPipeMayHoldOtherThanItsNumberSays() {
        QFETCH(quint64, bytes);
        for (const bool writing : {false, true}) {
            PipeStory story;
            const ProcessId a = story.start("A");
            story.makePipe(a);
            story.write(a, 4, "hello");
            if (writing) story.enters(a, writeCall(4, "coming"));
            event::PipeSeen seen;
            seen.dev = story.pipe().dev;
            seen.ino = story.pipe().ino;
            seen.capacity = 65536;
            seen.quiet = seen.contentsKnown = true;
            seen.contents = "hello, and more";
            seen.bytes = bytes;
            for (const event::OutsideChange& change : differences(story.world, seen))
                QVERIFY(change.count > 0);
            story.happens(supervisorProcess, seen);
            QVERIFY(story.pipe().unread() < 100'000'000);
        }
    }

    void aQueueOfImpossibleLengthIsOnlyCounted() {
        Story story;
        const ProcessId a = story.start("A");
        story.makeQueue(a, 7);
        for (const bool known : {true, false}) {
            auto seen = story.expectedLook(7);
            seen.contentsKnown = known;
            seen.stat.qnum = std::numeric_limits<std::uint64_t>::max();
            story.look(seen);
            QVERIFY(story.queue(7).messages.size() <= 100000);
            QCOMPARE(story.queue(7).stat.qnum, seen.stat.qnum);
        }
    }
};

QTEST_GUILESS_MAIN(WildTest)
#include "wild_test.moc"
