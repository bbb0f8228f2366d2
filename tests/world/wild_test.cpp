// Events that no lab would write, as a recording from a stranger could hold them: the world may
// make little sense then, but nothing crashes, hangs or eats the memory.
#include "engine/world/questions.h"
#include "tests/event/random_events.h"
#include "tests/world/story.h"

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
