// What the kernel does that no script can show: it takes a namespace in which nobody has ever made
// anything, or a file of /proc.
#include "engine/base/fd.h"
#include "tests/live/live_lab.h"

#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <poll.h>
#include <sched.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

Result<std::unique_ptr<Lab>> privateLab() {
    LabOptions options;
    options.programs = IPCLAB_PROGRAMS;
    options.privateNamespace = true;
    return Lab::open(options);
}

/// The words of the kernel's line about this queue.
std::vector<std::string> lineOf(int id) {
    std::ifstream table("/proc/sysvipc/msg");
    for (std::string line; std::getline(table, line);) {
        std::istringstream words(line);
        std::vector<std::string> all;
        for (std::string word; words >> word;)
            all.push_back(word);
        if (all.size() > 1 && all[1] == std::to_string(id)) return all;
    }
    return {};
}

constexpr int notToBeHad = 2;

/// What a child found: 1 or 0, or -1 when it ended with notToBeHad.
int fromChild(const std::function<bool()>& what) {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(what() ? 0 : 1);
    int status = 0;
    ::waitpid(pid, &status, 0);
    if (!WIFEXITED(status)) return 0;
    return WEXITSTATUS(status) == notToBeHad ? -1 : WEXITSTATUS(status) == 0;
}

/// As an ordinary user: root of a user namespace with no other ids. user_namespaces(7).
bool becomeRootOfOwn() {
    const std::string uid = fmt::format("0 {} 1", ::getuid()),
                      gid = fmt::format("0 {} 1", ::getgid());
    if (::unshare(CLONE_NEWUSER) != 0) return false;
    const std::pair<const char*, std::string> files[] = {
        {"setgroups", "deny"}, {"uid_map", uid}, {"gid_map", gid}};
    for (const auto& [name, text] : files)
        if (!(std::ofstream(fmt::format("/proc/self/{}", name)) << text << std::flush))
            return false;
    return true;
}

/// In an IPC namespace of its own, also as an ordinary user; -1 when there can be none.
int inOwnNamespace(const std::function<bool()>& what) {
    return fromChild([&what] {
        if ((::geteuid() != 0 && !becomeRootOfOwn()) || ::unshare(CLONE_NEWIPC) != 0)
            ::_exit(notToBeHad);
        return what();
    });
}

/// A segment whose maker has ended, and that nobody has attached. proc(5), shm_rmid_forced.
bool outlivesItsMaker(const char* forced) {
    std::ofstream sysctl("/proc/sys/kernel/shm_rmid_forced");
    if (!(sysctl << forced << std::flush)) ::_exit(notToBeHad);
    const key_t key = 0x4c50;
    (void)inAnotherProgram([key] { return ::shmget(key, 4096, IPC_CREAT | 0600) >= 0; });
    return ::shmget(key, 0, 0) >= 0;
}

/// How many pages the pipes of one user may hold together before the further ones are small; 0: as
/// many as they like. pipe(7).
int softPages() {
    std::ifstream sysctl("/proc/sys/fs/pipe-user-pages-soft");
    int pages = 0;
    sysctl >> pages;
    return pages;
}

constexpr int pipePages = 16, smallPages = 2;

/// All the pipes that have their full size, and one more.
bool pipesGetSmall(int fullPipes) {
    const auto ends = static_cast<rlim_t>(2 * fullPipes + 64);
    const rlimit limit{ends, ends};
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) ::_exit(notToBeHad);
    const int page = static_cast<int>(::sysconf(_SC_PAGESIZE));
    int fd[2], late[2];
    for (int i = 0; i < fullPipes; ++i)
        if (::pipe(fd) != 0 || ::fcntl(fd[1], F_GETPIPE_SZ) != pipePages * page) return false;
    if (::pipe(late) != 0 || ::fcntl(late[1], F_GETPIPE_SZ) != smallPages * page) return false;
    const int whole = pipePages * page;
    if (::fcntl(late[1], F_SETPIPE_SZ, whole) != -1 || errno != EPERM) return false;
    ::close(fd[0]); // the last of the others; the kernel counts it out when both ends are gone
    ::close(fd[1]);
    return ::fcntl(late[1], F_SETPIPE_SZ, whole) == whole;
}

/// A user who has no other process, this test's further runs included: the kernel counts the pipes
/// of all processes of a user together.
bool becomeNobodyElse() {
    constexpr uid_t unused = 0x50000000;
    const uid_t uid = unused + static_cast<uid_t>(::getpid());
    return ::setresuid(uid, uid, uid) == 0;
}

} // namespace

