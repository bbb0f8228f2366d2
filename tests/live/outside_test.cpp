// A program that is none of the lab's uses a queue on the stage: the lab says so, says who, and its
// looking changes nothing. What it finds it never removes. How soon it is told, tests/bench
// measures.
#include "tests/live/live_lab.h"

#include <fmt/format.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

/// A queue of the lab that everybody may use.
int openQueue(LiveLab& lab) {
    lab.run("A: q = msgget(IPC_PRIVATE, 0666)");
    return lab.number("A", "q");
}

/// A queue that a program of its own made, and that goes with the test.
class ForeignQueue {
public:
    explicit ForeignQueue(uid_t maker = static_cast<uid_t>(-1)) : key_(freeKey()) {
        const key_t key = key_;
        inAnotherProgram([key] { return ::msgget(key, IPC_CREAT | IPC_EXCL | 0666) >= 0; }, maker);
        id_ = ::msgget(key_, 0);
    }
    ~ForeignQueue() { ::msgctl(id_, IPC_RMID, nullptr); }
    ForeignQueue(const ForeignQueue&) = delete;
    ForeignQueue& operator=(const ForeignQueue&) = delete;
    [[nodiscard]] key_t key() const { return key_; }
    [[nodiscard]] int id() const { return id_; }

private:
    key_t key_;
    int id_ = -1;
};

} // namespace

class OutsideTest : public QObject {
    Q_OBJECT
private slots:
    void aMessageSentFromOutsideIsToldAndStays();
    void aMessageTakenFromOutsideIsTold();
    void changedSettingsAreTold();
    void aRemovalIsTold();
    void aSleeperCanBeServedFromOutside();
    void aFoundQueueIsShownAndNeverRemoved();
    void creatingAKeyThatStandsIsFinding_data();
    void creatingAKeyThatStandsIsFinding();
};

void OutsideTest::aMessageSentFromOutsideIsToldAndStays() {
    LiveLab lab;
    const int id = openQueue(lab);
    const pid_t sender = inAnotherProgram([id] { return rawSend(id, 7, "from outside"); });
    const auto change = lab.awaitOutside(Kind::Sent);
    QCOMPARE(change.queue, id);
    QCOMPARE(change.pid, sender);
    QCOMPARE(change.count, 1);

    const auto seen = lab->world();
    QCOMPARE(seen->queue(id)->messages.size(), 1U);
    const Message& message = seen->queue(id)->messages.front();
    QCOMPARE(message.type, 7);
    QCOMPARE(message.text, std::string("from outside"));
    QCOMPARE(message.sender, outsideSender);

    // However often the lab looks, the kernel's own account stays as the sender left it.
    lab.run("A: msgctl(q, IPC_STAT, &ds)");
    const auto after = statOf(id);
    QCOMPARE(after->msg_qnum, 1U);
    QCOMPARE(after->msg_lspid, sender);
    QCOMPARE(after->msg_lrpid, 0);
    QCOMPARE(after->msg_rtime, 0);
    lab.run("A: msgrcv(q, &rbuf, 64, 7, 0)");
    QCOMPARE(lab.process("A").last->data, std::string("from outside"));
    QCOMPARE(lab->world()->outsideChanges, 1U);
}

void OutsideTest::aMessageTakenFromOutsideIsTold() {
    LiveLab lab;
    const int id = openQueue(lab);
    lab.run("A: msgsnd(q, {1, \"first\"}, 5, 0)");
    lab.run("A: msgsnd(q, {2, \"second\"}, 6, 0)");
    const pid_t taker = inAnotherProgram([id] { return rawReceive(id, 1) == "first"; });
    QVERIFY(taker != 0);
    const auto change = lab.awaitOutside(Kind::Taken);
    QCOMPARE(change.pid, taker);
    QCOMPARE(change.count, 1);
    const auto world = lab->world();
    QCOMPARE(world->queue(id)->messages.size(), 1U);
    QCOMPARE(world->queue(id)->messages.front().text, std::string("second"));
    QCOMPARE(world->queue(id)->stat.lrpid, taker);
    QCOMPARE(world->outsideChanges, 1U);
}

void OutsideTest::changedSettingsAreTold() {
    LiveLab lab;
    const int id = openQueue(lab);
    const uid_t owner = statOf(id)->msg_perm.uid; // who may change it, whoever runs the test
    QVERIFY(inAnotherProgram(
        [id] {
            msqid_ds ds{};
            if (::msgctl(id, IPC_STAT, &ds) != 0) return false;
            ds.msg_perm.mode = 0640;
            ds.msg_qbytes = 100;
            return ::msgctl(id, IPC_SET, &ds) == 0;
        },
        ::geteuid() == 0 ? owner : static_cast<uid_t>(-1)));
    const auto change = lab.awaitOutside(Kind::Changed);
    QCOMPARE(change.what, std::string("mode 0666 → 0640, msg_qbytes 16384 → 100"));
    QCOMPARE(lab->world()->queue(id)->stat.qbytes, 100U);
}

