// What a look at a pipe says when calls alone do not tell all: its capacity, a number of bytes
// without the bytes, and writes out of a segment.
#include "engine/world/pipe_slots.h"
#include "tests/world/pipe_story.h"

#include <QTest>
#include <fcntl.h>
#include <sys/ipc.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

constexpr std::int64_t at = 0x7f0000000000;

std::string bytes(std::size_t count, char what) {
    return std::string(count, what);
}

event::PipeSeen number(const Pipe& pipe, std::uint64_t unread) {
    event::PipeSeen seen;
    seen.dev = pipe.dev;
    seen.ino = pipe.ino;
    seen.bytes = unread;
    seen.capacity = std::uint64_t{pipe.capacity} * pipePageBytes;
    seen.quiet = true;
    return seen;
}

/// A made a pipe and a child B; the pipe is full of a's, and B sleeps in a write of 8192 b's.
struct Full : PipeStory {
    ProcessId a = start("A"), b = 0;

    Full() {
        makePipe(a);
        b = forkFrom(a, "B");
        for (int i = 0; i < 16; ++i)
            write(a, 4, bytes(4096, 'a'));
        enters(b, writeCall(4, bytes(8192, 'b')));
        sleeps(b);
    }
    std::vector<event::OutsideChange> see(const event::PipeSeen& seen) {
        auto changes = differences(world, seen);
        happens(supervisorProcess, seen);
        return changes;
    }
    [[nodiscard]] std::string all() const { return unreadBytes(pipe()); }
};

} // namespace

class PipeLooksTest : public QObject {
    Q_OBJECT
private slots:
    void aFreshPipeMayHaveFewerSlots() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        event::PipeSeen seen = number(story.pipe(), 0);
        seen.capacity = 2 * pipePageBytes; // its user has 1024 pipes already
        QVERIFY(differences(story.world, seen).empty());
        story.happens(supervisorProcess, seen);
        QCOMPARE(story.pipe().capacity, 2U);
        seen.capacity = 4 * pipePageBytes;
        const auto changes = differences(story.world, seen);
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes[0].what, std::string("capacity 8192 → 16384"));
    }

    void whoseCapacityWasToldIsKnown() {
        PipeStory story;
        const ProcessId a = story.start("A");
        story.makePipe(a);
        story.control(a, 4, F_SETPIPE_SZ, 9000, 16384);
        event::PipeSeen seen = number(story.pipe(), 0);
        seen.capacity = pipePageBytes;
        QCOMPARE(differences(story.world, seen).size(), 1U);
    }

    void bytesThatLeaveWithinAPageMakeNoRoom() {
        Full story;
        const auto changes = story.see(number(story.pipe(), 65536 - 1000));
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes[0].kind, Kind::Taken);
        QCOMPARE(changes[0].count, std::int64_t{1000});
        QCOMPARE(story.all(), bytes(65536 - 1000, 'a'));
        QCOMPARE(story.world.writesInFlight[0].copied, 0U);
    }

    void whoSleepsInAWriteComesInBehindWhatLeft() {
        Full story;
        // A page and a bit left, and B has filled the page.
        const auto changes = story.see(number(story.pipe(), 65536 - 904));
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes[0].count, std::int64_t{904}); // the least that explains it
        story.see(number(story.pipe(), 65536 - 4096 - 904));
        // Both pages of B are in by then, so that three of A are gone.
        QCOMPARE(story.all(), bytes(65536 - 3 * 4096 - 904, 'a') + bytes(8192, 'b'));
        QCOMPARE(story.world.writesInFlight[0].copied, 8192U);
    }

    void aWriteOutOfASegmentPutsInWhatStandsThere() {
        Full story;
        story.read(story.a, 3, 65536, bytes(65536, 'a'));
        story.returns(story.b, 8192);
        story.enters(story.a, {CallId::Shmget, 0, {IPC_PRIVATE, 65536, IPC_CREAT | 0600}, {}});
        story.returns(story.a, 5);
        story.enters(story.a, {CallId::Shmat, 0, {5, 0, 0}, {}});
        event::Returned attached;
        attached.ref = story.process(story.a).current->ref;
        attached.call = CallId::Shmat;
        attached.result = at;
        attached.detail = 65536;
        story.happens(story.a, attached);
        story.enters(story.a, {CallId::Memset, 0, {at, 's', 65536}, {}});
        story.returns(story.a, at);
        story.enters(story.a, {CallId::Write, rawAddress, {4, 65536, at}, {}});
        story.sleeps(story.a);
        const std::string inside = bytes(8192, 'b') + bytes(65536 - 8192, 's');
        QCOMPARE(story.all(), inside);
        QVERIFY(story.look(inside).empty());
        // Of what is still to come, only the number need be known.
        QVERIFY(story.see(number(story.pipe(), 65536 - 100)).at(0).count == 100);
        QCOMPARE(story.all(), inside.substr(100));
    }
};

QTEST_APPLESS_MAIN(PipeLooksTest)
#include "pipe_looks_test.moc"
