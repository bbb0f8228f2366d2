// Segments on the real kernel: who attaches, writes and removes from outside, lost updates, what a
// large segment costs, and why a process dies.
#include "engine/world/segment_questions.h"
#include "tests/live/live_lab.h"

#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

/// A segment of the lab that everybody may use; A has it attached.
int openSegment(LiveLab& lab, std::size_t bytes = 4096) {
    lab.run(fmt::format("A: shm = shmget(IPC_PRIVATE, {}, 0666)", bytes));
    lab.run("A: p = shmat(shm, NULL, 0)");
    return lab.number("A", "shm");
}

/// Another program attaches the segment, writes, and lets go of it.
pid_t writeOutside(int id, std::size_t offset, const std::string& text) {
    return inAnotherProgram([=] {
        void* const at = ::shmat(id, nullptr, 0);
        if (at == reinterpret_cast<void*>(-1)) return false;
        std::memcpy(static_cast<char*>(at) + offset, text.data(), text.size());
        return ::shmdt(at) == 0;
    });
}

/// A program outside that keeps the segment attached until the test lets it go.
class Holder {
public:
    explicit Holder(int id) {
        int toTest[2], toChild[2];
        if (::pipe(toTest) != 0 || ::pipe(toChild) != 0) qFatal("pipe");
        pid_ = ::fork();
        if (pid_ == 0) {
            ::close(toChild[1]);
            const char fine = ::shmat(id, nullptr, 0) != reinterpret_cast<void*>(-1);
            char end = 0;
            if (::write(toTest[1], &fine, 1) == 1) (void)!::read(toChild[0], &end, 1);
            ::_exit(0);
        }
        char fine = 0;
        if (::read(toTest[0], &fine, 1) != 1 || !fine) qFatal("the segment was not attached");
        for (const int each : {toTest[0], toTest[1], toChild[0]})
            ::close(each);
        letGo_ = toChild[1];
    }
    ~Holder() { leave(); }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    [[nodiscard]] pid_t pid() const { return pid_; }
    void leave() {
        if (letGo_ < 0) return;
        ::close(std::exchange(letGo_, -1));
        ::waitpid(pid_, nullptr, 0);
    }

private:
    pid_t pid_ = 0;
    int letGo_ = -1;
};

std::string bytesIn(LiveLab& lab, int id, std::uint64_t offset, std::uint64_t length) {
    const auto world = lab->world();
    const Segment* segment = world->segment(id);
    return segment ? bytesOf(*segment, offset, length) : std::string();
}

} // namespace

class SharedMemoryTest : public QObject {
    Q_OBJECT
private slots:
    void aWriteFromOutsideIsFound() {
        LiveLab lab;
        const int id = openSegment(lab);
        lab.run("A: strcpy(p, \"ours\")");
        QVERIFY(writeOutside(id, 100, "theirs") != 0);
        const auto change = lab.awaitOutside(Kind::Written);
        QCOMPARE(change.queue, id);
        QCOMPARE(change.offset, std::uint64_t{100});
        QCOMPARE(change.count, 6);
        QVERIFY(lab.awaitWorld(
            [&](const World& world) { return bytesOf(*world.segment(id), 100, 6) == "theirs"; }));
        const auto world = lab->world();
        QCOMPARE(writerOf(*world->segment(id), 100), std::optional(outsideSender));
        QCOMPARE(writerOf(*world->segment(id), 0),
                 std::optional(world->process(std::string_view("A"))->id));
    }

    void whoAttachesAndLetsGoOutsideIsTold() {
        LiveLab lab;
        const int id = openSegment(lab);
        Holder holder(id);
        const auto attached = lab.awaitOutside(Kind::Attached);
        QCOMPARE(attached.pid, holder.pid());
        QVERIFY(lab.awaitWorld(
            [&](const World& world) { return attachedOutside(world, *world.segment(id)) == 1; }));
        holder.leave();
        QCOMPARE(lab.awaitOutside(Kind::Detached).queue, id);
    }

    void aPageExistsOnceItIsTouchedEvenByAReadOnly() {
        LiveLab lab;
        const int id = openSegment(lab, 5 * 4096);
        QCOMPARE(lab->world()->segment(id)->rss, std::uint64_t{0});
        const auto grows = [&](const char* line, std::uint64_t pages) {
            lab.run(line);
            const auto world = lab->world();
            QCOMPARE(world->segment(id)->rss, pages * 4096); // the kernel's word
            QCOMPARE(world->segment(id)->pages.size(), pages);
            QVERIFY(world->segment(id)->contentsKnown);
        };
        grows("A: strcpy(p, \"text\")", 1);
        grows("A: n = *(int *)(p + 8192)", 2);
        grows("A: memset(p + 4096, 0, 12288)", 4);
        grows("A: memcpy(p, \"x\", 1)", 4);
        QCOMPARE(lab->world()->outsideChanges, std::uint64_t{0});
    }

    void aRemovalFromOutsideIsTold() {
        LiveLab lab;
        const int id = openSegment(lab);
        QVERIFY(inAnotherProgram([id] { return ::shmctl(id, IPC_RMID, nullptr) == 0; }) != 0);
        QCOMPARE(lab.awaitOutside(Kind::Changed).queue, id); // it lives until the last detach
        QVERIFY(lab.awaitWorld([&](const World& world) { return world.segment(id)->stat.dest; }));
        lab.run("A: shmdt(p)");
        QVERIFY(lab.awaitWorld([&](const World& world) { return !world.segment(id); }));
    }

