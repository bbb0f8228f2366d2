// kill -9 of any one process of a lab, or of window and supervisor at once, at any moment: within
// two seconds nothing of the lab is left in the kernel or in its scratch folder, and nobody else's
// things were touched.
#include "engine/kernel/message_queue.h"
#include "engine/observe/queue_table.h"
#include "engine/observe/segment_table.h"
#include "engine/observe/task_state.h"
#include "tests/support/ordinary_user.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <random>
#include <sched.h>
#include <set>

using namespace ipclab;

namespace {

constexpr int rounds = 50;
constexpr int withinMs = 2000;
constexpr int startMs = 10'000;

bool lives(pid_t pid) {
    const auto watch = TaskWatch::open(pid);
    const char state = watch ? watch->look().state : '\0';
    return state != '\0' && state != 'Z' && state != 'X';
}

bool isStopped(pid_t pid) {
    const auto watch = TaskWatch::open(pid);
    return watch && watch->look().state == 'T';
}

/// Every process of the system, and its parent.
std::multimap<pid_t, pid_t> childrenByParent() {
    std::multimap<pid_t, pid_t> all;
    for (const QString& entry : QDir("/proc").entryList({"[1-9]*"}, QDir::Dirs)) {
        std::ifstream file("/proc/" + entry.toStdString() + "/stat");
        std::string line;
        std::getline(file, line);
        const std::size_t name = line.rfind(')');
        if (name != std::string::npos)
            all.emplace(std::atoi(line.c_str() + name + 4), entry.toInt());
    }
    return all;
}

/// Its children, theirs, and so on.
std::vector<pid_t> descendantsOf(pid_t ancestor) {
    const auto byParent = childrenByParent();
    std::vector<pid_t> all;
    const auto add = [&](pid_t parent) {
        const auto [begin, end] = byParent.equal_range(parent);
        for (auto each = begin; each != end; ++each)
            all.push_back(each->second);
    };
    add(ancestor);
    for (std::size_t i = 0; i < all.size(); ++i)
        add(all[i]);
    return all;
}

/// Those that stand by for the supervisor's death.
std::vector<pid_t> guardsOf(pid_t supervisor) {
    std::vector<pid_t> guards = descendantsOf(supervisor);
    std::erase_if(guards, [](pid_t pid) {
        std::ifstream file(fmt::format("/proc/{}/comm", pid));
        std::string name;
        return !std::getline(file, name) || name != "ipclab-guard";
    });
    return guards;
}

/// Every queue and segment of the namespace, as a line about it that never changes.
std::set<std::string> objects() {
    const auto queues = QueueTable::open()->queues();
    const auto segments = SegmentTable::open()->segments();
    std::set<std::string> all;
    for (const QueueStat& queue : queues.value())
        all.insert(fmt::format("queue {} key {:#x} cuid {}", queue.id, queue.key, queue.cuid));
    for (const TabledSegment& segment : segments.value())
        all.insert(fmt::format("segment {} cuid {}", segment.stat.id, segment.stat.cuid));
    return all;
}

/// What should not be there, for a failed test.
QByteArray left(const std::set<std::string>& expected, int round) {
    std::string text = fmt::format("in round {}:\n", round);
    for (const std::string& object : objects())
        if (!expected.contains(object)) text += object + "\n";
    return QByteArray::fromStdString(text);
}

/// burst_lab, its supervisor and its workers.
class Victim {
public:
    /// Its scratch folder stands in `home`, or in a folder of its own.
    explicit Victim(const QStringList& arguments = {}, const QString& home = {})
        : home_(home.isEmpty() ? own_.path() : home) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("TMPDIR", home_);
        engine_.setProcessEnvironment(environment);
        engine_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        engine_.start(QCoreApplication::applicationDirPath() + "/burst_lab",
                      QStringList{IPCLAB_PROGRAMS} + arguments);
        readUntil("ready");
        const auto supervisors = descendantsOf(engine());
        if (supervisors.empty()) qFatal("burst_lab has no supervisor");
        if (!QFileInfo(scratch_).isDir()) qFatal("burst_lab has no scratch folder");
        memory_ = QFile::symLinkTarget(scratch_ + "/ram");
        supervisor_ = supervisors.front();
        workers_ = descendantsOf(supervisor_);
    }
    /// Lets it take so many more steps.
    void steps(int count) {
        for (int i = 0; i < count; ++i)
            readUntil("step");
    }
    void end() { engine_.closeWriteChannel(); }
    [[nodiscard]] bool endedWell() {
        if (engine_.state() != QProcess::NotRunning) engine_.waitForFinished(startMs);
        return engine_.state() == QProcess::NotRunning &&
               engine_.exitStatus() == QProcess::NormalExit && engine_.exitCode() == 0;
    }
    [[nodiscard]] pid_t engine() const { return static_cast<pid_t>(engine_.processId()); }
    [[nodiscard]] pid_t supervisor() const { return supervisor_; }
    [[nodiscard]] const std::vector<pid_t>& workers() const { return workers_; }
    /// Those that were forked since the start too.
    [[nodiscard]] bool anyWorkerLives() const {
        return std::ranges::any_of(workers_, lives) ||
               std::ranges::any_of(descendantsOf(supervisor_), lives);
    }
    /// Where its scratch folder stands.
    [[nodiscard]] QString home() const { return home_; }
    /// Looks again who is there: the burst forks as it goes on.
    void countWorkers() { workers_ = descendantsOf(supervisor_); }
    /// The scratch folder that it had at its start; a new supervisor makes another.
    [[nodiscard]] bool firstScratchIsGone() const {
        return !QFileInfo::exists(scratch_) &&
               (memory_.isEmpty() || !QFileInfo::exists(memory_)); // no tmpfs, no memory_
    }
    /// No folder of any of its supervisors is left.
    [[nodiscard]] bool leftNoFolder() const {
        return firstScratchIsGone() && QDir(home_).isEmpty();
    }

private:
    void readUntil(const QByteArray& line) {
        for (;;) {
            while (!engine_.canReadLine())
                if (!engine_.waitForReadyRead(startMs)) qFatal("burst_lab does not go on");
            const QByteArray read = engine_.readLine().trimmed();
            if (read.startsWith("scratch ")) scratch_ = read.sliced(qstrlen("scratch "));
            if (read == line) return;
        }
    }

