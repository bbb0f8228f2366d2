// The journal: what was appended is read, from memory, from the spilled file, and after a load.
#include "engine/journal/journal.h"
#include "tests/event/random_events.h"
#include "tests/world/story.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <fstream>
#include <thread>

using namespace ipclab;

class JournalTest : public QObject {
    Q_OBJECT
private:
    static std::vector<Event> randomEvents(std::uint32_t seed, int count) {
        RandomEvents random(seed);
        std::vector<Event> events;
        for (int i = 0; i < count; ++i)
            events.push_back(random.next());
        return events;
    }
    /// A process that sends and receives, and a queue that slowly fills.
    static std::vector<Event> traffic(int rounds) {
        std::vector<Event> events;
        const auto add = [&](event::Body body) {
            const auto place = static_cast<std::int64_t>(events.size());
            events.push_back(
                {static_cast<std::uint64_t>(place), 1000 * place, firstWorker, std::move(body)});
        };
        const auto returns = [&](CallId call, std::int64_t result, const std::string& data) {
            add(event::Returned{1, call, result, 0, data.empty() ? 0 : 1, data, {}, false});
        };
        add(event::ProcessStarted{"A", "", "alice", 77, 1000, 1000, 0});
        add(event::Entered{1, getCall(1, 03600)});
        returns(CallId::Msgget, 5, "");
        for (int i = 0; i < rounds; ++i) {
            add(event::Entered{1, sendCall(5, 1, "m" + std::to_string(i))});
            returns(CallId::Msgsnd, 0, "");
            if (i % 8 == 0) continue;
            const std::string oldest = "m" + std::to_string(i - 1 - i / 8);
            add(event::Entered{1, receiveCall(5, 100, 0)});
            returns(CallId::Msgrcv, static_cast<std::int64_t>(oldest.size()), oldest);
        }
        return events;
    }
    static void fill(Journal& journal, const std::vector<Event>& events) {
        for (const Event& event : events)
            journal.append(event);
    }
    static void compare(const Journal& journal, const std::vector<Event>& events) {
        QCOMPARE(journal.size(), events.size());
        const auto read = journal.read(0, events.size() + 10);
        QCOMPARE(read.size(), events.size());
        for (std::size_t i = 0; i < events.size(); ++i)
            QVERIFY(same(read[i], events[i]));
    }
    /// Enough of a state to tell it from all others of `traffic`.
    static std::string sketch(const World& world) {
        std::string text = std::to_string(world.events) + " " + std::to_string(world.calls) + ":";
        for (const Queue& queue : world.queues)
            for (const Message& message : queue.messages)
                text += " " + std::to_string(message.serial) + message.text;
        return text;
    }
    static std::string contents(const QString& file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll().toStdString() : std::string();
    }
    static void overwrite(const QString& file, const std::string& bytes) {
        std::ofstream(file.toStdString(), std::ios::binary) << bytes;
    }

private slots:
    void eventsAreReadFromAnyPlace() {
        const auto events = randomEvents(1, 10000);
        Journal journal;
        fill(journal, events);
        compare(journal, events);
        for (std::uint64_t from = 0; from < events.size(); from += 777) {
            const auto read = journal.read(from, 300);
            QCOMPARE(read.size(), std::min<std::size_t>(300, events.size() - from));
            for (std::size_t i = 0; i < read.size(); ++i)
                QVERIFY(same(read[i], events[from + i]));
        }
        QVERIFY(journal.read(10000, 5).empty());
        QVERIFY(journal.read(99999, 5).empty());
        QVERIFY(Journal().read(0, 5).empty());
    }

    void olderEventsAreSpilled() {
        const auto events = randomEvents(2, 30000);
        constexpr std::uint64_t limit = 2 * 1024 * 1024;
        Journal journal(limit);
        fill(journal, events);
        const JournalStatus status = journal.status();
        QVERIFY2(!status.memoryOnly, status.why.c_str());
        QVERIFY(status.memoryBytes <= limit + 2 * largestChunk);
        QVERIFY(status.spilledBytes > limit);
        compare(journal, events);
    }

    void aStateIsTheSameAsAllItsEventsApplied() {
        const auto events = traffic(6000);
        Journal without, with(64 * 1024);
        World world;
        for (const Event& event : events) {
            applyTo(world, event);
            without.append(event);
            with.append(event);
            with.offer(world);
        }
        QVERIFY(world.queues[0].strangeReceives == 0);
        QVERIFY(with.status().spilledBytes > 0);
        for (const std::size_t count : {0ul, 1ul, 2047ul, 2048ul, 2049ul, 7000ul, events.size()}) {
            World expected;
            for (std::size_t i = 0; i < count; ++i)
                applyTo(expected, events[i]);
            QCOMPARE(sketch(without.stateAt(count)), sketch(expected));
            QCOMPARE(sketch(with.stateAt(count)), sketch(expected));
        }
        QCOMPARE(with.stateAt(events.size() + 1000).events, events.size());
    }

    void checkpointsAreBounded() {
        Checkpoints checkpoints;
        World world;
        for (std::uint64_t i = 1; i < 3'000'000; ++i) {
            world.events = i;
            if (checkpoints.due(i)) checkpoints.add(world);
        }
        QVERIFY(checkpoints.size() <= mostCheckpoints);
        QVERIFY(checkpoints.size() >= mostCheckpoints / 4);
        const auto before = checkpoints.before(2'000'000);
        QVERIFY(before && before->events <= 2'000'000);
        QVERIFY(2'000'000 - before->events < checkpoints.distance());
        QVERIFY(!checkpoints.before(10));
    }

