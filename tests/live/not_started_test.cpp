// A process that cannot be started is no process that is waited for: what was to use it fails at
// once, and says why.
#include "engine/lesson/lab_playground.h"
#include "engine/lesson/library.h"
#include "tests/live/live_lab.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sys/resource.h>

using namespace ipclab;

namespace {

/// The child of a process that has this name, or 0. proc(5).
pid_t childOf(pid_t parent, std::string_view name) {
    std::ifstream children(fmt::format("/proc/{0}/task/{0}/children", parent));
    for (pid_t child = 0; children >> child;) {
        std::ifstream file(fmt::format("/proc/{}/comm", child));
        std::string comm;
        if (std::getline(file, comm) && comm == name) return child;
    }
    return 0;
}

} // namespace

class NotStartedTest : public QObject {
    Q_OBJECT
private slots:
    void theLineFailsAtOnce_data();
    void theLineFailsAtOnce();
    void itsLetterIsFreeAgain();
    void aGuardThatIsMissingIsSaid();
};

void NotStartedTest::theLineFailsAtOnce_data() {
    QTest::addColumn<int>("descriptors");
    QTest::addColumn<QString>("why");
    QTest::newRow("the worker finds no room for its own") << 100 << "fcntl(F_DUPFD_CLOEXEC)";
    QTest::newRow("the supervisor has no number left") << 3 << "EMFILE";
}

void NotStartedTest::theLineFailsAtOnce() {
    QFETCH(int, descriptors);
    QFETCH(QString, why);
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    const auto limit = static_cast<rlim_t>(descriptors);
    const rlimit few{limit, limit};
    QCOMPARE(::prlimit(lab.supervisor(), RLIMIT_NOFILE, &few, nullptr), 0);

    const auto lesson = readLesson("B: q = msgget(IPC_PRIVATE, 0600)\n", "few.ipc", false);
    QVERIFY(lesson);
    LabPlayground playground(*lab);
    Player player(*lesson, playground);
    playStep(player, *lab, std::chrono::minutes(2));
    QVERIFY(player.failure());
    QVERIFY(player.failure()->notStarted);
    QCOMPARE(player.played(), 0U);
    const std::string message = player.failure()->message("few.ipc");
    QVERIFY2(message.contains("few.ipc:1:1: B could not be started: "), message.c_str());
    QVERIFY2(message.contains(why.toStdString()), message.c_str());
    lab.run("A: msgsnd(q, {1}, 0, 0)"); // the others go on
    QCOMPARE(lab.process("A").last->result, 0);
    // And what is cleared up at the end takes no descriptor either.
    const std::filesystem::path scratch = lab->scratchFolder();
    QVERIFY(std::filesystem::exists(scratch));
    lab.close();
    QVERIFY(!std::filesystem::exists(scratch.parent_path()));
}

/// The lab itself has no descriptor left for it, and later it has.
void NotStartedTest::itsLetterIsFreeAgain() {
    LiveLab lab;
    lab.run("A: n = 1");
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit none{0, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const auto refused = lab->addProcess("B", "", "alice");
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message().contains("EMFILE"), refused.error().message().c_str());
    lab.run("B: n = kill(B, 0)");
    QCOMPARE(lab.number("B", "n"), 0);
    lab.run("A: C = fork()");
    QVERIFY(lab.process("C").alive());
}

/// Killed, and the supervisor has no number left to start another one with.
void NotStartedTest::aGuardThatIsMissingIsSaid() {
    LiveLab lab;
    lab.run("A: n = 1");
    const rlimit none{3, 3};
    QCOMPARE(::prlimit(lab.supervisor(), RLIMIT_NOFILE, &none, nullptr), 0);
    pid_t guard = 0; // it has the supervisor's name until it runs for the first time
    QTRY_VERIFY((guard = childOf(lab.supervisor(), "ipclab-guard")) > 0);
    QCOMPARE(::kill(guard, SIGKILL), 0);
    QVERIFY(lab.awaitWorld([](const World& world) {
        return std::ranges::any_of(world.notices, [](const std::string& notice) {
            return notice.contains("ipclab-guard was killed") && notice.contains("EMFILE");
        });
    }));
    lab.run("A: n = kill(A, 0)"); // and the lab goes on
    QCOMPARE(lab.number("A", "n"), 0);
}

QTEST_GUILESS_MAIN(NotStartedTest)
#include "not_started_test.moc"
