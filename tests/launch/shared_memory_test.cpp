// What a worker does with shared memory and its own memory, as its events tell it.
#include "engine/call/printf.h"
#include "engine/kernel/shared_memory.h"
#include "engine/observe/segment_table.h"
#include "tests/launch/small_lab.h"

#include <csignal>
#include <sys/mman.h>

using namespace ipclab;

namespace {

constexpr int key = 0x4c414235;

ResolvedCall shmget(std::int64_t size, int segmentKey = IPC_PRIVATE, int flags = IPC_CREAT | 0600) {
    return {CallId::Shmget, 0, {segmentKey, size, flags}, {}};
}
ResolvedCall shmat(std::int64_t id, std::int64_t address = 0, int flags = 0) {
    return {CallId::Shmat, 0, {id, address, flags}, {}};
}
ResolvedCall shmdt(std::int64_t address) {
    return {CallId::Shmdt, 0, {address}, {}};
}
ResolvedCall shmctl(std::int64_t id, int cmd, int mode = 0) {
    return {CallId::Shmctl, 0, {id, cmd, mode, ::getuid(), ::getgid()}, {}};
}
ResolvedCall strcpyTo(std::int64_t address, std::string text) {
    return {CallId::Strcpy, 0, {address}, std::move(text)};
}
ResolvedCall load(std::int64_t address, int width = 4, bool isSigned = true) {
    return {CallId::Load, 0, {address, width, isSigned}, {}};
}
ResolvedCall store(std::int64_t address, std::int64_t value, char operation = '=',
                   std::int64_t times = 1, int width = 4) {
    return {CallId::Store, 0, {address, width, value, operation, times}, {}};
}
ResolvedCall atomicAdd(std::int64_t address, std::int64_t value, std::int64_t times) {
    return {CallId::AtomicAdd, 0, {address, 4, value, times}, {}};
}
ResolvedCall printfOf(std::string format, std::vector<PrintfArgument> arguments) {
    return {CallId::Printf, 0, {}, packPrintf({std::move(format), std::move(arguments)})};
}

/// A worker that has a fresh segment attached.
struct Attached {
    SmallLab lab;
    SmallLab::Worker& worker = lab.start();
    std::int64_t id = lab.call(worker, shmget(100)).result;
    event::Returned attached = lab.call(worker, shmat(id));
    std::int64_t at = attached.result;

    event::Returned call(const ResolvedCall& what) { return lab.call(worker, what); }
    /// The call kills the worker; by which signal.
    int killing(const ResolvedCall& what) {
        lab.give(worker, what);
        return lab.events().body<event::ProcessEnded>().code;
    }
};

} // namespace

class SharedMemoryTest : public QObject {
    Q_OBJECT
private slots:
    void anAttachTellsItsAddressAndItsPages() {
        Attached a;
        QVERIFY(a.id >= 0 && a.at != -1);
        QCOMPARE(a.attached.detail, std::int64_t{4096});
        const auto stat = a.call(shmctl(int(a.id), IPC_STAT)).segment;
        QVERIFY(stat);
        QCOMPARE(stat->segsz, std::uint64_t{100});
        QCOMPARE(stat->nattch, std::uint64_t{1});
        QCOMPARE(stat->lpid, a.worker.pid);
        QCOMPARE(a.call(shmdt(a.at)).result, 0);
        QCOMPARE(a.call(shmdt(a.at)).error, EINVAL);
    }

    void memoryIsUsedLikeAVariable() {
        Attached a;
        QCOMPARE(a.call(strcpyTo(a.at, "Linux Programming")).result, a.at);
        QCOMPARE(a.call({CallId::Strlen, rawSource, {a.at}, {}}).result, 17);
        const auto printed =
            a.call(printfOf("%s|%-6d|%#x\n", {{PrintfArgument::Kind::Address, a.at, {}},
                                              {PrintfArgument::Kind::Number, -7, {}},
                                              {PrintfArgument::Kind::Number, 255, {}}}));
        QCOMPARE(printed.data, std::string("Linux Programming|-7    |0xff\n"));
        QCOMPARE(printed.result, std::int64_t(printed.data.size()));
        // The rest of the page behind the 100 bytes is memory as well.
        QCOMPARE(a.call({CallId::Memset, 0, {a.at + 4000, 'x', 96}, {}}).result, a.at + 4000);
        QCOMPARE(a.call(load(a.at + 4095, 1)).result, std::int64_t{'x'});
        const auto copied =
            a.call({CallId::Memcpy, rawSource | intoVariable, {0, a.at + 6, 11}, {}});
        QCOMPARE(copied.data, std::string("Programming"));
        QCOMPARE(a.call({CallId::Memcpy, rawSource, {a.at + 200, a.at, 5}, {}}).data,
                 std::string("Linux"));
        QCOMPARE(a.call(load(a.at + 200, 1)).result, std::int64_t{'L'});
    }

