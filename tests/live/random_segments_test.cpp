// Processes of several users that fork, die and are replaced make random calls on shared memory,
// and read and write where it is attached. See random_run.h for what must hold after every step,
// and for IPCLAB_SEEDS; besides, a process must die of SIGSEGV exactly where the world knows of no
// access, and IPC_STAT must say what the world expects.
#include "engine/world/segment_questions.h"
#include "tests/live/random_run.h"

#include <QTest>
#include <csignal>
#include <fmt/ranges.h>

using namespace ipclab;

namespace {

constexpr int stepsPerSeed = 1500;
constexpr std::size_t fewest = 4, most = 7; ///< processes alive
constexpr std::uint64_t page = segmentPageBytes;
/// Nothing of a worker's own lies here: addresses to attach at, over each other too.
constexpr std::uint64_t zone = 0x2000'0000, zonePages = 14;

class RandomSegments {
public:
    RandomSegments(RandomRun& run, std::uint32_t seed) : run_(run), dice_(seed) {}

    /// One random step; a sentence when something is wrong.
    std::string step() {
        if (run_.alive().size() < fewest) return run_.start({}, started_++);
        const auto awake = run_.awake();
        if (awake.empty() || dice_.oneIn(150)) return run_.kill(*dice_.of(run_.alive()));
        process_ = run_.world().process(std::string_view(dice_.of(awake)));
        return run_.make(fmt::format("{}: {}", process_->letter, call()));
    }

private:
    std::string call() {
        const bool attached = !process_->attachments.empty();
        const std::size_t kind = dice_.below(attached ? 24 : 8);
        switch (kind) {
        case 0:
            return get();
        case 1:
            return control();
        case 2:
            return family();
        case 3:
        case 4:
        case 5:
        case 6:
        case 7:
            return attach();
        case 8:
        case 9:
        case 10:
            return detach();
        case 11:
            return fmt::format("munmap({}, {})", pagePlace(), 1 + dice_.below(3 * page));
        case 12:
            return fmt::format("mprotect({}, {}, {})", pagePlace(), 1 + dice_.below(3 * page),
                               dice_.one("PROT_READ", "PROT_READ|PROT_WRITE", "PROT_NONE"));
        default:
            return memory();
        }
    }

    std::string get() {
        return fmt::format("shm = shmget({}, {}, {})", dice_.one("1", "2", "IPC_PRIVATE"),
                           dice_.one("1", "100", "4096", "5000", "12288", "20000", "0"),
                           dice_.one("IPC_CREAT|0666", "IPC_CREAT|0666", "IPC_CREAT|0644",
                                     "IPC_CREAT|0600", "IPC_CREAT|IPC_EXCL|0666", "0"));
    }
    std::int64_t anyId() {
        std::vector<std::int64_t> ids;
        for (const Segment& segment : run_.world().segments)
            if (!segment.removed) ids.push_back(segment.stat.id);
        if (ids.empty() || dice_.oneIn(60)) ids.push_back(99);
        return dice_.of(ids);
    }
    std::string control() {
        const std::int64_t id = anyId();
        if (dice_.oneIn(3)) return fmt::format("shmctl({}, IPC_RMID, NULL)", id);
        if (dice_.oneIn(2)) return fmt::format("shmctl({}, IPC_STAT, &ds)", id);
        if (dice_.oneIn(6))
            return fmt::format("shmctl({}, {}, NULL)", id, dice_.one("SHM_LOCK", "SHM_UNLOCK"));
        return fmt::format("shmctl({}, IPC_SET, {{.shm_perm.mode = {}}})", id,
                           dice_.one("0666", "0666", "0600", "0644", "0444", "0"));
    }
    std::string family() {
        if (run_.alive().size() < most && !dice_.oneIn(3)) return "fork()";
        if (dice_.oneIn(3)) return "exit(0)";
        return "wait(NULL)";
    }

    std::uint64_t pagesOf(std::int64_t id) const {
        const Segment* segment = run_.world().segment(static_cast<std::int32_t>(id));
        return segment ? (segment->stat.segsz + page - 1) / page : 1;
    }
    static bool inZone(const Attachment& each) {
        return each.address >= zone && each.address < zone + zonePages * page;
    }