    /// What the states share is there once; what each has for itself is there for each.
    void checkpointsOfALargeSegmentAreBounded_data() {
        QTest::addColumn<quint64>("rewritten");
        QTest::addColumn<bool>("all");
        QTest::newRow("all of it, every time") << quint64{1024} << false;
        QTest::newRow("a page of it, every time") << quint64{1} << true;
    }
    void checkpointsOfALargeSegmentAreBounded() {
        QFETCH(quint64, rewritten);
        QFETCH(bool, all);
        constexpr std::uint64_t pages = 1024; // 8 MiB with the writers
        Checkpoints checkpoints;
        World world;
        world.segments.emplace_back();
        for (std::uint64_t page = 0; page < pages; ++page)
            world.segments[0].pages.edit(page).bytes[0] = 'x';
        for (int i = 0; i < 40; ++i) {
            world.events = (world.events / checkpoints.distance() + 1) * checkpoints.distance();
            for (std::uint64_t page = 0; page < rewritten; ++page)
                ++world.segments[0].pages.edit(page).bytes[1];
            if (checkpoints.due(world.events)) checkpoints.add(world);
        }
        // The newest shares everything with the present.
        const std::uint64_t older = checkpoints.size() - 1;
        QCOMPARE(older * pages * sizeof(SegmentPage) > largestCheckpoints, all);
        QVERIFY(checkpoints.size() > 1);
        QVERIFY(!all || checkpoints.size() == 40);
    }

    void checkpointsCountThePiecesOfPipes() {
        Checkpoints checkpoints;
        World world;
        world.pipes.emplace_back();
        for (int i = 0; i < 256; ++i) { // a pipe of 1 MiB that was filled byte by byte
            PipeSlot& slot = world.pipes[0].pages.emplace_back();
            slot.bytes = std::make_shared<std::string>(4096, 'x');
            slot.pieces.resize(512);
        }
        const std::uint64_t bytes = 256 * 512 * sizeof(WritePiece);
        for (int i = 0; i < 40; ++i) {
            world.events = (world.events / checkpoints.distance() + 1) * checkpoints.distance();
            if (checkpoints.due(world.events)) checkpoints.add(world);
        }
        QVERIFY(checkpoints.size() * bytes <= largestCheckpoints);
        QVERIFY(checkpoints.size() > 1);
    }

    void aSavedJournalIsLoaded() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("run.ipclab");
        const auto events = randomEvents(3, 9000);
        Journal journal(1024 * 1024); // a part of it is spilled
        fill(journal, events);
        QVERIFY(journal.save(file.toStdString()));
        QVERIFY(journal.save(file.toStdString())); // over the old one
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("run.ipclab"));

        auto loaded = Journal::load(file.toStdString());
        QVERIFY2(loaded, loaded ? "" : loaded.error().message().c_str());
        compare(**loaded, events);
        auto more = events;
        more.push_back({1, 2, 3, event::Notice{"and goes on"}});
        (*loaded)->append(more.back());
        compare(**loaded, more);
    }

    void anEmptyJournalIsAJournal() {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("empty").toStdString();
        QVERIFY(Journal().save(file));
        const auto loaded = Journal::load(file);
        QVERIFY(loaded);
        QCOMPARE((*loaded)->size(), std::uint64_t{0});
    }

    void whereNothingCanBeWrittenItSaysSo() {
        const auto saved = Journal().save("/nonexistent/folder/file");
        QVERIFY(!saved);
        QCOMPARE(saved.error().number, ENOENT);
        const auto loaded = Journal::load("/nonexistent/folder/file");
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().number, ENOENT);
    }

    void damagedFilesAreRefused() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("damaged");
        Journal journal;
        fill(journal, randomEvents(4, 700));
        QVERIFY(journal.save(file.toStdString()));
        const std::string good = contents(file);
        std::mt19937 random(5);
        for (int i = 0; i < 300; ++i) {
            std::string bad = good;
            const std::size_t at = random() % bad.size();
            bad[at] = static_cast<char>(bad[at] ^ (1 + random() % 255));
            overwrite(file, bad);
            const auto loaded = Journal::load(file.toStdString());
            QVERIFY2(!loaded, std::to_string(at).c_str());
            QVERIFY(loaded.error().what.find("damaged") != std::string::npos ||
                    loaded.error().what.find("not a journal") != std::string::npos);
        }
        for (int i = 0; i < 200; ++i) {
            overwrite(file, good.substr(0, random() % good.size()));
            QVERIFY(!Journal::load(file.toStdString()));
        }
        overwrite(file, good + "x");
        QVERIFY(!Journal::load(file.toStdString()));
        overwrite(file, good);
        QVERIFY(Journal::load(file.toStdString()));
    }

    void oneAppendsWhileAnotherReads() {
        const auto events = traffic(20000);
        Journal journal(64 * 1024);
        std::atomic<bool> done = false;
        std::uint64_t reads = 0, wrong = 0;
        std::thread reader([&] {
            std::mt19937 random(6);
            for (bool last = false; !last;) {
                last = done.load();
                const std::uint64_t size = journal.size();
                if (size == 0) continue;
                const std::uint64_t from = random() % size;
                for (const Event& event : journal.read(from, 50))
                    wrong += event.timeNs != static_cast<std::int64_t>(1000 * event.seq);
                if (reads % 16 == 0) wrong += journal.stateAt(from).events != from;
                ++reads;
            }
        });
        fill(journal, events);
        done = true;
        reader.join();
        QVERIFY(reads > 0);
        QCOMPARE(wrong, std::uint64_t{0});
        compare(journal, events);
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
