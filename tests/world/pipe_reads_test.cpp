// Several processes that read one pipe at the same time: whom the kernel lets in first need not be
// told of first, and no byte is taken for a stranger's because of that.
#include "tests/world/pipe_story.h"

#include <QTest>
#include <csignal>

using namespace ipclab;

namespace {

/// A has written "one, two, three, four"; B and C, its children, have both entered a read of five
/// bytes, and nobody has seen either asleep.
struct TwoReaders : PipeStory {
    ProcessId a = start("A"), b = 0, c = 0;

    explicit TwoReaders(const std::string& written = "one, two, three, four") {
        makePipe(a);
        b = forkFrom(a, "B");
        c = forkFrom(a, "C");
        write(a, 4, written);
        enters(b, readCall(3, 5));
        enters(c, readCall(3, 5));
    }
};

} // namespace

class PipeReadsTest : public QObject {
    Q_OBJECT
private slots:
    void whoIsAwakeNeedNotTellFirstEither() {
        TwoReaders story;
        story.brings(story.c, "two, ");
        story.brings(story.b, "one, ");
        QCOMPARE(story.stream(), std::string("A three, four"));
        QVERIFY(story.look("three, four").empty());
    }

    void severalReadsMayBeToldOfBeforeOneThatCameFirst() {
        TwoReaders story;
        story.brings(story.c, "two, ");
        story.read(story.c, 3, 5, "three");
        story.read(story.c, 3, 5, ", fou");
        QCOMPARE(story.stream(), std::string("A one, two, three, four"));
        story.brings(story.b, "one, ");
        QCOMPARE(story.stream(), std::string("A r"));
        QVERIFY(story.look("r").empty());
    }

    void whoCameFirstMayBeginItsNextBeforeTheOthersAreTaken() {
        TwoReaders story;
        story.brings(story.c, "two, ");
        story.enters(story.c, readCall(3, 5));
        story.brings(story.b, "one, ");
        story.enters(story.b, readCall(3, 5));
        story.brings(story.c, ", fou");
        story.brings(story.b, "three");
        QCOMPARE(story.stream(), std::string("A r"));
        QVERIFY(story.look("r").empty());
    }

    /// C's "a" is thought to be the first, and what is brought then tells that it was another.
    void bytesThatAreAlikeAreTakenForEachOther() {
        TwoReaders story("aabcabX");
        story.brings(story.c, "a"); // the third one
        story.read(story.c, 3, 2, "bX");
        story.brings(story.b, "aabc");
        QCOMPARE(story.stream(), std::string());
        QVERIFY(story.look("").empty());

        TwoReaders other("aabxaaby");
        other.brings(other.c, "a");
        other.read(other.c, 3, 5, "aaby");
        other.brings(other.b, "aabx"); // nine bytes of eight: one of them is a stranger's
        const auto changes = other.look("");
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes[0].kind, event::OutsideChange::Kind::Sent);
        QCOMPARE(changes[0].count, std::int64_t{1});
    }

    void whatNobodyElseExplainsIsTheStrangers_data() {
        QTest::addColumn<bool>("asleep");
        QTest::newRow("the other comes away empty") << false;
        QTest::newRow("the other is seen asleep by a look") << true;
    }
    void whatNobodyElseExplainsIsTheStrangers() {
        QFETCH(bool, asleep);
        TwoReaders story("");
        story.brings(story.c, "xyz");
        if (asleep)
            story.sleeps(story.b);
        else
            story.returns(story.b, -1, EINTR);
        const auto changes = story.look("");
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes[0].kind, event::OutsideChange::Kind::Sent);
        QCOMPARE(changes[0].count, std::int64_t{3});
        QVERIFY(story.look("").empty());
    }

    void whoIsKilledKeepsNobodyWaiting() {
        TwoReaders story;
        story.brings(story.c, "two, ");
        story.end(story.b, SIGKILL);
        story.read(story.c, 3, 5, "three");
        QVERIFY(story.pipe().earlyReads.empty());
        QVERIFY(story.look(", four").empty()); // how much B took is not known
    }

    void nothingIsLeftOfThemWhenThePipeIsGone() {
        TwoReaders story;
        story.brings(story.c, "two, ");
        for (const ProcessId each : {story.b, story.c, story.a})
            story.end(each, SIGKILL);
        QVERIFY(story.pipe().gone);
        QVERIFY(story.pipe().earlyReads.empty());
        QCOMPARE(story.pipe().read + story.pipe().lost, story.pipe().written);
    }
};

QTEST_APPLESS_MAIN(PipeReadsTest)
#include "pipe_reads_test.moc"