    std::string attach() {
        const std::int64_t id = anyId();
        const std::string access = dice_.one("0", "0", "0", "SHM_RDONLY");
        if (dice_.oneIn(3)) return fmt::format("p = shmat({}, NULL, {})", id, access);
        std::uint64_t address = zone + dice_.below(zonePages) * page;
        // Over one that the kernel has placed, but never beyond: there the worker's own may lie.
        if (!process_->attachments.empty() && dice_.oneIn(3)) {
            const Attachment& under = dice_.of(process_->attachments);
            const std::uint64_t room = under.bytes / page, wanted = pagesOf(id);
            if (room >= wanted) address = under.address + dice_.below(room - wanted + 1) * page;
        }
        const bool round = dice_.oneIn(4);
        if (round) address += dice_.below(page);
        return fmt::format("p = shmat({}, {:#x}, {}{}{})", id, address, access,
                           round ? "|SHM_RND" : "", dice_.oneIn(4) ? "" : "|SHM_REMAP");
    }
    /// A page of an attachment, or of the zone.
    std::string pagePlace() {
        const Attachment& at = dice_.of(process_->attachments);
        const std::uint64_t inside = at.address + dice_.below(at.bytes / page) * page;
        // Three pages from here must not reach what is the worker's own.
        const bool safe = inZone(at) || inside + 3 * page <= at.address + at.bytes;
        return fmt::format("{:#x}", safe ? inside : zone + dice_.below(zonePages) * page);
    }
    std::string detach() {
        const Attachment& at = dice_.of(process_->attachments);
        const std::uint64_t base = at.address - at.offset;
        return fmt::format("shmdt({:#x})", dice_.oneIn(5) ? at.address : base);
    }

    struct Place {
        std::uint64_t address = 0, left = 0;
    };
    /// Where something can be read or written: mostly as far as `left` goes.
    Place place() {
        const Attachment& at = dice_.of(process_->attachments);
        const std::uint64_t inside = dice_.below(at.bytes);
        return {at.address + inside, at.bytes - inside};
    }
    std::uint64_t length(const Place& to) {
        constexpr std::uint64_t longest = 9000;
        if (dice_.oneIn(20)) return to.left + 1 + dice_.below(100); // past the end
        return dice_.below(std::min(to.left, longest) + 1);
    }
    std::string memory() {
        const Place to = place();
        switch (dice_.below(7)) {
        case 0:
            return fmt::format("memset({:#x}, {}, {})", to.address, dice_.below(256), length(to));
        case 1: {
            const std::string text(length(to) % 200, static_cast<char>('a' + dice_.below(26)));
            return fmt::format("strcpy({:#x}, \"{}\")", to.address, text);
        }
        case 2:
            return fmt::format("memcpy({:#x}, \"{:x}.\" * 3000, {})", to.address,
                               dice_.below(1'000'000), length(to));
        case 3: {
            const Place from = place();
            const std::uint64_t bytes = std::min(length(to), length(from));
            return fmt::format("memcpy({:#x}, {:#x}, {})", to.address, from.address, bytes);
        }
        case 4:
            return fmt::format("n = *({} *){:#x}", dice_.one("int", "char", "long"), to.address);
        case 5:
            return fmt::format("*({} *){:#x} {} {}", dice_.one("int", "char", "long"), to.address,
                               dice_.one("=", "+="), dice_.below(100));
        default:
            return fmt::format("atomic_fetch_add((int *){:#x}, {})", to.address & ~7ULL,
                               dice_.below(100));
        }
    }

