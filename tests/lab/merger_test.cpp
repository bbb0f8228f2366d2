// The rings of all processes become one order; what a dead process took and never wrote is a hole.
#include "engine/lab/merger.h"

#include <QTest>

using namespace ipclab;

class MergerTest : public QObject {
    Q_OBJECT
private slots:
    void mergesTwoRingsIntoOneOrder();
    void waitsForALivingProcessThatHasTakenNumbers();
    void everyNumberOfADeadProcessIsAHole();
    void whatADeadProcessWroteIsNoHole();
};

namespace {

struct Fixture {
    Fixture() {
        for (const ProcessId process : {firstWorker, ProcessId{firstWorker + 1}}) {
            auto reading = std::move(*SharedRing::create());
            writers.emplace_back(*board, reading.memory(), board->workers[process]);
            merger.addRing(process, std::move(reading));
        }
    }
    void write(std::size_t writer, const char* text) {
        Record record;
        record.process = static_cast<ProcessId>(firstWorker + writer);
        writers[writer].reserve(slotsFor(maxText));
        writers[writer].publish(record, text);
    }
    /// As a process does that reports two events at once, and dies before they can be read.
    void takeTwoNumbers(ProcessId process) {
        board->workers[process].numbering.store(2);
        board->nextSeq.fetch_add(2);
    }
    /// The texts of what comes, "hole" for a hole.
    QStringList all() {
        QStringList texts;
        while (const auto event = merger.next()) {
            const auto* notice = std::get_if<event::Notice>(&event->body);
            texts << (notice ? QString::fromStdString(notice->text) : QString("hole"));
        }
        return texts;
    }
    static constexpr std::size_t maxText = 64;
    SharedBoard board = std::move(*SharedBoard::create());
    OwnEvents own{*board};
    Merger merger{*board, own};
    std::vector<RingWriter> writers;
};

} // namespace

void MergerTest::mergesTwoRingsIntoOneOrder() {
    Fixture f;
    f.write(1, "first");
    f.write(0, "second");
    f.own.add(engineProcess, event::Notice{"third"});
    f.write(1, "fourth");
    QCOMPARE(f.all(), QStringList({"first", "second", "third", "fourth"}));
}

void MergerTest::waitsForALivingProcessThatHasTakenNumbers() {
    Fixture f;
    f.takeTwoNumbers(firstWorker);
    f.write(1, "later");
    QCOMPARE(f.all(), QStringList());
}

void MergerTest::everyNumberOfADeadProcessIsAHole() {
    Fixture f;
    f.write(0, "before");
    f.takeTwoNumbers(firstWorker);
    f.write(1, "after");
    f.board->workers[firstWorker].ended.store(1);
    QCOMPARE(f.all(), QStringList({"before", "hole", "hole", "after"}));
}

void MergerTest::whatADeadProcessWroteIsNoHole() {
    Fixture f;
    f.write(0, "last words");
    f.board->workers[firstWorker].numbering.store(2); // it died before it could take numbers
    f.board->workers[firstWorker].ended.store(1);
    f.write(1, "after");
    QCOMPARE(f.all(), QStringList({"last words", "after"}));
}

QTEST_GUILESS_MAIN(MergerTest)
#include "merger_test.moc"