void OutsideTest::aRemovalIsTold() {
    LiveLab lab;
    const int id = openQueue(lab);
    QCOMPARE(::msgctl(id, IPC_RMID, nullptr), 0);
    const auto change = lab.awaitOutside(Kind::Removed);
    QCOMPARE(change.queue, id);
    QVERIFY(lab.awaitWorld([id](const World& world) { return !world.queue(id); }));
    lab.run("A: msgsnd(q, {1, \"late\"}, 4, 0)");
    QCOMPARE(lab.process("A").last->error, EINVAL);
}

void OutsideTest::aSleeperCanBeServedFromOutside() {
    LiveLab lab;
    const int id = openQueue(lab);
    lab.run("A: msgrcv(q, &rbuf, 64, 0, 0)");
    QCOMPARE(lab.process("A").state, ProcessState::Asleep);
    const pid_t sender = inAnotherProgram([id] { return rawSend(id, 3, "straight to you"); });
    const auto returned = lab.await<event::Returned>().second; // of msgget
    QCOMPARE(returned.call, CallId::Msgget);
    QCOMPARE(lab.await<event::Returned>().second.data, std::string("straight to you"));
    const auto change = lab.awaitOutside(Kind::Sent);
    QCOMPARE(change.pid, sender);
    QCOMPARE(change.count, 1);
    QVERIFY(lab->waitUntilQuiet(std::chrono::seconds(20)));
    const auto world = lab->world();
    QCOMPARE(world->outsideChanges, 1U);
    QVERIFY(world->queue(id)->messages.empty());
    QCOMPARE(world->queue(id)->stat.lspid, sender);
    const auto rbuf = std::get<MessageBuffer>(lab.process("A").variables.at("rbuf"));
    QCOMPARE(rbuf.mtype, 3);
    QCOMPARE(rbuf.mtext, std::string("straight to you"));
}

void OutsideTest::aFoundQueueIsShownAndNeverRemoved() {
    const ForeignQueue foreign;
    QVERIFY(rawSend(foreign.id(), 4, "not yours"));
    LiveLab lab;
    lab.run(fmt::format("A: q = msgget({}, 0)", foreign.key()));
    const auto world = lab->world();
    const Queue* queue = world->queue(foreign.id());
    QVERIFY(queue);
    QCOMPARE(queue->origin, QueueOrigin::Found);
    QCOMPARE(queue->creator, ProcessId{0});
    QCOMPARE(queue->messages.size(), 1U);
    QCOMPARE(queue->messages.front().text, std::string("not yours"));
    QCOMPARE(world->outsideChanges, 0U); // that it stood there is no change
    lab.close();
    const auto left = statOf(foreign.id());
    QVERIFY(left);
    QCOMPARE(left->msg_qnum, 1U);
    QCOMPARE(left->msg_lrpid, 0);
}

void OutsideTest::creatingAKeyThatStandsIsFinding_data() {
    QTest::addColumn<bool>("byAlice");
    QTest::addColumn<bool>("used");
    QTest::newRow("made by another user, unused") << false << false;
    QTest::newRow("made by another user, used") << false << true;
    QTest::newRow("made by alice's own program, unused") << true << false;
    QTest::newRow("made by alice's own program, used") << true << true;
}

void OutsideTest::creatingAKeyThatStandsIsFinding() {
    QFETCH(bool, byAlice);
    QFETCH(bool, used);
    LiveLab lab;
    const uid_t alice = lab->users().front().uid;
    if (::geteuid() != 0 && !byAlice) QSKIP("only root can be another user too");
    const ForeignQueue foreign(::geteuid() == 0 && byAlice ? alice : static_cast<uid_t>(-1));
    if (used) QVERIFY(rawSend(foreign.id(), 1, "mine"));
    lab.run(fmt::format("A: q = msgget({}, IPC_CREAT|0600)", foreign.key()));
    QCOMPARE(lab.number("A", "q"), foreign.id());
    const auto world = lab->world();
    QCOMPARE(world->queue(foreign.id())->origin, QueueOrigin::Found);
    QCOMPARE(world->queue(foreign.id())->creator, ProcessId{0});
    QCOMPARE(world->queue(foreign.id())->stat.mode, 0666U);
    QCOMPARE(world->outsideChanges, 0U);
    lab.close();
    QVERIFY(statOf(foreign.id()));
}

QTEST_GUILESS_MAIN(OutsideTest)
#include "outside_test.moc"