    RandomRun& run_;
    Dice dice_;
    std::size_t started_ = 0;
    const Process* process_ = nullptr;
};

/// The first place of a call in progress that the process must not use; nothing where it may all.
std::optional<FaultCause> mustFault(const World& world, const Process& process) {
    for (const MemoryAccess& each : memoryAccesses(world, process, process.current->call)) {
        const std::uint64_t end = each.address + each.length;
        for (std::uint64_t at = each.address; at < end; at = (at / page + 1) * page)
            if (const auto cause = whyFaults(process, at, each.write)) return cause;
    }
    return std::nullopt;
}

std::string compareFaults(const World& world, const Event& event) {
    const Process* process = world.process(event.process);
    if (!process || !process->current || process->current->call.id < CallId::Strcpy) return {};
    const auto cause = mustFault(world, *process);
    const auto* ended = std::get_if<event::ProcessEnded>(&event.body);
    const bool faulted = ended && ended->killed && ended->code == SIGSEGV;
    if (faulted && !cause)
        return fmt::format("SIGSEGV at {:#x}, where access is expected", ended->fault);
    if (std::holds_alternative<event::Returned>(event.body) && cause)
        return fmt::format("{:#x} could be used, and SIGSEGV is expected", cause->address);
    return {};
}

std::string compareStat(const World& world, const Event& event) {
    const auto* returned = std::get_if<event::Returned>(&event.body);
    if (!returned || !returned->segment) return {};
    const SegmentStat& seen = *returned->segment;
    const Segment* segment = world.segment(seen.id);
    if (!segment) return "IPC_STAT of a segment that is gone";
    const auto text = [&](const SegmentStat& of, std::uint64_t nattch) {
        return fmt::format("key {} mode {:o} {}{}size {} nattch {}", of.key, of.mode,
                           of.dest ? "dest " : "", of.locked ? "locked " : "", of.segsz, nattch);
    };
    const std::uint64_t nattch = segment->nattchUncertain ? seen.nattch : segment->stat.nattch;
    const std::string expected = text(segment->stat, nattch), found = text(seen, seen.nattch);
    return expected == found ? "" : fmt::format("IPC_STAT: {}, not {}", found, expected);
}

std::string compare(const World& world, const Event& event) {
    if (std::string wrong = compareFaults(world, event); !wrong.empty()) return wrong;
    return compareStat(world, event);
}

/// What happened in all runs together.
struct Happened {
    std::map<int, int> errors;
    int looks = 0, forks = 0, faults = 0, replaced = 0, writes = 0;
    bool anyOther = false; ///< a user who is not the owner of everything

    void add(RandomRun& run) {
        anyOther |= run.lab().users()[1].available;
        for (const auto& [error, times] : run.outcomes())
            errors[error] += times;
        for (const Event& event : run.lab().events(0, run.lab().eventCount()))
            add(event);
    }
    void add(const Event& event) {
        if (const auto* seen = std::get_if<event::SegmentSeen>(&event.body))
            looks += seen->quiet && seen->contentsKnown;
        if (const auto* ended = std::get_if<event::ProcessEnded>(&event.body))
            faults += ended->killed && ended->code == SIGSEGV;
        if (const auto* entered = std::get_if<event::Entered>(&event.body))
            replaced += entered->call.id == CallId::Shmat && (entered->call.args[2] & 040000) != 0;
        if (const auto* returned = std::get_if<event::Returned>(&event.body)) {
            forks += returned->call == CallId::Fork && returned->result > 0;
            writes += returned->call >= CallId::Strcpy;
        }
    }
};

} // namespace

class RandomSegmentsTest : public QObject {
    Q_OBJECT
    Happened happened_;
    int runs_ = 0;

private slots:
    void worldSaysWhatTheKernelSays_data() { addSeeds(3); }
    void worldSaysWhatTheKernelSays() {
        QFETCH(quint32, seed);
        RandomRun run;
        if (!run.open()) QSKIP(run.why().c_str());
        run.watch(compare);
        RandomSegments segments(run, seed);
        std::string wrong;
        for (int step = 0; step < stepsPerSeed && wrong.empty(); ++step)
            wrong = segments.step();
        if (wrong.empty()) wrong = run.end();
        QVERIFY2(wrong.empty(), wrong.c_str());
        happened_.add(run);
        ++runs_;
    }
    /// Runs in which little happened would prove little.
    void muchHappened() {
        const std::string all =
            fmt::format("errors {}, {} looks, {} forks, {} faults, {} SHM_REMAP, {} uses of memory",
                        happened_.errors, happened_.looks, happened_.forks, happened_.faults,
                        happened_.replaced, happened_.writes);
        if (runs_ < 3) QSKIP("too few runs");
        QVERIFY2(happened_.errors[0] > runs_ * stepsPerSeed / 2, all.c_str());
        for (const int expected : {EACCES, EINVAL})
            QVERIFY2(happened_.errors[expected] > 0, (errnoName(expected) + " " + all).c_str());
        QVERIFY2(happened_.errors[EPERM] > 0 || !happened_.anyOther, ("EPERM " + all).c_str());
        QVERIFY2(happened_.looks > runs_ * stepsPerSeed / 4, all.c_str());
        QVERIFY2(happened_.forks > runs_ * 5, all.c_str());
        QVERIFY2(happened_.faults > runs_ * 5, all.c_str());
        QVERIFY2(happened_.replaced > runs_ * 20, all.c_str());
        QVERIFY2(happened_.writes > runs_ * stepsPerSeed / 6, all.c_str());
    }
};

QTEST_GUILESS_MAIN(RandomSegmentsTest)
#include "random_segments_test.moc"