    void numbersAreStoredAndLoadedInAnyWidth() {
        Attached a;
        QCOMPARE(a.call(store(a.at + 64, 41)).result, 41);
        const auto added = a.call(store(a.at + 64, 1, '+'));
        QCOMPARE(added.result, 42);
        QCOMPARE(added.detail, 41);
        QCOMPARE(a.call(store(a.at + 65, -1, '=', 1, 8)).result, -1); // odd addresses too
        QCOMPARE(a.call(load(a.at + 65, 8)).result, -1);
        QCOMPARE(a.call(load(a.at + 65, 1)).result, -1);
        QCOMPARE(a.call(load(a.at + 65, 1, false)).result, 255);
        QCOMPARE(a.call(store(a.at + 64, 0x0f, '&', 1, 1)).result, 42 & 0x0f);
    }

    void aBurstIsOneCallAndEndsEarlyWhenToldTo() {
        Attached a;
        const auto burst = a.call(store(a.at, 1, '+', 100'000));
        QCOMPARE(burst.result, 100'000);
        QCOMPARE(burst.mtype, 100'000);
        QCOMPARE(a.call(atomicAdd(a.at, 1, 5000)).result, 105'000);
        a.lab.give(a.worker, store(a.at, 1, '+', std::int64_t{1} << 60));
        // A line that is stopped before it begins makes no call at all.
        (void)a.worker.events.next<event::Entered>();
        WorkerSlot& slot = a.lab.board().workers[a.worker.process];
        slot.stop = slot.given.load();
        const auto stopped = a.worker.events.body<event::Returned>();
        QCOMPARE(stopped.result, std::int64_t(std::int32_t(105'000 + stopped.mtype)));
        QCOMPARE(a.call(load(a.at)).result, stopped.result);
    }

    void aBadAddressKills() {
        QCOMPARE(Attached().killing(strcpyTo(8, "x")), SIGSEGV);
        {
            Attached a; // past the page, not past the 100 bytes
            QCOMPARE(a.killing(store(a.at + 4096, 1)), SIGSEGV);
        }
        {
            Attached a;
            const auto readOnly = a.call(shmat(a.id, 0, SHM_RDONLY)).result;
            QVERIFY(readOnly != a.at);
            const ResolvedCall lift{
                CallId::Mprotect, 0, {readOnly, 4096, PROT_READ | PROT_WRITE}, {}};
            QCOMPARE(a.call(lift).error, EACCES);
            QCOMPARE(a.killing(store(readOnly, 1)), SIGSEGV);
        }
        Attached a;
        a.call(shmdt(a.at));
        QCOMPARE(a.killing(load(a.at)), SIGSEGV);
    }

    void aRemovedSegmentLivesUntilTheLastDetach() {
        Attached a;
        QCOMPARE(a.call(shmctl(int(a.id), IPC_RMID)).result, 0);
        QVERIFY(statAnySegment(int(a.id)).has_value());
        QVERIFY(a.call(shmctl(int(a.id), IPC_STAT)).segment->dest);
        QCOMPARE(a.call(shmdt(a.at)).result, 0);
        QVERIFY(!statAnySegment(int(a.id)).has_value());
        QCOMPARE(a.call(shmctl(int(a.id), IPC_STAT)).error, EINVAL);
    }

    void whatTheLabMadeGoesWithIt() {
        const int foreign = getSegment(IPC_PRIVATE, 4096, IPC_CREAT | 0600).value();
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const int made = int(lab.call(worker, shmget(4096, key)).result);
        const int own = int(lab.call(worker, shmget(1)).result);
        lab.call(worker, shmat(own));
        const auto again = lab.call(worker, shmget(4096, key));
        QVERIFY(again.existed && again.result == made);
        QVERIFY(statAnySegment(made) && statAnySegment(own));
        QVERIFY(lab.supervisor().close().has_value());
        QVERIFY(!statAnySegment(made) && !statAnySegment(own));
        QVERIFY(statAnySegment(foreign).has_value());
        QVERIFY(removeSegment(foreign).has_value());
    }

    void queuesAndSegmentsShareTheLimitOfObjects() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        for (int i = 0; i < maxObjects / 2; ++i) {
            QVERIFY(lab.call(worker, shmget(1)).result >= 0);
            QVERIFY(lab.call(worker, toGet(IPC_PRIVATE, 0600)).result >= 0);
        }
        const auto refused = lab.call(worker, shmget(1));
        QVERIFY(refused.refused);
        QCOMPARE(refused.data, std::string("the lab's limit of 64 objects (maxObjects)"));
    }

    void aKeyIsMadeOfAFile() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const ResolvedCall root{CallId::Ftok, 0, {0x141}, "."};
        const auto made = lab.call(worker, root);
        QCOMPARE(made.files.size(), std::size_t{1});
        const auto& file = made.files[0].file;
        QCOMPARE(std::uint32_t(made.result),
                 std::uint32_t(0x41u << 24 | (file.dev & 0xff) << 16 | (file.ino & 0xffff)));
        const auto missing = lab.call(worker, {CallId::Ftok, 0, {1}, "no such file"});
        QCOMPARE(missing.result, -1);
        QCOMPARE(missing.error, ENOENT);
    }
};

QTEST_GUILESS_MAIN(SharedMemoryTest)
#include "shared_memory_test.moc"
