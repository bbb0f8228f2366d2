// What the lab made goes with it, and nothing else does.
#include "engine/kernel/message_queue.h"
#include "tests/launch/small_lab.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <csignal>
#include <ctime>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace ipclab;

namespace {

/// A queue of somebody else's: this test's own.
class Foreign {
public:
    explicit Foreign(int key = IPC_PRIVATE) : id_(getQueue(key, IPC_CREAT | 0600).value()) {}
    ~Foreign() { (void)removeQueue(id_); }
    Foreign(const Foreign&) = delete;
    Foreign& operator=(const Foreign&) = delete;
    [[nodiscard]] int id() const { return id_; }
    [[nodiscard]] bool exists() const { return statAnyQueue(id_).has_value(); }

private:
    int id_;
};

constexpr int key = 0x4c414231;

/// What a worker notes before a msgget; the worker itself is killed right after.
void intend(SmallLab& lab, SmallLab::Worker& worker, int intendedKey) {
    LedgerEntry& entry = lab.board().ledger[0];
    entry.key = intendedKey;
    entry.flags = IPC_CREAT | 0600;
    entry.id = -1;
    // The queue is made by this test in its stead: the test's own uid, as the supervisor sees it.
    const Hello::User& alice = lab.supervisor().hello().users[0];
    entry.uid = alice.uid == ::geteuid() ? alice.insideUid : ::geteuid();
    entry.gid = ::getegid();
    entry.pid = worker.pid;
    entry.process = worker.process;
    entry.requestedSec = ::time(nullptr);
    entry.before = -1;
    entry.ctimeSec = 0;
    entry.state = LedgerState::Intended;
}

/// The pid of a process that is no more.
pid_t deadProcess() {
    const pid_t pid = ::fork();
    if (pid == 0) ::_exit(0);
    ::waitpid(pid, nullptr, 0);
    return pid;
}

bool exists(int id) {
    return statAnyQueue(id).has_value();
}

} // namespace

class CleanupTest : public QObject {
    Q_OBJECT
private slots:
    void whatTheLabMadeGoesWithIt() {
        const Foreign foreign;
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const auto own = lab.call(worker, toGet(IPC_PRIVATE, 0600)).result;
        const auto keyed = lab.call(worker, toGet(key, IPC_CREAT | 0)).result; // unreadable
        QVERIFY(exists(int(own)) && exists(int(keyed)));
        QVERIFY(lab.supervisor().close().has_value());
        QVERIFY(!exists(int(own)) && !exists(int(keyed)));
        QVERIFY(foreign.exists());
    }

    void whatTheLabFoundStays() {
        const Foreign foreign(key);
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        QCOMPARE(lab.call(worker, toGet(key, IPC_CREAT)).result, foreign.id());
        QVERIFY(lab.supervisor().close().has_value());
        QVERIFY(foreign.exists());
    }

