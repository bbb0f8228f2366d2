// Events travel through a ring in shared memory: in order, none lost, and a full ring makes the
// writer wait.
#include "engine/event/ring.h"

#include <QTest>
#include <random>
#include <thread>

using namespace ipclab;

class RingTest : public QObject {
    Q_OBJECT
private slots:
    void carriesRecordsWithTheirData();
    void publishesTwoEventsWithNeighbouringNumbers();
    void neverLosesAnythingWhenFull();
    void publishesOnlyIfNothingHappenedInBetween();
    void doesNotTrustADamagedLength();
    void believesALengthNoSecondTime();
    void packsAndUnpacksALookAtAQueue();
    void carriesAllSixArguments();
};

namespace {

struct Fixture {
    SharedBoard board = std::move(*SharedBoard::create());
    SharedRing ring = std::move(*SharedRing::create());
    RingWriter writer{*board, ring.memory(), board->workers[firstWorker]};
    RingReader reader{ring.memory()};
};

} // namespace

void RingTest::carriesRecordsWithTheirData() {
    Fixture f;
    QVERIFY(!f.reader.front());
    const std::string text(1000, 'x');
    for (const std::string& data : {std::string(), std::string("hello\0there", 11), text}) {
        Record record;
        record.args[0] = static_cast<std::int64_t>(data.size());
        f.writer.reserve(slotsFor(data.size()));
        f.writer.publish(record, data);
        QVERIFY(f.reader.front());
        QCOMPARE(f.reader.front()->args[0], static_cast<std::int64_t>(data.size()));
        QCOMPARE(f.reader.take(), data);
    }
    QVERIFY(!f.reader.front());
    QCOMPARE(f.board->nextSeq.load(), 3U);
}

void RingTest::publishesTwoEventsWithNeighbouringNumbers() {
    Fixture f;
    const std::string text(100, 'x');
    f.writer.reserve(2 * slotsFor(text.size()));
    f.writer.publishBoth([](Record& record) { record = {.ref = 7}; }, text,
                         [](Record& record) { record = {.ref = 8}; }, "hello");
    QCOMPARE(f.reader.front()->ref, 7U);
    QCOMPARE(f.reader.front()->seq, 0U);
    QCOMPARE(f.reader.take(), text);
    QCOMPARE(f.reader.front()->ref, 8U);
    QCOMPARE(f.reader.front()->seq, 1U);
    QCOMPARE(f.reader.take(), std::string("hello"));
    QVERIFY(!f.reader.front());
    QCOMPARE(f.board->workers[firstWorker].numbering.load(), 0U);
}

void RingTest::neverLosesAnythingWhenFull() {
    Fixture f;
    constexpr std::uint64_t count = 200'000; // several times what the ring holds
    std::thread producer([&] {
        std::minstd_rand random(1);
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::string data(random() % 200, static_cast<char>(i));
            Record record;
            record.args[0] = static_cast<std::int64_t>(i);
            f.writer.reserve(slotsFor(data.size()));
            f.writer.publish(record, data);
        }
    });
    std::minstd_rand random(1);
    bool inOrder = true;
    for (std::uint64_t expected = 0; expected < count;) {
        const Record* front = f.reader.front();
        if (!front) {
            std::this_thread::yield();
            continue;
        }
        inOrder = inOrder && front->seq == expected &&
                  front->args[0] == static_cast<std::int64_t>(expected);
        inOrder =
            inOrder && f.reader.take() == std::string(random() % 200, static_cast<char>(expected));
        ++expected;
    }
    producer.join();
    QVERIFY(inOrder);
    QVERIFY(!f.reader.front());
}

void RingTest::publishesOnlyIfNothingHappenedInBetween() {
    Fixture f;
    Record record;
    f.writer.reserve(4);
    QVERIFY(f.writer.publishIfNext(0, record));
    QVERIFY(!f.writer.publishIfNext(0, record)); // number 0 is taken
    QVERIFY(f.writer.publishIfNext(1, record));
    QCOMPARE(f.board->nextSeq.load(), 2U);
    QCOMPARE(f.board->workers[firstWorker].numbering.load(), 0U);
}

void RingTest::doesNotTrustADamagedLength() {
    Fixture f;
    Record record;
    f.writer.publish(record);
    f.ring.memory().records[0].dataBytes = 0x7fffffff;
    QVERIFY(!f.reader.front());
    QVERIFY(f.reader.broken());
}

void RingTest::believesALengthNoSecondTime() {
    Fixture f;
    f.writer.publish(Record{}, "hello");
    QVERIFY(f.reader.front());
    f.ring.memory().records[0].dataBytes = 0x7fffffff;
    QCOMPARE(f.reader.take(), std::string("hello"));
    QVERIFY(!f.reader.front());
}

void RingTest::packsAndUnpacksALookAtAQueue() {
    event::QueueSeen seen;
    seen.stat.id = 32769;
    seen.stat.qbytes = 16384;
    seen.stat.mode = 0644;
    seen.quiet = seen.contentsKnown = true;
    seen.messages = {{1, "hello"}, {-1, std::string("\0\xff", 2)}};
    const QueueSeenRecord packed = packQueueSeen(seen);
    Record record;
    record.kind = RecordKind::QueueSeen;
    record.args = packed.args;
    const Event decoded = decode(record, packed.data);
    const auto& back = std::get<event::QueueSeen>(decoded.body);
    QCOMPARE(back.stat, seen.stat);
    QCOMPARE(back.messages, seen.messages);
    QVERIFY(back.quiet && back.contentsKnown && !back.gone);
    // A record cut short is said to be unreadable, not read as something else.
    const Event cut = decode(record, packed.data.substr(0, packed.data.size() - 1));
    QVERIFY(std::holds_alternative<event::Notice>(cut.body));
}

void RingTest::carriesAllSixArguments() {
    ResolvedCall call{CallId::Msgctl, 0, {7, 1, 0600, 1000, 1001, 4096}, {}};
    std::string spare;
    std::string_view data;
    const Record record = enteredRecord(call, 12, spare, data);
    const Event decoded = decode(record, std::string(data));
    const auto& entered = std::get<event::Entered>(decoded.body);
    QCOMPARE(entered.ref, 12U);
    QCOMPARE(entered.call.args, call.args);
    QCOMPARE(entered.call.flags, 0U);
}

QTEST_GUILESS_MAIN(RingTest)
#include "ring_test.moc"
