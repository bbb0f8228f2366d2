// kill -9 of any one process of a lab, at any moment: within two seconds nothing of the lab is left
// in the kernel or in its scratch folder, and nobody else's things were touched.
#include "engine/kernel/message_queue.h"
#include "engine/observe/queue_table.h"
#include "engine/observe/task_state.h"
#include "tests/support/ordinary_user.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
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

std::vector<QueueStat> table() {
    return QueueTable::open()->queues().value();
}

std::set<int> queues() {
    std::set<int> ids;
    for (const QueueStat& queue : table())
        ids.insert(queue.id);
    return ids;
}

/// The kernel's lines about queues that should not be there, for a failed test.
QByteArray left(const std::set<int>& expected, int round) {
    QByteArray text = "in round " + QByteArray::number(round) + ":\n";
    for (const QueueStat& queue : table())
        if (!expected.contains(queue.id))
            text += QString("queue %1 key %2 mode %3 cuid %4 messages %5 ctime %6\n")
                        .arg(queue.id)
                        .arg(queue.key, 0, 16)
                        .arg(queue.mode, 0, 8)
                        .arg(queue.cuid)
                        .arg(queue.qnum)
                        .arg(queue.ctime)
                        .toUtf8();
    return text;
}

/// burst_lab, its supervisor and its workers.
class Victim {
public:
    explicit Victim(const QStringList& arguments = {}) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("TMPDIR", home_.path());
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
    /// Looks again who is there: the burst forks as it goes on.
    void countWorkers() { workers_ = descendantsOf(supervisor_); }
    /// The scratch folder that it had at its start; a new supervisor makes another.
    [[nodiscard]] bool firstScratchIsGone() const {
        return !QFileInfo::exists(scratch_) &&
               (memory_.isEmpty() || !QFileInfo::exists(memory_)); // no tmpfs, no memory_
    }
    /// No folder of any of its supervisors is left.
    [[nodiscard]] bool leftNoFolder() const {
        return firstScratchIsGone() && QDir(home_.path()).isEmpty();
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

    QTemporaryDir home_;
    QString scratch_, memory_;
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

    void nothingIsLeft();
    void asAnOrdinaryUser();

private:
    void killOne(Victim& lab);
    std::mt19937 random_{20240229};
    bool engineKilled_ = false; ///< by the last killOne()
};

void FaultsTest::nothingIsLeft() {
    const int foreign = getQueue(IPC_PRIVATE, 0600).value();
    QVERIFY(sendMessage(foreign, 1, "mine").has_value());
    const std::set<int> before = queues();
    Victim other({"idle"});
    const std::set<int> others = queues();
    QCOMPARE(others.size(), before.size() + 1);

    for (int round = 0; round < rounds; ++round) {
        Victim lab;
        lab.steps(static_cast<int>(random_() % 20));
        lab.countWorkers();
        killOne(lab);
        if (QTest::currentTestFailed()) return;
        QTRY_VERIFY_WITH_TIMEOUT(!lab.anyWorkerLives(), withinMs);
        QTRY_VERIFY2_WITH_TIMEOUT(queues() == others, left(others, round), withinMs);
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
    QCOMPARE(queues(), before);
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

void FaultsTest::asAnOrdinaryUser() {
    const OrdinaryRun run =
        runAsOrdinaryUser(QCoreApplication::applicationFilePath(), {"nothingIsLeft"}, true);
    if (!run.obstacle.isEmpty()) QSKIP(qPrintable(run.obstacle));
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