class TruthsTest : public QObject {
    Q_OBJECT
private slots:
    void truth16_identifiersGoRound();
    void truth19_aPairOfTheSameKeyIsMadeForSeveralAtOnce();
    void truth26_theTableShowsWhatIpcStatRefuses();
    void truth37_aSegmentIsNoFile();
    void truth37_theKernelCanBeToldToRemoveIt();
    void truth44_aHalfDrainedPageIsNoRoom();
    void truth45_aLargeWriteIsWholeWhileThePipeHasRoom();
    void truth50_afterManyPipesTheNextAreSmall();
};

/// The first identifiers of a namespace are 0, 1, 2 and so on to 63; then the index begins at 0
/// again and the sequence number grows by one. The kinds are counted apart.
void TruthsTest::truth16_identifiersGoRound() {
    constexpr int indices = 64;
    constexpr int sequenceUnit = 1 << 15; // 1 << 24 with ipcmni_extend
    std::ifstream commandLine("/proc/cmdline");
    std::string line;
    std::getline(commandLine, line);
    const int unit = line.contains("ipcmni_extend") ? 1 << 24 : sequenceUnit;
    LiveLab lab(privateLab());
    for (int i = 0; i < indices + 2; ++i) {
        lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
        QCOMPARE(lab.number("A", "q"), i < indices ? i : unit + i - indices);
        if (i < 2) {
            lab.run("A: s = shmget(IPC_PRIVATE, 4096, 0600)");
            QCOMPARE(lab.number("A", "s"), i);
            lab.run("A: shmctl(s, IPC_RMID, NULL)");
        }
        lab.run("A: msgctl(q, IPC_RMID, NULL)");
        QCOMPARE(lab.process("A").last->result, 0);
    }
    QCOMPARE(lab->world()->outsideChanges, 0U);
}

void TruthsTest::truth19_aPairOfTheSameKeyIsMadeForSeveralAtOnce() {
    LiveLab lab;
    if (!std::filesystem::exists(lab->scratchFolder() / "ram")) QSKIP("there is no tmpfs here");
    lab.run("A: k = 0");
    lab.run("B: k = 0");
    lab.give("A: k = ftok(\"ram/same-key-1\", 7)");
    lab.give("B: k = ftok(\"ram/same-key-2\", 7)");
    QVERIFY(lab->waitUntilQuiet(std::chrono::seconds(60)));
    QCOMPARE(lab.number("A", "k"), lab.number("B", "k"));
    const auto folder = lab->scratchFolder() / "ram";
    struct stat one{}, two{};
    QCOMPARE(::stat((folder / "same-key-1").c_str(), &one), 0);
    QCOMPARE(::stat((folder / "same-key-2").c_str(), &two), 0);
    QVERIFY(one.st_ino != two.st_ino);
    QCOMPARE(one.st_ino & 0xffff, two.st_ino & 0xffff);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(folder / ""),
                           std::filesystem::directory_iterator()),
             2);
    // A file of the same name that is somebody's own is left alone, whatever it is.
    lab.run("A: unlink(\"ram/same-key-1\")");
    lab.run("A: mkfifo(\"ram/same-key-1\", 0600)");
    lab.run("A: other = ftok(\"ram/same-key-1\", 7)");
    QVERIFY(std::filesystem::is_fifo(folder / "same-key-1"));
}

/// A queue that its own owner may not read.
void TruthsTest::truth26_theTableShowsWhatIpcStatRefuses() {
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0200)");
    lab.run("A: msgsnd(q, {1, \"secret\"}, 6, 0)");
    lab.run("A: msgctl(q, IPC_STAT, &ds)");
    QCOMPARE(lab.process("A").last->error, EACCES);
    const int id = lab.number("A", "q");
    const uid_t alice = ::geteuid() == 0 ? lab->users().front().uid : static_cast<uid_t>(-1);
    QVERIFY(inAnotherProgram(
        [id] {
            const auto line = lineOf(id); // key msqid perms cbytes qnum …
            msqid_ds ds{};
            const bool refused = ::msgctl(id, IPC_STAT, &ds) < 0 && errno == EACCES;
            return refused && line.size() > 4 && line[2] == "200" && line[3] == "6" &&
                   line[4] == "1" && ::msgctl(id & 0x7fff, MSG_STAT_ANY, &ds) == id &&
                   ds.msg_qnum == 1;
        },
        alice));
    // And so the lab's own table has it too.
    lab->watchTable(true);
    QVERIFY(lab.await<event::TableSeen>().second.text.contains(fmt::format(" {} ", id)));
}

