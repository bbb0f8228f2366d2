// The supervisor is killed, and another takes its place: it clears up, and what the stage then
// shows of each object is what the kernel says of it.
#include "engine/base/pidfd.h"
#include "engine/cli/event_text.h"
#include "tests/live/live_lab.h"

#include <algorithm>
#include <csignal>
#include <fmt/format.h>
#include <poll.h>
#include <sys/shm.h>

using namespace ipclab;

namespace {

void killSupervisor(LiveLab& lab) {
    const pid_t supervisor = lab.supervisor();
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
    void itIsSaidOnceAndOfEveryProcess();
    void whoEndedBeforeHasNotEndedWithIt();
    void whatTheLabMadeIsGone();
    void aSegmentThatAProgramOutsideHasAttachedLivesOn();
    void whatTheLabFoundStays();
    void aNamespaceOfItsOwnIsAnother();
};

void RestartTest::itIsSaidOnceAndOfEveryProcess() {
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)");
    lab.run("A: B = fork()");
    lab.run("B: msgrcv(q, &rbuf, 64, 0, 0)");
    killSupervisor(lab);
    QVERIFY(lab.awaitWorld([](const World& world) { return !world.process("B")->alive(); }));

    EventText text;
    std::string lines;
    for (const Event& event : lab->events(0, lab->eventCount()))
        if (const auto line = text.line(event)) lines += *line + '\n';
    const std::size_t died = lines.find("note: the supervisor died, and every process with it");
    QVERIFY2(died != std::string::npos && died == lines.rfind("note: "), lines.c_str());
    QVERIFY2(lines.find("A: killed SIGKILL\n") > died && lines.find("B: killed SIGKILL\n") > died,
             lines.c_str());
    QVERIFY2(!lines.contains("lives on") && !lines.contains("zombie"), lines.c_str());

    const auto refused = lab->give(*parseStatement("A: msgsnd(q, {1}, 0, 0)"));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message().starts_with("A has ended: the supervisor died"),
             refused.error().message().c_str());
    lab.run("C: q = msgget(IPC_PRIVATE, 0600)");
    QVERIFY(!lab.process("C").tornAway);
}

void RestartTest::whoEndedBeforeHasNotEndedWithIt() {
    LiveLab lab;
    for (const char* letter : {"A", "B", "C"})
        lab.run(std::string(letter) + ": q = msgget(IPC_PRIVATE, 0600)");
    const Fd exits = openProcess(lab.process("B").pid), faults = openProcess(lab.process("C").pid);
    const pid_t supervisor = lab.supervisor();
    QCOMPARE(::kill(supervisor, SIGSTOP), 0); // it is told of nothing any more
    lab.give("B: exit(3)");
    lab.give("C: *(char *)8 = 1");
    for (const Fd* each : {&exits, &faults}) {
        pollfd ended{each->get(), POLLIN, 0};
        QCOMPARE(::poll(&ended, 1, 20'000), 1);
    }
    QCOMPARE(::kill(supervisor, SIGKILL), 0);
    QVERIFY(lab.awaitWorld(
        [](const World& world) { return std::ranges::none_of(world.processes, &Process::alive); }));
    QVERIFY(lab.process("A").tornAway);
    QCOMPARE(lab.process("A").endCode, SIGKILL);
    QVERIFY(!lab.process("B").tornAway && lab.process("B").state == ProcessState::Exited);
    QCOMPARE(lab.process("B").endCode, 3);
    QVERIFY(!lab.process("C").tornAway && lab.process("C").state == ProcessState::Killed);
    QCOMPARE(lab.process("C").endCode, SIGSEGV);
    QCOMPARE(lab.process("C").fault, std::uint64_t{8});
}

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
