// What the calls of shared memory do to the world: attachments, bytes, pages, races, and why a
// process died.
#include "engine/world/segment_questions.h"
#include "engine/world/segments.h"
#include "tests/world/story.h"

#include <QTest>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

constexpr std::int32_t shm = 5;
constexpr std::int64_t atA = 0x7f0000000000, atB = 0x7e0000000000;
constexpr std::uint64_t page = segmentPageBytes;

/// A made a segment of two pages and has it attached, B too; a quiet look was taken.
struct Stage : Story {
    ProcessId a = start("A"), b = start("B");

    explicit Stage(std::int64_t size = 5000) {
        call(a, {CallId::Shmget, 0, {1234, size, IPC_CREAT | 0600}, {}}, shm);
        attach(a, atA, 0);
        attach(b, atB, 0);
        look(expected());
    }
    void call(ProcessId process, ResolvedCall what, std::int64_t result, int error = 0) {
        enters(process, std::move(what));
        returns(process, result, error);
    }
    void attach(ProcessId process, std::int64_t at, std::int64_t flags, std::int32_t id = shm) {
        enters(process, {CallId::Shmat, 0, {id, 0, flags}, {}});
        done(process, at, {},
             static_cast<std::int64_t>((segment().stat.segsz + page - 1) / page * page));
    }
    void detach(ProcessId process, std::int64_t at) {
        call(process, {CallId::Shmdt, 0, {at}, {}}, 0);
    }
    void remove(ProcessId process) { call(process, {CallId::Shmctl, 0, {shm, IPC_RMID}, {}}, 0); }
    void done(ProcessId process, std::int64_t result, std::string data, std::int64_t detail = 0,
              std::int64_t rounds = 0) {
        const CallInProgress& current = *world.process(process)->current;
        event::Returned returned{current.ref, current.call.id, result, 0,
                                 rounds,      std::move(data), {},     false};
        returned.detail = detail;
        happens(process, std::move(returned));
    }
    void strcpyTo(ProcessId process, std::int64_t at, const std::string& text) {
        call(process, {CallId::Strcpy, 0, {at}, text}, at);
    }
    void add(ProcessId process, std::int64_t at, std::int64_t times) {
        enters(process, {CallId::Store, 0, {at, 4, 1, '+', times}, {}});
    }
    void dies(ProcessId process, std::int64_t fault) {
        happens(process, event::ProcessEnded{true, SIGSEGV, static_cast<std::uint64_t>(fault)});
    }
    std::vector<event::OutsideChange> look(event::SegmentSeen seen) {
        auto changes = differences(world, seen);
        for (const event::OutsideChange& change : changes)
            happens(engineProcess, change);
        happens(supervisorProcess, std::move(seen));
        return changes;
    }
    using Story::look;
    /// A look that sees what the world expects; `changed` besides.
    [[nodiscard]] event::SegmentSeen expected(std::vector<event::SegmentSeen::Run> changed = {}) {
        event::SegmentSeen seen;
        seen.stat = segment().stat;
        seen.rss = segment().rss;
        seen.quiet = seen.contentsKnown = true;
        seen.changed = std::move(changed);
        return seen;
    }
    [[nodiscard]] const Segment& segment() { return world.segments.front(); }
    [[nodiscard]] std::string bytes(std::uint64_t offset, std::uint64_t length) {
        return bytesOf(segment(), offset, length);
    }
};

} // namespace

class SegmentsTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsWrittenStandsThereAndNamesItsWriter() {
        Stage stage;
        stage.strcpyTo(stage.a, atA + 64, "hello");
        stage.strcpyTo(stage.b, atB + 66, "y");
        QCOMPARE(stage.bytes(64, 6), std::string("hey\0o\0", 6));
        QCOMPARE(writerOf(stage.segment(), 65), std::optional(stage.a));
        QCOMPARE(writerOf(stage.segment(), 66), std::optional(stage.b));
        QVERIFY(!writerOf(stage.segment(), 100));
        QCOMPARE(stage.segment().writes.size(), std::size_t{2});
        QCOMPARE(stage.segment().rss, page);
    }

    void aReadMakesAPageExistToo() {
        Stage stage;
        stage.call(stage.a, {CallId::Load, 0, {atA + 4096, 4, 1}, {}}, 0);
        QVERIFY(!stage.segment().pages.contains(0) && stage.segment().pages.contains(1));
        QCOMPARE(stage.segment().rss, page);
    }

    void aFillOfALargeSegmentSharesOnePicture() {
        constexpr std::int64_t size = 64 << 20;
        Stage stage(size);
        stage.call(stage.a, {CallId::Memset, 0, {atA, 'x', size}, {}}, atA);
        QCOMPARE(stage.segment().pages.size(), std::uint64_t{size / 4096});
        QCOMPARE(stage.segment().pages.find(0), stage.segment().pages.find(16383));
        const World before = stage.world; // shares every page with the one that goes on
        stage.strcpyTo(stage.a, atA + 4096, "y");
        QCOMPARE(bytesOf(before.segments.front(), 4096, 2), std::string("xx"));
        QCOMPARE(stage.bytes(4095, 4), std::string("xy\0x", 4));
        QCOMPARE(before.segments.front().pages.find(5), stage.segment().pages.find(5));
    }

    void aMarkedSegmentLivesUntilTheLastDetach() {
        Stage stage;
        stage.remove(stage.a);
        QVERIFY(stage.segment().stat.dest && !stage.segment().removed);
        QCOMPARE(stage.segment().stat.key, 0);
        stage.attach(stage.a, atA + 0x10000, SHM_RDONLY); // Linux lets it be attached again
        QCOMPARE(stage.segment().stat.nattch, std::uint64_t{3});
        stage.detach(stage.a, atA);
        stage.end(stage.b, SIGKILL);
        QVERIFY(!stage.segment().removed);
        QCOMPARE(stage.segment().stat.nattch, std::uint64_t{1});
        stage.end(stage.a, SIGKILL);
        QVERIFY(stage.segment().removed);
    }

    void aChildHasWhatItsParentHasAttached() {
        Stage stage;
        const ProcessId child = stage.start("C");
        inheritAttachments(stage.world, stage.process(stage.a),
                           *const_cast<Process*>(stage.world.process(child)));
        QCOMPARE(stage.segment().stat.nattch, std::uint64_t{3});
        stage.strcpyTo(child, atA, "same");
        QCOMPARE(stage.bytes(0, 4), std::string("same"));
    }

    void unmappingTheMiddleLeavesTwoMappings() {
        Stage stage(3 * 4096);
        stage.call(stage.a, {CallId::Munmap, 0, {atA + 4096, 100}, {}}, 0);
        QCOMPARE(stage.segment().stat.nattch, std::uint64_t{3}); // two of A, one of B
        stage.strcpyTo(stage.a, atA + 8192, "third");
        QCOMPARE(stage.bytes(8192, 5), std::string("third"));
        stage.detach(stage.a, atA); // shmdt takes both parts
        QCOMPARE(stage.segment().stat.nattch, std::uint64_t{1});
    }

    void aProcessDiesWhereItMayNotGo() {
        const auto cause = [](Stage& stage, ResolvedCall last, std::int64_t fault) {
            stage.enters(stage.a, std::move(last));
            stage.dies(stage.a, fault);
            return stage.process(stage.a).faultCause.value();
        };
        const auto store = [](std::int64_t at) {
            return ResolvedCall{CallId::Store, 0, {at, 4, 1, '=', 1}, {}};
        };
        {
            Stage stage;
            stage.attach(stage.a, atA + 0x10000, SHM_RDONLY);
            const FaultCause why = cause(stage, store(atA + 0x10040), atA + 0x10040);
            QVERIFY(why.reason == FaultReason::ReadOnly && why.write);
            QCOMPARE(why.offset, std::uint64_t{0x40});
            QCOMPARE(why.segment, shm);
        }
        {
            Stage stage;
            QVERIFY(cause(stage, store(atA + 8192), atA + 8192).reason == FaultReason::PastTheEnd);
        }
        {
            Stage stage;
            stage.detach(stage.a, atA);
            const FaultCause why = cause(stage, {CallId::Load, 0, {atA, 4, 1}, {}}, atA);
            QVERIFY(why.reason == FaultReason::Detached && !why.write);
        }
        {
            Stage stage;
            stage.call(stage.a, {CallId::Mprotect, 0, {atA, 4096, PROT_NONE}, {}}, 0);
            QVERIFY(cause(stage, store(atA + 8), atA + 8).reason == FaultReason::NoAccess);
        }
        Stage stage;
        QVERIFY(cause(stage, store(0), 0).reason == FaultReason::NotMapped);
    }

    void updatesLostInARaceAreCounted() {
        Stage stage;
        stage.add(stage.a, atA + 64, 1000);
        QVERIFY(!stage.segment().race); // alone
        stage.add(stage.b, atB + 64, 1000);
        QVERIFY(stage.segment().race && !stage.segment().race->over);
        stage.done(stage.a, 900, {}, 0, 1000);
        QVERIFY(!stage.segment().race->over);
        stage.done(stage.b, 1400, {}, 3, 1000);
        const Race& race = *stage.segment().race;
        QVERIFY(race.over && !race.atomic);
        QCOMPARE(race.added, 2000);
        QCOMPARE(race.lost(), 600);
        QCOMPARE(race.processes.size(), std::size_t{2});
        // Who was told of last need not have stored last: the kernel's memory decides, and nobody
        // outside is blamed for it.
        const auto changes = stage.look(stage.expected({{64, std::string("\x7c\x05\0\0", 4)}}));
        QVERIFY(changes.empty());
        QCOMPARE(stage.segment().race->lost(), 2000 - 1404);
    }

    /// One line asks both, and A is done before B begins.
    void additionsOfOneLineThatDidNotMeetAreTold() {
        Stage stage;
        Statement both;
        both.processes = {"A", "B"};
        both.source = "A, B: repeat 1000 { *(int *)(p + 64) += 1 }";
        stage.gives(stage.a, both);
        stage.gives(stage.b, both);
        stage.add(stage.a, atA + 64, 1000);
        QVERIFY(stage.segment().race->apart && !stage.segment().race->over);
        stage.done(stage.a, 1000, {}, 0, 1000);
        stage.add(stage.b, atB + 64, 1000);
        stage.done(stage.b, 2000, {}, 0, 1000);
        const Race& race = *stage.segment().race;
        QVERIFY(race.over && race.apart);
        QCOMPARE(race.processes, (std::vector{stage.a, stage.b}));
        QCOMPARE(race.added, 2000);
        QCOMPARE(race.lost(), 0);
        QVERIFY(race.gapNs > 0);
        // The same line once more, and now they meet: this is another race.
        stage.gives(stage.b, both);
        stage.gives(stage.a, both);
        stage.add(stage.b, atB + 64, 1000);
        stage.add(stage.a, atA + 64, 1000);
        stage.done(stage.a, 2900, {}, 0, 1000);
        stage.done(stage.b, 3400, {}, 0, 1000);
        QVERIFY(!stage.segment().race->apart && stage.segment().race->over);
        QCOMPARE(stage.segment().race->lost(), 600);
    }

    void aWriteFromOutsideIsFoundByComparing() {
        Stage stage;
        stage.strcpyTo(stage.a, atA, "ours");
        const auto changes =
            stage.look(stage.expected({{0, "ours"}, {4100, "theirs"}, {8000, "x"}}));
        QCOMPARE(changes.size(), std::size_t{2});
        QVERIFY(changes[0].kind == Kind::Written);
        QVERIFY(changes[0].object == event::ObjectKind::Segment);
        QCOMPARE(changes[0].offset, std::uint64_t{4100});
        QCOMPARE(changes[0].count, 6);
        QCOMPARE(stage.bytes(4100, 6), std::string("theirs"));
        QCOMPARE(writerOf(stage.segment(), 4100), std::optional(outsideSender));
        QCOMPARE(writerOf(stage.segment(), 0), std::optional(stage.a));
        QCOMPARE(stage.segment().outsideChanges, std::uint64_t{2});
        QVERIFY(stage.look(stage.expected()).empty());
    }

    void whatADyingProcessWroteIsItsOwn() {
        Stage stage;
        stage.enters(stage.a, {CallId::Memset, 0, {atA, 'x', 9000}, {}});
        stage.dies(stage.a, atA + 8192);
        const auto changes = stage.look(stage.expected({{0, "x", 8192}}));
        QVERIFY(changes.empty());
        QCOMPARE(writerOf(stage.segment(), 8000), std::optional(stage.a));
    }

    void whatNobodyCouldReadStaysUncertain() {
        Stage stage;
        stage.enters(stage.a, {CallId::Memset, 0, {atA, 'x', 9000}, {}});
        stage.dies(stage.a, atA + 8192);
        auto partial = stage.expected({});
        partial.partial = true;
        QVERIFY(stage.look(partial).empty());
        QVERIFY(stage.look(stage.expected({{0, "x", 8192}})).empty());
        QCOMPARE(writerOf(stage.segment(), 8000), std::optional(stage.a));
    }

    void aFailedMprotectHasChangedWhatLayBeforeTheHole() {
        Stage stage(3 * 4096);
        stage.call(stage.a, {CallId::Munmap, 0, {atA + 4096, 4096}, {}}, 0);
        stage.enters(stage.a, {CallId::Mprotect, 0, {atA, 3 * 4096, PROT_READ}, {}});
        stage.returns(stage.a, -1, ENOMEM);
        QVERIFY(whyFaults(stage.process(stage.a), atA, true).has_value());
        QVERIFY(!whyFaults(stage.process(stage.a), atA + 8192, true).has_value());
    }

    void aStrangerAttachesAndDetaches() {
        Stage stage;
        auto seen = stage.expected();
        seen.stat.nattch += 1;
        seen.stat.lpid = 9999;
        auto changes = stage.look(seen);
        QCOMPARE(changes.size(), std::size_t{1});
        QVERIFY(changes[0].kind == Kind::Attached && changes[0].pid == 9999);
        QCOMPARE(attachedOutside(stage.world, stage.segment()), std::uint64_t{1});
        seen = stage.expected();
        seen.stat.nattch -= 1;
        changes = stage.look(seen);
        QVERIFY(changes.size() == 1 && changes[0].kind == Kind::Detached);
        seen = stage.expected();
        seen.stat.lpid = 8888; // came and went between two looks
        QCOMPARE(stage.look(seen).size(), std::size_t{2});
        seen = stage.expected();
        seen.stat.mode = 0666;
        seen.stat.locked = true;
        changes = stage.look(seen);
        QVERIFY(changes.size() == 1 && changes[0].kind == Kind::Changed);
        QCOMPARE(changes[0].what, std::string("mode 0600 → 0666, SHM_LOCK"));
        seen.gone = true;
        QVERIFY(stage.look(seen)[0].kind == Kind::Removed);
        QVERIFY(stage.segment().removed);
    }

    void aDamagedLookChangesNothingOutsideOfTheSegment() {
        Stage stage;
        stage.look(stage.expected({{1u << 30, "x"}, {0, "x", std::uint64_t{1} << 60}, {0, ""}}));
        QCOMPARE(stage.segment().pages.size(), std::uint64_t{0});
    }

    void theKeyOfAFileIsKept() {
        Stage stage;
        stage.enters(stage.a, {CallId::Ftok, 0, {0x141}, "keyfile"});
        const CallRef ref = stage.process(stage.a).current->ref;
        event::Returned returned{ref, CallId::Ftok, 0x41020304, 0, 0, {}, {}, false};
        returned.files = {{-1, {0100644, 0x02, 0x0304}}};
        stage.happens(stage.a, returned);
        QCOMPARE(stage.world.keys.size(), std::size_t{1});
        QCOMPARE(stage.world.keys[0].path, std::string("keyfile"));
        QCOMPARE(stage.world.keys[0].key, 0x41020304);
        QCOMPARE(stage.world.keys[0].file.ino, std::uint64_t{0x0304});
    }
};

QTEST_GUILESS_MAIN(SegmentsTest)
#include "segments_test.moc"
