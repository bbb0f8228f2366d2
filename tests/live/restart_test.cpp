// The supervisor is killed, and another takes its place: it clears up, and what the stage then
// shows of each object is what the kernel says of it.
#include "tests/live/live_lab.h"

#include <csignal>
#include <fmt/format.h>
#include <sys/shm.h>

using namespace ipclab;

namespace {

/// The parent of the lab's processes.
pid_t supervisorOf(LiveLab& lab) {
    int parent = 0;
    FILE* file = std::fopen(fmt::format("/proc/{}/stat", lab.process("A").pid).c_str(), "r");
    const int read = file ? std::fscanf(file, "%*d (%*[^)]) %*c %d", &parent) : 0;
    if (file) std::fclose(file);
    return read == 1 ? parent : 0;
}

void killSupervisor(LiveLab& lab) {
    const pid_t supervisor = supervisorOf(lab);
    QVERIFY(supervisor > 1);
    QCOMPARE(::kill(supervisor, SIGKILL), 0);
    QVERIFY(lab.awaitWorld([](const World& world) {
        const Process* process = world.process("A");
        return process && process->state == ProcessState::Killed;
    }));
}

bool stands(int segment) {
    shmid_ds ds{};
    return ::shmctl(segment, IPC_STAT, &ds) == 0;
}

Result<std::unique_ptr<Lab>> privateLab() {
    LabOptions options;
    options.programs = IPCLAB_PROGRAMS;
    options.privateNamespace = true;
    return Lab::open(options);
}

} // namespace

class RestartTest : public QObject {
    Q_OBJECT
private slots:
    void whatTheLabMadeIsGone();
    void aSegmentThatAProgramOutsideHasAttachedLivesOn();
    void whatTheLabFoundStays();
    void aNamespaceOfItsOwnIsAnother();
};

void RestartTest::whatTheLabMadeIsGone() {
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    lab.run("A: s = shmget(IPC_PRIVATE, 4096, 0600)");
    const int queue = lab.number("A", "q"), segment = lab.number("A", "s");
    killSupervisor(lab);
    QVERIFY(lab.awaitWorld(
        [&](const World& world) { return !world.queue(queue) && !world.segment(segment); }));
    QVERIFY(!statOf(queue) && !stands(segment));
    QCOMPARE(lab->world()->outsideChanges, 0U);
    lab.run("B: q = msgget(IPC_PRIVATE, 0600)");
    QCOMPARE(lab.process("B").last->error, 0);
}

void RestartTest::aSegmentThatAProgramOutsideHasAttachedLivesOn() {
    LiveLab lab;
    lab.run("A: s = shmget(IPC_PRIVATE, 4096, 0666)");
    const int id = lab.number("A", "s");
    void* const attached = ::shmat(id, nullptr, 0); // this test is the program outside
    QVERIFY(attached != reinterpret_cast<void*>(-1));
    lab.awaitOutside(event::OutsideChange::Kind::Attached);
    killSupervisor(lab);
    QVERIFY(lab.awaitWorld([&](const World& world) {
        const Segment* segment = world.segment(id);
        return segment && segment->stat.dest;
    }));
    QVERIFY(lab->world()->segment(id));
    QCOMPARE(lab->world()->segment(id)->stat.nattch, 1U);
    QCOMPARE(lab->world()->outsideChanges, 1U); // the attachment
    QCOMPARE(::shmdt(attached), 0);
    QVERIFY(lab.awaitWorld([&](const World& world) { return !world.segment(id); }));
}

void RestartTest::whatTheLabFoundStays() {
    const key_t key = freeKey();
    const int found = ::msgget(key, IPC_CREAT | IPC_EXCL | 0666);
    QVERIFY(found >= 0);
    {
        LiveLab lab;
        lab.run(fmt::format("A: q = msgget({}, 0)", key));
        lab.run("A: mine = msgget(IPC_PRIVATE, 0600)");
        const int mine = lab.number("A", "mine");
        killSupervisor(lab);
        QVERIFY(lab.awaitWorld([&](const World& world) { return !world.queue(mine); }));
        QVERIFY(rawSend(found, 7, "still here"));
        QCOMPARE(lab.awaitOutside(event::OutsideChange::Kind::Sent).queue, found);
        QVERIFY(lab->world()->queue(found));
    }
    QVERIFY(statOf(found));
    QCOMPARE(::msgctl(found, IPC_RMID, nullptr), 0);
}

/// The same identifiers come again in there, and mean other queues.
void RestartTest::aNamespaceOfItsOwnIsAnother() {
    LiveLab lab(privateLab());
    lab.run("A: q = msgget(1234, IPC_CREAT|0600)");
    const int id = lab.number("A", "q");
    killSupervisor(lab);
    QVERIFY(lab.awaitWorld([&](const World& world) { return !world.queue(id); }));
    lab.run("B: q = msgget(1234, IPC_CREAT|0600)");
    QCOMPARE(lab.number("B", "q"), id);
    QVERIFY(lab->world()->queue(id));
    QCOMPARE(lab->world()->outsideChanges, 0U);
}

QTEST_GUILESS_MAIN(RestartTest)
#include "restart_test.moc"
