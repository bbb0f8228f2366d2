// What is seen of segments without attaching them.
#include "engine/observe/segment_memory.h"
#include "engine/observe/segment_table.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <cstring>
#include <sys/shm.h>
#include <unistd.h>

using namespace ipclab;

namespace {

/// A segment of this test, attached by it.
class Attached {
public:
    explicit Attached(std::size_t bytes)
        : id_(::shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600)),
          at_(static_cast<char*>(::shmat(id_, nullptr, 0))) {
        ::shmctl(id_, IPC_RMID, nullptr); // goes with the last detach
    }
    ~Attached() { ::shmdt(at_); }
    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;
    [[nodiscard]] int id() const { return id_; }
    [[nodiscard]] char* at() const { return at_; }
    [[nodiscard]] std::uint64_t address() const { return reinterpret_cast<std::uint64_t>(at_); }

private:
    int id_;
    char* at_;
};

} // namespace

class SegmentsTest : public QObject {
    Q_OBJECT
private slots:
    void theTableTellsWhatIpcsTells() {
        const Attached segment(5000);
        segment.at()[0] = 'x';
        const auto table = SegmentTable::open();
        QVERIFY(table.has_value());
        const auto all = table->segments();
        QVERIFY(all.has_value());
        const auto mine = std::ranges::find(*all, segment.id(),
                                            [](const TabledSegment& each) { return each.stat.id; });
        QVERIFY(mine != all->end());
        QCOMPARE(mine->stat.segsz, std::uint64_t{5000});
        QCOMPARE(mine->stat.nattch, std::uint64_t{1});
        QCOMPARE(mine->stat.cpid, ::getpid());
        QCOMPARE(mine->stat.mode, 0600U);
        QVERIFY(mine->stat.dest && !mine->stat.locked);
        QCOMPARE(mine->rss, std::uint64_t{4096});
    }

    void aDamagedLineIsLeftOut() {
        QVERIFY(parseSegmentTable("").empty());
        QVERIFY(parseSegmentTable("key shmid\n1 2 three\n").empty());
    }

    void mappingsAreFoundByTheirIds() {
        const Attached segment(8192);
        const SegmentMappings mappings = segmentMappingsOf(::getpid());
        QVERIFY(mappings.alive);
        QCOMPARE(mappings.all.size(), std::size_t{1});
        QCOMPARE(mappings.all[0].segment, segment.id());
        QCOMPARE(mappings.all[0].address, segment.address());
        QCOMPARE(mappings.all[0].bytes, std::uint64_t{8192});
        QCOMPARE(mappings.all[0].offset, std::uint64_t{0});
        QVERIFY(parseMappings("7f00-8000 rw-p 0 00:01 7 /tmp/SYSV0 (deleted)\nnonsense\n").empty());
    }

    void onlyPagesThatExistAreReadAndReadingMakesNone() {
        const Attached segment(4 * 4096);
        std::strcpy(segment.at() + 4096, "second page");
        const auto memory = ProcessMemory::open(::getpid());
        QVERIFY(memory.has_value());
        std::array<bool, 4> present{};
        QVERIFY(memory->present(segment.address(), present));
        QCOMPARE(present, (std::array<bool, 4>{false, true, false, false}));
        std::array<char, 12> bytes{};
        QCOMPARE(memory->read(segment.address() + 4096, bytes), bytes.size());
        QCOMPARE(std::string(bytes.data()), std::string("second page"));
        QVERIFY(memory->present(segment.address(), present));
        QCOMPARE(std::ranges::count(present, true), 1);
    }
};

QTEST_GUILESS_MAIN(SegmentsTest)
#include "test_segments.moc"
