// What the world makes of pipe calls: slots by the kernel's rules, ends by the descriptors that are
// left, sleepers that go on, and reads that are right even where the order of writes was not known.
#include "engine/world/pipe_questions.h"
#include "tests/world/pipe_story.h"

#include <QTest>
#include <csignal>
#include <fcntl.h>

using namespace ipclab;

namespace {

std::string bytes(std::size_t count, char what = 'x') {
    return std::string(count, what);
}

std::string repeated(const char* part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += (i == 0 ? "" : " ") + std::string(part);
    return all;
}

} // namespace

class PipeTest : public QObject {
    Q_OBJECT
private slots:
    void writesFillSlots_data() {
        QTest::addColumn<QList<int>>("writes");
        QTest::addColumn<bool>("packets");
        QTest::addColumn<QString>("used");
        const auto many = [](int size, int times) { return QList<int>(times, size); };
        const auto row = [](const char* name, QList<int> writes, std::string used,
                            bool packets = false) {
            QTest::newRow(name) << writes << packets << QString::fromStdString(used);
        };
        row("one byte a write joins the page", many(1, 4096), "4096");
        row("the next byte needs a fresh one", many(1, 4097), "4096 1");
        row("16 whole pages", many(4096, 16), repeated("4096", 16));
        row("two of 2049 never share a page", many(2049, 16), repeated("2049", 16));
        row("3000 a page", many(3000, 3), "3000 3000 3000");
        row("the odd bytes of a large write join first", {100, 4196}, "200 4096");
        row("they join only if they fit", {4000, 4196}, "4000 4096 100");
        row("whole pages never join", {100, 4096}, "100 4096");
        row("small ones fill what is left", {3000, 1096, 1}, "4096 1");
        row("packets", {5, 5, 5}, "5p 5p 5p", true);
        row("a long packet is cut into pages", {5000}, "4096p 904p", true);
    }
    void writesFillSlots() {
        QFETCH(QList<int>, writes);
        QFETCH(bool, packets);
        QFETCH(QString, used);
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a, packets ? O_DIRECT : 0);
        for (const int size : writes)
            story.write(a, 4, bytes(static_cast<std::size_t>(size)));
        QCOMPARE(story.slotsInUse(), used.toStdString());
    }

    void aPageIsFreeWhenItsLastByteIsRead() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        for (int i = 0; i < 16; ++i)
            story.write(a, 4, bytes(4096));
        QCOMPARE(wouldGoIn(story.pipe(), 1), 0U);
        story.read(a, 3, 1, "x");
        QCOMPARE(usedSlots(story.pipe()), 16U);
        QCOMPARE(wouldGoIn(story.pipe(), 1), 0U);
        story.read(a, 3, 4095, bytes(4095));
        QCOMPARE(usedSlots(story.pipe()), 15U);
        QCOMPARE(wouldGoIn(story.pipe(), 5000), 4096U);
    }

    void aPacketIsReadAsAWhole() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a, O_DIRECT);
        story.write(a, 4, "hello");
        story.write(a, 4, "bye");
        story.read(a, 3, 2, "he");
        QCOMPARE(story.slotsInUse(), std::string("3p"));
    }

    void boundariesAreKeptBesideTheStream() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B");
        story.write(a, 4, "ab");
        story.write(b, 4, "cd");
        story.read(b, 3, 1, "a");
        QCOMPARE(story.stream(), std::string("A b|B cd"));
        QCOMPARE(story.slotsInUse(), std::string("1+3"));
    }

    void aSleepingWriterHasPartOfItIn() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B");
        story.write(a, 4, bytes(15 * 4096));
        story.enters(a, writeCall(4, bytes(8192, 'y')));
        story.sleeps(a);
        QCOMPARE(story.pipe().unread(), 16U * 4096);
        QCOMPARE(story.world.writesInFlight[0].copied, 4096U);
        story.read(b, 3, 4096, bytes(4096));
        QCOMPARE(story.world.writesInFlight[0].copied, 8192U);
        story.returns(a, 8192);
        QCOMPARE(story.pipe().unread(), 16U * 4096);
        QVERIFY(story.look(bytes(14 * 4096) + bytes(8192, 'y')).empty());
    }

    void sleepingWritersTakeTurnsPageByPage() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B"), c = story.forkFrom(a, "C");
        story.write(a, 4, bytes(16 * 4096, '.'));
        story.enters(a, writeCall(4, bytes(8192, 'a')));
        story.sleeps(a);
        story.enters(b, writeCall(4, bytes(8192, 'b')));
        story.sleeps(b);
        for (int i = 0; i < 4; ++i)
            story.read(c, 3, 4096, bytes(4096, '.'));
        const std::string all = bytes(12 * 4096, '.') + bytes(4096, 'a') + bytes(4096, 'b') +
                                bytes(4096, 'a') + bytes(4096, 'b');
        QVERIFY(story.look(all).empty());
    }

    void bytesReadBeforeTheirWriteReturned() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B");
        story.enters(b, readCall(3, 3));
        story.sleeps(b);
        story.enters(a, writeCall(4, "hello"));
        story.brings(b, "hel");
        QCOMPARE(story.stream(), std::string("A lo"));
        story.returns(a, 5);
        QCOMPARE(story.stream(), std::string("A lo"));
        QCOMPARE(story.slotsInUse(), std::string("3+2"));
        QVERIFY(story.look("lo").empty());
    }

    void whoWasLetInFirstNeedNotTellFirst_data() {
        QTest::addColumn<QString>("written");
        QTest::newRow("C's bytes can only come second") << "one, two, three";
        QTest::newRow("C's bytes could as well be the first") << "one, one, three";
        QTest::newRow("all the same") << "xxxxxxxxxxxxxxx";
    }
    void whoWasLetInFirstNeedNotTellFirst() {
        QFETCH(QString, written);
        const std::string all = written.toStdString();
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B"), c = story.forkFrom(a, "C");
        story.enters(b, readCall(3, 5));
        story.sleeps(b);
        story.enters(c, readCall(3, 3));
        story.sleeps(c);
        story.enters(a, writeCall(4, all));
        story.brings(c, all.substr(5, 3));
        story.returns(a, 15);
        story.brings(b, all.substr(0, 5));
        QCOMPARE(story.stream(), "A " + all.substr(8));
        QVERIFY(story.look(all.substr(8)).empty());
    }

    void aReadThatWouldHaveBroughtMoreCameLater() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a, O_DIRECT);
        const ProcessId b = story.forkFrom(a, "B"), c = story.forkFrom(a, "C");
        story.enters(b, readCall(3, 4096));
        story.sleeps(b);
        story.enters(c, readCall(3, 64));
        story.sleeps(c);
        story.write(a, 4, bytes(4097)); // two packets, 4096 and 1
        story.brings(c, "x");           // of the first it would have got 64
        story.brings(b, bytes(4096));
        QVERIFY(story.look("").empty());
    }

    void aReadKnowsTheOrderOfWritesBetter() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B");
        story.enters(a, writeCall(4, "first"));
        story.enters(b, writeCall(4, "second"));
        story.returns(a, 5);
        story.returns(b, 6);
        QCOMPARE(story.stream(), std::string("A first|B second"));
        story.read(a, 3, 8, "secondfi");
        QCOMPARE(story.stream(), std::string("A rst"));
        QVERIFY(story.look("rst").empty());
    }

    void whoWasWokenNeedNotBeLetInFirst_data() {
        QTest::addColumn<bool>("seen");
        QTest::newRow("a read tells") << false;
        QTest::newRow("a look tells") << true;
    }
    /// C sleeps, a read wakes it, and B's next write is in the empty pipe before it.
    void whoWasWokenNeedNotBeLetInFirst() {
        QFETCH(bool, seen);
        const std::string b = bytes(65536, 'b'), c = bytes(65536, 'c');
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId B = story.forkFrom(a, "B"), C = story.forkFrom(a, "C");
        story.write(B, 4, b);
        story.enters(C, writeCall(4, c));
        story.sleeps(C);
        story.read(a, 3, 65536, b);
        story.enters(B, writeCall(4, b));
        if (seen) {
            story.returns(B, 65536);
            QVERIFY(story.look(b).empty());
            QCOMPARE(story.stream(), "B " + b);
        }
        story.read(a, 3, 65536, b);
        if (!seen) story.returns(B, 65536);
        QVERIFY(story.look(c).empty());
        story.returns(C, 65536);
        QVERIFY(story.look(c).empty());
        QCOMPARE(story.stream(), "C " + c);
        QCOMPARE(story.pipe().written, std::uint64_t{3 * 65536});
    }

    void onlyWhatTheLabsWritersExplainIsTheirs() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B");
        story.write(a, 4, bytes(65536, 'a'));
        story.enters(b, writeCall(4, bytes(8192, 'b')));
        story.sleeps(b);
        const auto changes = story.look(bytes(4096, 'b') + bytes(4096, '?'));
        QCOMPARE(changes.size(), 2U);
        QCOMPARE(changes[0].kind, event::OutsideChange::Kind::Sent);
        QCOMPARE(changes[0].count, std::int64_t{4096});
        QCOMPARE(changes[1].kind, event::OutsideChange::Kind::Taken);
        QCOMPARE(changes[1].count, std::int64_t{65536});
        QCOMPARE(story.world.writesInFlight[0].copied, 4096U);
    }

    void whoGivesUpTakesOnlyItsOwnBytesAlong() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B"), c = story.forkFrom(a, "C");
        story.write(a, 4, bytes(65536, 'a'));
        story.enters(c, writeCall(4, bytes(4096, 'c')));
        story.sleeps(c);
        story.read(b, 3, 65536, bytes(65536, 'a'));
        story.write(b, 4, "still here");
        story.returns(c, -1, EINTR);
        QCOMPARE(story.stream(), std::string("B still here"));
        QVERIFY(story.look("still here").empty());
    }

    void endOfFileNeedsEveryWriteEnd() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B");
        QCOMPARE(story.pipe().writers, 1);
        story.close(a, 4);
        QCOMPARE(story.pipe().writers, 1);
        story.enters(b, readCall(3, 10));
        story.sleeps(b);
        const auto forgotten = forgottenWriteEnds(story.world, story.pipe());
        QCOMPARE(forgotten.size(), 1U);
        QVERIFY((forgotten[0] == EndHolder{b, 4}));
        story.end(b, 9);
        QCOMPARE(story.pipe().writers, 0);
        QVERIFY(!story.pipe().gone);
        story.close(a, 3);
        QVERIFY(story.pipe().gone);
    }

    void dataIsLostWithTheLastDescriptor() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        story.write(a, 4, "for nobody");
        story.close(a, 3);
        QCOMPARE(story.pipe().lost, 0U);
        QVERIFY(wouldBreak(story.world, story.process(a), 4));
        story.end(a, 9);
        QCOMPARE(story.pipe().lost, 10U);
        QVERIFY(story.pipe().gone);
    }

    void nonblockingIsSharedThroughTheDescription() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        const ProcessId b = story.forkFrom(a, "B");
        story.control(b, 4, F_SETFL, O_NONBLOCK);
        const Descriptor& parents = story.process(a).descriptors.at(4);
        QVERIFY(story.world.file(parents.file)->nonblocking);
        QVERIFY(!story.world.file(story.process(a).descriptors.at(3).file)->nonblocking);
    }

    void theCapacityIsWhatTheKernelRoundedItTo() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        story.control(a, 4, F_SETPIPE_SZ, 9000, 16384);
        QCOMPARE(story.pipe().capacity, 4U);
    }

    void aFifoLivesAsLongAsItsName() {
        PipeStory story;
        const ProcessId a = story.start("A"), b = story.start("B");
        story.makeFifo(a, "chat");
        story.enters(a, {CallId::Open, 0, {O_RDONLY, 0}, "chat"});
        story.sleeps(a);
        QCOMPARE(story.pipe().sleepers.size(), 1U);
        QCOMPARE(story.pipe().sleepers[0].kind, PipeSleeper::Kind::OpensToRead);
        story.open(b, "chat", O_WRONLY, 3);
        story.open(a, "chat", O_RDONLY, 3);
        QVERIFY(story.pipe().sleepers.empty());
        QCOMPARE(story.pipe().readers, 1);
        story.write(b, 3, "lost");
        story.close(b, 3);
        story.close(a, 3);
        QVERIFY(!story.pipe().gone);
        QCOMPARE(story.pipe().lost, 4U);
        QVERIFY(story.pipe().pages.empty());
        story.enters(a, {CallId::Unlink, 0, {}, "chat"});
        story.returns(a, 0);
        QVERIFY(story.pipe().unlinked && story.pipe().gone);
        QCOMPARE(story.world.pipes.size(), 1U);
    }

    void whoSleepsInOpenKeepsWhatIsInAFifo() {
        PipeStory story;
        const ProcessId a = story.start("A"), b = story.start("B"), c = story.start("C");
        story.makeFifo(a, "kept");
        story.open(a, "kept", O_RDWR, 3);
        story.open(a, "kept", O_WRONLY, 4);
        story.write(a, 4, "kept");
        story.close(a, 3);
        for (const ProcessId each : {b, c}) {
            story.enters(each, {CallId::Open, 0, {O_WRONLY, 0}, "kept"});
            story.sleeps(each);
        }
        story.close(a, 4);
        QCOMPARE(story.stream(), std::string("A kept"));
        story.end(b, SIGKILL);
        QCOMPARE(story.pipe().lost, 0U);
        story.returns(c, -1, EINTR); // the last that had it
        QCOMPARE(story.pipe().lost, 4U);
        QVERIFY(story.pipe().pages.empty() && !story.pipe().gone);
    }

    void packetsAreTheWritersAffair() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a, O_DIRECT | O_NONBLOCK);
        const auto file = [&](int fd) {
            return *story.world.file(story.process(a).descriptors.at(fd).file);
        };
        QVERIFY(!file(3).packets && file(4).packets);
        QVERIFY(file(3).nonblocking && file(4).nonblocking);
    }

    void whatAnOutsideProgramDidIsSaid() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        story.write(a, 4, "ours");
        const auto sent = story.look("ours, theirs");
        QCOMPARE(sent.size(), 1U);
        QCOMPARE(sent[0].kind, event::OutsideChange::Kind::Sent);
        QCOMPARE(sent[0].count, std::int64_t{8});
        QCOMPARE(story.stream(), std::string("A ours|outside , theirs"));
        const auto taken = story.look("theirs");
        QCOMPARE(taken.size(), 1U);
        QCOMPARE(taken[0].kind, event::OutsideChange::Kind::Taken);
        QCOMPARE(taken[0].count, std::int64_t{6});
        story.read(a, 3, 20, "theirs and more");
        QCOMPARE(story.look("").at(0).count, std::int64_t{9});
        QVERIFY(story.look("").empty());
    }

    void dup2ClosesItsTargetFirst() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        story.enters(a, {CallId::Dup2, 0, {4, 3}, {}});
        story.returns(a, 3);
        QCOMPARE(story.pipe().readers, 0);
        QCOMPARE(story.pipe().writers, 1);
        story.close(a, 4);
        QCOMPARE(story.pipe().writers, 1);
        QCOMPARE(story.process(a).closed.size(), 1U);
    }
};

QTEST_APPLESS_MAIN(PipeTest)
#include "pipe_test.moc"
