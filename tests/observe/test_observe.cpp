// What the lab says of the kernel's objects, beside what the kernel itself says.
#include "engine/kernel/message_queue.h"
#include "engine/observe/queue_look.h"
#include "engine/observe/queue_table.h"
#include "engine/observe/task_state.h"

#include <QTest>
#include <csignal>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ipclab;

namespace {

/// A private queue that is gone when the test is over.
class OwnQueue {
public:
    OwnQueue() : id_(getQueue(IPC_PRIVATE, 0600).value()) {}
    ~OwnQueue() { (void)removeQueue(id_); }
    OwnQueue(const OwnQueue&) = delete;
    OwnQueue& operator=(const OwnQueue&) = delete;
    [[nodiscard]] int id() const { return id_; }

private:
    int id_;
};

/// A process that waits for a message that never comes.
class Receiver {
public:
    explicit Receiver(int queue) : pid_(::fork()) {
        if (pid_ != 0) return;
        char message[64];
        (void)::msgrcv(queue, message, 8, 0, 0);
        ::_exit(0);
    }
    ~Receiver() {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;
    [[nodiscard]] pid_t pid() const { return pid_; }

private:
    pid_t pid_;
};

} // namespace

class TestObserve : public QObject {
    Q_OBJECT
private slots:
    void aLookSaysWhatIpcStatSays() {
        const OwnQueue queue;
        QVERIFY(sendMessage(queue.id(), 3, "hello").has_value());
        const auto seen = lookAtQueue(queue.id());
        const auto said = statQueue(queue.id());
        QVERIFY(seen.has_value() && said.has_value());
        QCOMPARE(seen->qnum, said->msg_qnum);
        QCOMPARE(seen->cbytes, 5U);
        QCOMPARE(seen->lspid, ::getpid());
        QCOMPARE(seen->stime, said->msg_stime);
        QCOMPARE(seen->mode, 0600U);
    }

    void contentsAreReadAndNothingChanges() {
        const OwnQueue queue;
        QVERIFY(sendMessage(queue.id(), 3, "first").has_value());
        QVERIFY(sendMessage(queue.id(), 1, "").has_value());
        QVERIFY(sendMessage(queue.id(), 9, std::string("with\0NUL", 8)).has_value());
        const auto before = lookAtQueue(queue.id());
        const QueueContents contents = readContents(*before);
        QVERIFY(contents.known);
        const std::vector<event::SeenMessage> expected{
            {3, "first"}, {1, ""}, {9, std::string("with\0NUL", 8)}};
        QCOMPARE(contents.messages, expected);
        QCOMPARE(*lookAtQueue(queue.id()), *before); // lrpid and rtime too
    }

    void ofManyMessagesTheFirstAreRead() {
        const OwnQueue queue;
        for (int i = 0; i < observedMessages + 50; ++i)
            QVERIFY(sendMessage(queue.id(), i + 1, "x").has_value());
        const QueueContents contents = readContents(*lookAtQueue(queue.id()));
        QCOMPARE(contents.messages.size(), std::size_t(observedMessages));
        QCOMPARE(contents.messages.back().type, std::int64_t(observedMessages));
    }

    void aRemovedQueueIsGone() {
        int id = -1;
        {
            const OwnQueue queue;
            id = queue.id();
        }
        const auto seen = lookAtQueue(id);
        QVERIFY(!seen.has_value());
        QCOMPARE(seen.error().number, EINVAL);
    }

    void theTableListsEveryQueueAsIpcStatSaysIt() {
        const OwnQueue queue;
        QVERIFY(sendMessage(queue.id(), 1, "text").has_value());
        const auto table = QueueTable::open();
        QVERIFY(table.has_value());
        const auto queues = table->queues();
        const auto listed = std::ranges::find(*queues, queue.id(), &QueueStat::id);
        QVERIFY(listed != queues->end());
        QueueStat expected = *lookAtQueue(queue.id());
        expected.qbytes = 0; // the table does not say it
        QCOMPARE(*listed, expected);
    }

    void aLongTableIsReadWholeAndCutAtALine() {
        std::vector<std::unique_ptr<OwnQueue>> many;
        for (int i = 0; i < 100; ++i) // more than a page of text
            many.push_back(std::make_unique<OwnQueue>());
        const auto table = QueueTable::open();
        QVERIFY(table->queues()->size() >= many.size());
        const auto cut = table->text(1000);
        QVERIFY(cut->size() <= 1000);
        QCOMPARE(cut->back(), '\n');
    }

    void aSleeperIsToldByItsCall() {
        const OwnQueue queue;
        const Receiver receiver(queue.id());
        const auto watch = TaskWatch::open(receiver.pid());
        QVERIFY(watch.has_value());
        QTRY_COMPARE(watch->look().systemCall, long(SYS_msgrcv));
        QTRY_COMPARE(watch->look().state, 'S');
    }

    void aDeadProcessIsNotAsleep() {
        const OwnQueue queue;
        auto receiver = std::make_unique<Receiver>(queue.id());
        const auto watch = TaskWatch::open(receiver->pid());
        receiver.reset();
        QCOMPARE(watch->look().state, char(0));
    }
};

QTEST_GUILESS_MAIN(TestObserve)
#include "test_observe.moc"