    void whatTheLabMadeGoesAlsoWhenItWasGivenAway() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const int id = int(lab.call(worker, toGet(IPC_PRIVATE, 0600)).result);
        const auto* users = lab.supervisor().hello().users.data();
        if (!users[1].available) QSKIP("there is no second user here");
        const ResolvedCall give{CallId::Msgctl,
                                0,
                                {id, IPC_SET, 0600, users[1].insideUid, users[1].insideGid, 16384},
                                {}};
        QCOMPARE(lab.call(worker, give).result, 0);
        QVERIFY(lab.supervisor().close().has_value());
        QVERIFY(!exists(id));
    }

    void afterTheSupervisorsDeathTheNextOneClearsUp() {
        const Foreign foreign;
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        const int id = int(lab.call(worker, toGet(IPC_PRIVATE, 0600)).result);
        QVERIFY(::kill(lab.supervisor().pid(), SIGKILL) == 0);
        pollfd death{lab.supervisor().deathFd(), POLLIN, 0};
        QCOMPARE(::poll(&death, 1, 5000), 1);
        lab.restart();
        const Event ended = lab.events().next<event::ProcessEnded>();
        QCOMPARE(ended.process, worker.process);
        QVERIFY(std::get<event::ProcessEnded>(ended.body).killed);
        QVERIFY(!lives(worker.pid));
        QVERIFY(!exists(id));
        QVERIFY(foreign.exists());
        lab.start(); // and the lab goes on
    }

    void aScratchFolderWhoseMakerDiedWhileMakingItGoes() {
        const QTemporaryDir place;
        const auto makeFolder = [&](pid_t maker, mode_t mode) {
            const QByteArray path =
                QFile::encodeName(place.filePath(QString("ipclab-scratch-%1-abcdef").arg(maker)));
            if (::mkdir(path.constData(), 0700) != 0 || ::chmod(path.constData(), mode) != 0)
                qFatal("mkdir");
            return QString(path);
        };
        QVERIFY(::chmod(QFile::encodeName(place.path()).constData(), 0711) == 0);
        const QString abandoned = makeFolder(deadProcess(), 0700);
        const QString beingMade = makeFolder(::getpid(), 0700);
        const QString others = makeFolder(deadProcess(), 0755); // no lab gives it this mode
        qputenv("TMPDIR", QFile::encodeName(place.path()));
        const SmallLab lab;
        qunsetenv("TMPDIR");
        const QFileInfo made(QFileInfo(lab.supervisor().hello().scratch).path());
        if (made.ownerId() != ::geteuid())
            QSKIP("the supervisor is another user here, whose folders this test cannot make");
        QVERIFY(std::string_view(lab.supervisor().hello().scratch)
                    .starts_with(place.path().toStdString()));
        QVERIFY(!QFile::exists(abandoned));
        QVERIFY(QFile::exists(beingMade) && QFile::exists(others));
    }

    void aQueueMadeByAWorkerThatDiedWithinTheCallGoesToo() {
        for (const int intendedKey : {key, int(IPC_PRIVATE)}) {
            SmallLab lab;
            SmallLab::Worker& worker = lab.start();
            intend(lab, worker, intendedKey);
            const Foreign made(intendedKey);
            QVERIFY(lab.supervisor().signal(worker.process, SIGKILL).has_value());
            lab.events().next<event::ProcessEnded>();
            QVERIFY(lab.board().ledger[0].state == LedgerState::Created);
            QVERIFY(lab.supervisor().close().has_value());
            QVERIFY(!made.exists());
        }
    }

    void ofSeveralPrivateQueuesNoneIsGuessed() {
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        intend(lab, worker, IPC_PRIVATE);
        const Foreign one, other;
        QVERIFY(!lab.supervisor().close().has_value()); // it says that something is left
        QVERIFY(one.exists() && other.exists());
    }

    void aQueueThatWasThereBeforeIsNotTakenForTheWorkers() {
        const Foreign before(key);
        SmallLab lab;
        SmallLab::Worker& worker = lab.start();
        intend(lab, worker, key);
        lab.board().ledger[0].before = before.id();
        QVERIFY(lab.supervisor().close().has_value());
        QVERIFY(before.exists());
    }

    void twoLabsDoNotTouchEachOther() {
        SmallLab first;
        SmallLab::Worker& worker = first.start();
        const int id = int(first.call(worker, toGet(key, IPC_CREAT | 0666)).result);
        {
            SmallLab second;
            SmallLab::Worker& other = second.start();
            QCOMPARE(second.call(other, toGet(key, 0)).result, id);
            QVERIFY(second.supervisor().close().has_value());
        }
        QVERIFY(exists(id) && lives(worker.pid));
        QVERIFY(first.supervisor().close().has_value());
        QVERIFY(!exists(id));
    }
};

QTEST_GUILESS_MAIN(CleanupTest)
#include "cleanup_test.moc"
