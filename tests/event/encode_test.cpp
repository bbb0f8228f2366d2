// Events as bytes: whatever is written is read again, and no other bytes do harm.
#include "engine/call/language.h"
#include "engine/event/encode.h"
#include "tests/event/random_events.h"

#include <QTest>
#include <set>

using namespace ipclab;

class EncodeTest : public QObject {
    Q_OBJECT
private slots:
    void everyEventIsReadAsItWasWritten() {
        RandomEvents random(1);
        std::vector<Event> events;
        std::string bytes;
        EventEncoder encoder;
        std::set<std::size_t> kinds;
        for (int i = 0; i < 20000; ++i) {
            events.push_back(random.next());
            kinds.insert(events.back().body.index());
            encoder.append(events.back(), bytes);
        }
        QCOMPARE(kinds.size(), std::variant_size_v<event::Body>);
        EventDecoder decoder(bytes);
        for (const Event& event : events) {
            const auto read = decoder.next();
            QVERIFY2(read, read ? "" : read.error().what.c_str());
            QVERIFY(same(event, *read));
        }
        QVERIFY(decoder.atEnd());
    }

    void readingCanBeginWhereTheEncoderRestarted() {
        RandomEvents random(2);
        EventEncoder encoder;
        std::string bytes;
        for (int i = 0; i < 10; ++i)
            encoder.append(random.next(), bytes);
        const std::size_t place = bytes.size();
        const Event event = random.next();
        encoder.restart();
        encoder.append(event, bytes);
        EventDecoder decoder(std::string_view(bytes).substr(place));
        QVERIFY(same(event, *decoder.next()));
    }

    void aSmallCallTakesFewBytes() {
        std::string bytes;
        EventEncoder encoder;
        Event event{1'000'000, 55'000'000'000, 2, event::Entered{}};
        encoder.append(event, bytes);
        const std::size_t first = bytes.size();
        event.seq += 1;
        event.timeNs += 900;
        encoder.append(event, bytes);
        QVERIFY2(bytes.size() - first <= 16, std::to_string(bytes.size() - first).c_str());
    }

    void aGivenLineComesBackWithItsPlace() {
        auto statement = *parseStatement("A: msgsnd(q, {1, \"hello\"}, 5, IPC_NOWAIT) = 0", 12);
        statement.source = "A:   msgsnd(q,{1,\"hello\"},5,IPC_NOWAIT)=0";
        std::string bytes;
        EventEncoder().append(
            {1, 2, 3, event::Given{9, std::make_shared<const Statement>(statement)}}, bytes);
        const auto read = EventDecoder(bytes).next();
        const auto& given = std::get<event::Given>(read->body);
        QCOMPARE(given.first, CallRef{9});
        QCOMPARE(given.statement->source, statement.source);
        QCOMPARE(given.statement->at.line, 12);
        QCOMPARE(print(*given.statement), print(statement));
        QVERIFY(given.statement->expectation.has_value());
    }

    void bytesCutShortAreAnError() {
        RandomEvents random(3);
        for (int i = 0; i < 300; ++i) {
            std::string bytes;
            EventEncoder().append(random.next(), bytes);
            for (std::size_t size = 0; size < std::min<std::size_t>(bytes.size(), 60); ++size)
                QVERIFY(!EventDecoder(std::string_view(bytes).substr(0, size)).next());
        }
    }

    void changedBytesDoNoHarm() {
        std::mt19937 random(4);
        RandomEvents events(4);
        int errors = 0;
        for (int i = 0; i < 5000; ++i) {
            std::string bytes;
            EventEncoder encoder;
            for (int n = 0; n < 3; ++n)
                encoder.append(events.next(), bytes);
            for (int n = 0; n < 4; ++n)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            EventDecoder decoder(bytes);
            while (!decoder.atEnd())
                if (!decoder.next()) {
                    ++errors;
                    break;
                }
        }
        QVERIFY(errors > 1000); // and under the sanitizers nothing was touched that is not ours
    }
};

QTEST_GUILESS_MAIN(EncodeTest)
#include "encode_test.moc"