    QTemporaryDir own_;
    QString home_, scratch_, memory_;
    QProcess engine_;
    pid_t supervisor_ = 0;
    std::vector<pid_t> workers_;
};

} // namespace

class FaultsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        // As root, in an IPC namespace of its own: whatever is in there was made by this test.
        if (::geteuid() == 0) (void)::unshare(CLONE_NEWIPC);
    }

    void nothingIsLeft_data();
    void nothingIsLeft();
    void aGuardThatWasKilledIsReplaced();
    void withoutTheGuardTheKernelEndsEveryProcess();
    void asAnOrdinaryUser();

private:
    void killOne(Victim& lab);
    void killBoth(Victim& lab);
    std::mt19937 random_{20240229};
    bool engineKilled_ = false; ///< by the last kill
};

void FaultsTest::nothingIsLeft_data() {
    QTest::addColumn<bool>("both");
    QTest::addRow("any one process") << false;
    QTest::addRow("window and supervisor at once") << true;
}

void FaultsTest::nothingIsLeft() {
    QFETCH(bool, both);
    const int foreign = getQueue(IPC_PRIVATE, 0600).value();
    QVERIFY(sendMessage(foreign, 1, "mine").has_value());
    const std::set<std::string> before = objects();
    Victim other({"idle"});
    const std::set<std::string> others = objects();
    QCOMPARE(others.size(), before.size() + 1);

    for (int round = 0; round < rounds; ++round) {
        Victim lab;
        lab.steps(static_cast<int>(random_() % 20));
        lab.countWorkers();
        both ? killBoth(lab) : killOne(lab);
        if (QTest::currentTestFailed()) return;
        QTRY_VERIFY_WITH_TIMEOUT(!lab.anyWorkerLives(), withinMs);
        QTRY_VERIFY2_WITH_TIMEOUT(objects() == others, left(others, round), withinMs);
        QTRY_VERIFY_WITH_TIMEOUT(lab.firstScratchIsGone(), withinMs);
        lab.end();
        QCOMPARE(lab.endedWell(), !engineKilled_);
        QTRY_VERIFY_WITH_TIMEOUT(!lives(lab.supervisor()), withinMs);
        QTRY_VERIFY_WITH_TIMEOUT(lab.leftNoFolder(), withinMs);
        QVERIFY(lives(other.supervisor()) && other.anyWorkerLives());
        QVERIFY(!other.firstScratchIsGone());
    }

    other.end();
    QVERIFY(other.endedWell());
    QVERIFY(other.leftNoFolder());
    QCOMPARE(objects(), before);
    QCOMPARE(statAnyQueue(foreign)->msg_qnum, 1U);
    QVERIFY(removeQueue(foreign).has_value());
}