    void whatTheLabDoesIsNoChangeFromOutside() {
        LiveLab lab;
        openSegment(lab, 20'000);
        lab.run("B: shm = shmget(IPC_PRIVATE, 4096, 0600)");
        lab.run("B: p = shmat(shm, NULL, 0)");
        lab.run("A: q = shmat(shm, NULL, SHM_RDONLY)");
        lab.run("A, B: repeat 2000 { strcpy(p, \"one\"); strcpy(p + 1, \"two\") }");
        lab.run("A: munmap(p + 4096, 4096)");
        lab.run("A: mprotect(p, 4096, PROT_READ)");
        lab.run("A: memset(p + 8192, 7, 9000)");
        lab.run("A: shmctl(shm, IPC_RMID, NULL)");
        lab.run("B: shmdt(p)");
        lab.run("A: shmdt(p)");
        lab.run("A: shmdt(q)");
        QCOMPARE(lab->world()->outsideChanges, std::uint64_t{0});
    }

    void aKilledProcessDetachesByItself() {
        LiveLab lab;
        const int id = openSegment(lab);
        lab.run("B: q = shmat(" + std::to_string(id) + ", NULL, 0)");
        lab.run("A: shmctl(shm, IPC_RMID, NULL)");
        ::kill(lab.process("B").pid, SIGKILL);
        lab.await<event::ProcessEnded>();
        QVERIFY(lab->waitUntilQuiet(std::chrono::seconds(5)));
        QCOMPARE(lab->world()->segment(id)->stat.nattch, std::uint64_t{1});
        QCOMPARE(lab->world()->outsideChanges, std::uint64_t{0});
    }

    void twoWritersLoseUpdatesAndAtomicAdditionsDoNot() {
        LiveLab lab;
        const int id = openSegment(lab);
        lab.run("B: p = shmat(" + std::to_string(id) + ", NULL, 0)");
        // Whether the two really run at the same time is the scheduler's choice.
        constexpr int tries = 50;
        std::int64_t lost = 0;
        for (int i = 0; i < tries && lost == 0; ++i) {
            const std::int64_t before = numberIn(lab, id);
            lab.run("A, B: repeat 10000000 { *(int *)(p + 64) += 1 }");
            const auto world = lab->world();
            const auto& race = world->segment(id)->race;
            // One that stands there from an earlier round says nothing of this one.
            if (!race || !race->over || race->before != before) continue;
            QCOMPARE(race->added, 20'000'000);
            lost = race->lost();
            QCOMPARE(numberIn(lab, id), race->after);
        }
        QVERIFY2(lost > 0, "no update was lost in fifty rounds of 20 million");
        qInfo("lost %lld of 20000000", static_cast<long long>(lost));
        lab.run("A: *(int *)(p + 64) = 0");
        lab.run("A, B: repeat 1000000 { atomic_fetch_add((atomic_int *)(p + 64), 1) }");
        QCOMPARE(numberIn(lab, id), 2'000'000);
        QCOMPARE(lab->world()->outsideChanges, std::uint64_t{0});
    }

    void aSegmentOf64MiBIsFollowed() {
        LiveLab lab;
        constexpr std::size_t size = std::size_t{64} << 20;
        const int id = openSegment(lab, size);
        lab.run(fmt::format("A: memset(p, 'x', {})", size));
        const auto world = lab->world();
        QCOMPARE(world->segment(id)->pages.size(), std::uint64_t{size / 4096});
        constexpr std::size_t offset = 50'000'000;
        const std::string pattern = "written far inside, by a program of its own";
        QVERIFY(writeOutside(id, offset, pattern) != 0);
        const auto change = lab.awaitOutside(Kind::Written);
        QCOMPARE(change.offset, std::uint64_t{offset});
        QVERIFY(lab.awaitWorld(
            [&](const World& now) { return bytesOf(*now.segment(id), offset, 7) == "written"; }));
        QCOMPARE(bytesIn(lab, id, offset - 2, 3), std::string("xxw"));
        QCOMPARE(lab->world()->segment(id)->rss, std::uint64_t{size});
    }

    void aWriteToAReadOnlyAttachmentKillsAndSaysWhy() {
        LiveLab lab;
        const int id = openSegment(lab);
        lab.run("B: r = shmat(" + std::to_string(id) + ", NULL, SHM_RDONLY)");
        lab.give("B: strcpy(r + 16, \"no\")");
        QCOMPARE(lab.await<event::ProcessEnded>().second.code, SIGSEGV);
        const Process& dead = lab.process("B");
        QVERIFY(dead.faultCause.has_value());
        QVERIFY(dead.faultCause->reason == FaultReason::ReadOnly && dead.faultCause->write);
        QCOMPARE(dead.faultCause->segment, id);
        QCOMPARE(dead.faultCause->offset, std::uint64_t{16});
    }

    void nothingStaysBehind() {
        LiveLab lab;
        const int id = openSegment(lab);
        lab.close();
        shmid_ds ds{};
        QCOMPARE(::shmctl(id, IPC_STAT, &ds), -1);
        QCOMPARE(errno, EINVAL);
    }

private:
    static std::int64_t numberIn(LiveLab& lab, int id) {
        std::int32_t number = 0;
        const std::string bytes = bytesIn(lab, id, 64, sizeof(number));
        std::memcpy(&number, bytes.data(), sizeof(number));
        return number;
    }
};

QTEST_GUILESS_MAIN(SharedMemoryTest)
#include "shared_memory_test.moc"