/// It stands nowhere in the file system; what a process's map calls a file is its key, and the
/// inode is its identifier.
void TruthsTest::truth37_aSegmentIsNoFile() {
    LiveLab lab;
    const key_t key = freeKey();
    lab.run(fmt::format("A: s = shmget({}, 4096, IPC_CREAT|IPC_EXCL|0600)", key));
    lab.run("A: p = shmat(s, NULL, 0)");
    const int id = lab.number("A", "s");
    const std::string name = fmt::format("/SYSV{:08x} (deleted)", key);
    std::ifstream maps(fmt::format("/proc/{}/maps", lab.process("A").pid));
    bool found = false;
    for (std::string line; std::getline(maps, line);) {
        if (!line.ends_with(name)) continue;
        std::istringstream words(line);
        std::string range, access, offset, device;
        long inode = -1;
        words >> range >> access >> offset >> device >> inode;
        QCOMPARE(inode, long(id));
        found = true;
    }
    QVERIFY(found);
    for (const char* folder : {"/dev/shm", "/"})
        if (std::filesystem::exists(folder))
            for (const auto& entry : std::filesystem::directory_iterator(folder))
                QVERIFY(!entry.path().filename().string().starts_with("SYSV"));
}

void TruthsTest::truth37_theKernelCanBeToldToRemoveIt() {
    const int held = inOwnNamespace([] { return outlivesItsMaker("0") && !outlivesItsMaker("1"); });
    if (held < 0) QSKIP("no IPC namespace can be had here whose limits may be set");
    QVERIFY(held == 1);
}

/// poll(2) says nothing of room before the whole page is free.
void TruthsTest::truth44_aHalfDrainedPageIsNoRoom() {
    const long page = ::sysconf(_SC_PAGESIZE);
    std::vector<char> bytes(static_cast<std::size_t>(page));
    int fd[2];
    QCOMPARE(::pipe2(fd, O_NONBLOCK | O_CLOEXEC), 0);
    const Fd reading(fd[0]), writing(fd[1]);
    while (::write(fd[1], bytes.data(), bytes.size()) == page) {
    }
    const auto hasRoom = [&] {
        pollfd asked{fd[1], POLLOUT, 0};
        return ::poll(&asked, 1, 0) == 1 && (asked.revents & POLLOUT) != 0;
    };
    QVERIFY(!hasRoom());
    QCOMPARE(::read(fd[0], bytes.data(), 1), 1);
    QVERIFY(!hasRoom());
    QCOMPARE(::read(fd[0], bytes.data(), bytes.size() - 1), page - 1);
    QVERIFY(hasRoom());
}

/// The kernel fills an empty pipe in one go, so 65 536 bytes, all that it holds, come out whole
/// whoever else writes; more than that has to stop in the middle, and another writer's bytes come
/// in between. The lab gives a call no more than that.
void TruthsTest::truth45_aLargeWriteIsWholeWhileThePipeHasRoom() {
    constexpr int writes = 20;
    LiveLab lab;
    lab.run("A: pipe(fd)");
    lab.run("A: B = fork()");
    lab.run("A: C = fork()");
    lab.give(fmt::format("B: repeat {} {{ write(fd[1], \"b\" * 65536, 65536) }}", writes));
    lab.give(fmt::format("C: repeat {} {{ write(fd[1], \"c\" * 65536, 65536) }}", writes));
    for (int i = 0; i < 2 * writes; ++i) {
        lab.run("A: read(fd[0], buf, 65536)");
        const std::string data = lab.process("A").last->data;
        QCOMPARE(data.size(), std::size_t{65536});
        QVERIFY(data.find_first_not_of(data[0]) == std::string::npos);
    }
}

/// The next pipe has two pages and may not grow until one of the others is gone.
void TruthsTest::truth50_afterManyPipesTheNextAreSmall() {
    if (::geteuid() != 0) QSKIP("it takes root to be a user who has no other pipe");
    const int full = softPages() / pipePages;
    if (full == 0) QSKIP("this system does not count a user's pipes");
    const int held = fromChild([full] {
        if (!becomeNobodyElse()) ::_exit(notToBeHad);
        return pipesGetSmall(full);
    });
    if (held < 0) QSKIP("no unused user, or not so many descriptors, can be had here");
    QVERIFY(held == 1);
}

QTEST_GUILESS_MAIN(TruthsTest)
#include "truths_test.moc"
