// What the kernel does with attached segments that no script can show: it stands in /proc, or takes
// another program or an address that is known only while running.
#include "engine/base/fd.h"
#include "tests/live/live_lab.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ipclab;

namespace {

/// The first line of a process's map that is about this.
std::string lineOfMap(pid_t pid, const std::string& name) {
    std::ifstream maps(fmt::format("/proc/{}/maps", pid));
    for (std::string line; std::getline(maps, line);)
        if (line.ends_with(name)) return line;
    return {};
}

/// What stands behind an address: proc(5), pagemap. The frame is 0 for whoever may not know it.
struct Page {
    bool isPresent = false;
    std::uint64_t frame = 0;
};

Page pageAt(pid_t pid, std::uint64_t address) {
    constexpr std::uint64_t present = std::uint64_t{1} << 63U,
                            frameBits = (std::uint64_t{1} << 55U) - 1;
    const Fd pagemap(::open(fmt::format("/proc/{}/pagemap", pid).c_str(), O_RDONLY | O_CLOEXEC));
    std::uint64_t entry = 0;
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const auto place = static_cast<off_t>(address / page * sizeof(entry));
    if (::pread(pagemap.get(), &entry, sizeof(entry), place) != sizeof(entry))
        qFatal("the pagemap of %d cannot be read", pid);
    return {(entry & present) != 0, entry & frameBits};
}

std::uint64_t addressIn(LiveLab& lab, const char* letter, const char* variable) {
    return std::get<Address>(lab.process(letter).variables.find(variable)->second).at;
}

/// A program that attaches the segment and becomes another one, which lives until this object ends.
class Attacher {
public:
    explicit Attacher(int segment) {
        int input[2], executed[2];
        if (::pipe(input) != 0 || ::pipe2(executed, O_CLOEXEC) != 0) qFatal("pipe");
        pid_ = ::fork();
        if (pid_ == 0) {
            const char attached = ::shmat(segment, nullptr, 0) != reinterpret_cast<void*>(-1);
            (void)!::write(executed[1], &attached, 1);
            ::dup2(input[0], STDIN_FILENO);
            ::close(input[1]);
            ::execlp("cat", "cat", nullptr);
            ::_exit(1);
        }
        ::close(input[0]);
        ::close(executed[1]);
        letGo_ = Fd(input[1]);
        char attached = 0, end = 0;
        // The second read comes back when exec has closed the other end.
        hasAttached_ = ::read(executed[0], &attached, 1) == 1 && attached == 1 &&
                       ::read(executed[0], &end, 1) == 0;
        ::close(executed[0]);
    }
    ~Attacher() {
        letGo_.reset();
        ::waitpid(pid_, nullptr, 0);
    }
    Attacher(const Attacher&) = delete;
    Attacher& operator=(const Attacher&) = delete;
    [[nodiscard]] bool hasAttached() const { return hasAttached_; }
    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    pid_t pid_ = 0;
    Fd letGo_;
    bool hasAttached_ = false;
};

} // namespace

class SegmentTruthsTest : public QObject {
    Q_OBJECT
private slots:
    void truth30_theMapKeepsTheKeyOfARemovedSegment();
    void truth33_oneFrameBehindEveryAddress();
    void truth34_execDetaches();
    void shmdtTakesNoMappingButASegment();
};

void SegmentTruthsTest::truth30_theMapKeepsTheKeyOfARemovedSegment() {
    LiveLab lab;
    const key_t key = freeKey();
    const std::string name = fmt::format("/SYSV{:08x} (deleted)", key);
    lab.run(fmt::format("A: s = shmget({}, 4096, IPC_CREAT|IPC_EXCL|0600)", key));
    lab.run("A: p = shmat(s, NULL, 0)");
    const std::string before = lineOfMap(lab.process("A").pid, name);
    QVERIFY(!before.empty());
    lab.run("A: shmctl(s, IPC_RMID, NULL)");
    lab.run("A: shmctl(s, IPC_STAT, &ds)");
    QCOMPARE(std::get<SegmentStat>(lab.process("A").variables.at("ds")).key, 0);
    QCOMPARE(lineOfMap(lab.process("A").pid, name), before);
    lab.run("A: shmdt(p)");
    QCOMPARE(lineOfMap(lab.process("A").pid, name), std::string());
}

/// Attached twice, and in a child: the child's page is there only when it has used it.
void SegmentTruthsTest::truth33_oneFrameBehindEveryAddress() {
    LiveLab lab;
    lab.run("A: s = shmget(IPC_PRIVATE, 4096, 0600)");
    lab.run("A: p = shmat(s, NULL, 0)");
    lab.run("A: r = shmat(s, NULL, 0)");
    lab.run("A: *(int *)p = 42");
    lab.run("A: n = *(int *)r");
    QCOMPARE(lab.number("A", "n"), 42);
    const auto p = addressIn(lab, "A", "p"), r = addressIn(lab, "A", "r");
    QVERIFY(p != r);
    lab.run("A: B = fork()");
    const pid_t parent = lab.process("A").pid, child = lab.process("B").pid;
    QVERIFY(pageAt(parent, p).isPresent);
    QVERIFY(!pageAt(child, p).isPresent);
    lab.run("B: n = *(int *)p");
    QVERIFY(pageAt(child, p).isPresent);
    QCOMPARE(pageAt(parent, r).frame, pageAt(parent, p).frame);
    QCOMPARE(pageAt(child, p).frame, pageAt(parent, p).frame);
}

void SegmentTruthsTest::truth34_execDetaches() {
    LiveLab lab;
    lab.run("A: s = shmget(IPC_PRIVATE, 4096, 0666)");
    lab.run("A: p = shmat(s, NULL, 0)");
    const Attacher other(lab.number("A", "s"));
    QVERIFY(other.hasAttached());
    lab.run("A: shmctl(s, IPC_STAT, &ds)");
    const auto seen = std::get<SegmentStat>(lab.process("A").variables.at("ds"));
    QCOMPARE(seen.lpid, other.pid()); // it was there
    QCOMPARE(seen.nattch, 1U);
}

/// The process has memory there, and keeps it.
void SegmentTruthsTest::shmdtTakesNoMappingButASegment() {
    LiveLab lab;
    lab.run("A: n = 0");
    const std::string stack = lineOfMap(lab.process("A").pid, "[stack]");
    QVERIFY(!stack.empty());
    lab.run(fmt::format("A: shmdt((void *)0x{})", stack.substr(0, stack.find('-'))));
    QCOMPARE(lab.process("A").last->error, EINVAL);
    lab.run("A: dup(0)");
    QCOMPARE(lab.process("A").last->error, 0);
}

QTEST_GUILESS_MAIN(SegmentTruthsTest)
#include "segment_truths_test.moc"