/// Engine, supervisor or one of the workers. When it was a worker, the others go on until the lab
/// is closed.
void FaultsTest::killOne(Victim& lab) {
    std::vector<pid_t> all = lab.workers();
    all.insert(all.end(), {lab.supervisor(), lab.supervisor(), lab.engine(), lab.engine()});
    const std::size_t target = random_() % all.size();
    engineKilled_ = all[target] == lab.engine();
    QCOMPARE(::kill(all[target], SIGKILL), 0);
    if (target >= lab.workers().size()) return;
    QTRY_VERIFY_WITH_TIMEOUT(!lives(all[target]), withinMs);
    lab.steps(10);
    lab.end();
}

/// One right after the other, in either order, so that neither has the time to see to what the
/// other leaves.
void FaultsTest::killBoth(Victim& lab) {
    pid_t first = lab.engine(), second = lab.supervisor();
    if (random_() % 2 == 0) std::swap(first, second);
    engineKilled_ = true;
    QCOMPARE(::kill(first, SIGKILL), 0);
    QCOMPARE(::kill(second, SIGKILL), 0);
}

/// And the next one does what the first would have done, though the supervisor has a lab by then.
void FaultsTest::aGuardThatWasKilledIsReplaced() {
    constexpr int fewRounds = 10;
    const std::set<std::string> before = objects();
    for (int round = 0; round < fewRounds; ++round) {
        Victim lab;
        lab.steps(static_cast<int>(random_() % 20));
        for (int kills = 0; kills < 2; ++kills) {
            QTRY_COMPARE_WITH_TIMEOUT(guardsOf(lab.supervisor()).size(), 1U, withinMs);
            const pid_t killed = guardsOf(lab.supervisor()).front();
            QCOMPARE(::kill(killed, SIGKILL), 0);
            QTRY_VERIFY_WITH_TIMEOUT(std::ranges::count(guardsOf(lab.supervisor()), killed) == 0,
                                     withinMs);
        }
        QTRY_COMPARE_WITH_TIMEOUT(guardsOf(lab.supervisor()).size(), 1U, withinMs);
        lab.steps(static_cast<int>(random_() % 20));
        lab.countWorkers();
        killBoth(lab);
        if (QTest::currentTestFailed()) return;
        QTRY_VERIFY_WITH_TIMEOUT(!lab.anyWorkerLives(), withinMs);
        QTRY_VERIFY2_WITH_TIMEOUT(objects() == before, left(before, round), withinMs);
        QTRY_VERIFY_WITH_TIMEOUT(lab.leftNoFolder(), withinMs);
        QVERIFY(!lab.endedWell());
    }
}

/// Whoever kills all that could clear up leaves the objects to ipcrm, as with any program; but no
/// process stays behind to use them, and the next lab removes the folder.
void FaultsTest::withoutTheGuardTheKernelEndsEveryProcess() {
    if (::geteuid() != 0) QSKIP("only root's test has an IPC namespace of its own to clear up");
    constexpr int fewRounds = 10;
    for (int round = 0; round < fewRounds; ++round) {
        Victim lab;
        lab.steps(static_cast<int>(random_() % 20));
        lab.countWorkers();
        // It has the supervisor's name until it runs for the first time.
        QTRY_COMPARE_WITH_TIMEOUT(guardsOf(lab.supervisor()).size(), 1U, withinMs);
        const std::vector<pid_t> guards = guardsOf(lab.supervisor());
        // Stopped first: between two kills the one that is left would begin to clear up.
        for (const pid_t each : {guards.front(), lab.supervisor()}) {
            QCOMPARE(::kill(each, SIGSTOP), 0);
            QTRY_VERIFY_WITH_TIMEOUT(isStopped(each), withinMs);
        }
        for (const pid_t each : {lab.engine(), guards.front(), lab.supervisor()})
            QCOMPARE(::kill(each, SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!lab.anyWorkerLives(), withinMs);
        QVERIFY(!lab.firstScratchIsGone());
        QVERIFY(!lab.endedWell());
        Victim next({"idle"}, lab.home());
        QVERIFY(lab.firstScratchIsGone());
        next.end();
        QVERIFY(next.endedWell());
        QVERIFY(lab.leftNoFolder());
        QCOMPARE(::unshare(CLONE_NEWIPC), 0);
    }
}

void FaultsTest::asAnOrdinaryUser() {
    const OrdinaryRun run =
        runAsOrdinaryUser(QCoreApplication::applicationFilePath(),
                          {"nothingIsLeft", "aGuardThatWasKilledIsReplaced"}, true);
    if (!run.obstacle.isEmpty()) QSKIP(qPrintable(run.obstacle));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
