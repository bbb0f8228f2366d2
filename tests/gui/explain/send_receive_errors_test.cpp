// Every errno of msgsnd and msgrcv has its own sentence, computed from the state.
#include "tests/gui/explain/scene.h"

using namespace ipclab;
using namespace ipclab::test;

class SendAndReceiveErrorsTest : public QObject {
    Q_OBJECT

private slots:
    void msgsndFullByBytes() {
        Scene scene;
        scene.addQueue().stat.qbytes = 13;
        scene.addMessage(1, "hello");
        scene.addMessage(1, "photos");
        scene.returned("A", CallId::Msgsnd, {3, 1, 5, flag("IPC_NOWAIT")}, EAGAIN, 0, "third");
        checkError(scene, "A",
                   "The queue holds 11 of 13 bytes, so 5 more do not fit. With IPC_NOWAIT msgsnd "
                   "returns instead of sleeping.",
                   "B: msgrcv(q, &rbuf, 5, 0, 0)");
    }

    void msgsndFullByCount() {
        Scene scene;
        scene.addQueue().stat.qbytes = 2;
        scene.addMessage(1, "");
        scene.addMessage(1, "");
        scene.returned("A", CallId::Msgsnd, {3, 1, 0, flag("IPC_NOWAIT")}, EAGAIN);
        checkError(
            scene, "A",
            "msg_qbytes limits the number of messages, too: 2 of at most 2 stand in the queue. "
            "With IPC_NOWAIT msgsnd returns instead of sleeping.",
            "B: msgrcv(q, &rbuf, 0, 0, 0)");
    }

    void msgsndLargerThanTheQueue() {
        Scene scene;
        scene.addQueue().stat.qbytes = 100;
        scene.returned("A", CallId::Msgsnd, {3, 1, 101, flag("IPC_NOWAIT")}, EAGAIN, 0,
                       std::string(101, 'x'));
        checkError(
            scene, "A",
            "The message has 101 bytes, more than msg_qbytes (100): it never fits, not even into "
            "the empty queue. Without IPC_NOWAIT msgsnd would sleep for ever.",
            "A: msgctl(q, IPC_SET, {.msg_qbytes = 101})");
    }

    void msgsndInvalid_data() {
        QTest::addColumn<qlonglong>("id");
        QTest::addColumn<qlonglong>("type");
        QTest::addColumn<qlonglong>("size");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("type 0") << 3LL << 0LL << 2LL
                                << "mtype is 0, but a message's type is at least 1: 0 and negative "
                                   "numbers have a meaning of their own in msgrcv.";
        QTest::newRow("size -1") << 3LL << 1LL << -1LL
                                 << "msgsz is -1. The size of mtext in bytes is 0 or more; the "
                                    "kernel reads a negative one as a huge one.";
        QTest::newRow("above msgmax")
            << 3LL << 1LL << 8193LL
            << "msgsz is 8193, more than msgmax allows for one message (8192 unless it was "
               "changed; see /proc/sys/kernel/msgmax).";
        QTest::newRow("id -1") << -1LL << 1LL << 2LL
                               << "-1 is no identifier: a queue's id is 0 or more. -1 is what "
                                  "msgget returns when it fails; check its result.";
        QTest::newRow("unknown id") << 99LL << 1LL << 2LL
                                    << "No queue has the id 99. An id comes from msgget; it is not "
                                       "the key.";
        QTest::newRow("removed id") << 2LL << 1LL << 2LL
                                    << "The queue with the id 2 has been removed. A call that "
                                       "slept on it got EIDRM; one that comes later gets EINVAL. "
                                       "The queue that has the key 1234 now is another one, with "
                                       "the id 3.";
    }
    void msgsndInvalid() {
        QFETCH(qlonglong, id);
        QFETCH(qlonglong, type);
        QFETCH(qlonglong, size);
        QFETCH(QString, sentence);
        Scene scene;
        scene.addQueue(0644, 2).removed = true;
        scene.addQueue();
        scene.returned("A", CallId::Msgsnd, {id, type, size, 0}, EINVAL, 0, "hi");
        QCOMPARE(plain(scene.explain("A").sentence), sentence);
    }

    void msgsndWithoutPermission() {
        Scene scene;
        scene.addQueue(0644);
        scene.returned("C", CallId::Msgsnd, {3, 1, 2, 0}, EACCES, 0, "hi");
        QCOMPARE(scene.explain("C").headline, QStringLiteral("C: msgsnd(…) = -1 EACCES"));
        QCOMPARE(scene.explain("C").fix->label, QStringLiteral("A can IPC_SET 0646"));
        checkError(
            scene, "C",
            "carol is neither the owner alice nor in the queue's group, so the other bits of "
            "0644 apply: r--. Sending needs w.",
            "A: msgctl(q, IPC_SET, {.msg_perm.mode = 0646})");
    }

    void theOwnerMayShutItselfOut() {
        Scene scene;
        scene.addQueue(0066);
        scene.returned("A", CallId::Msgsnd, {3, 1, 2, 0}, EACCES, 0, "hi");
        checkError(scene, "A",
                   "alice owns the queue, so the owner bits of 0066 apply: ---. Sending needs w.",
                   "A: msgctl(q, IPC_SET, {.msg_perm.mode = 0266})");
    }

    void msgsndFromABadAddress() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgsnd, {3, 1, 2, 0, 8}, EFAULT);
        checkError(
            scene, "A",
            "msgp is an address that is not the process's (8), so the kernel could not copy the "
            "message from it. Nothing was sent.");
    }

    void removedUnderASleeper() {
        Scene scene;
        scene.addQueue().removed = true;
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, EIDRM);
        scene.process("B").last->returnedNs += 100;
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_RMID")}, 0);
        checkError(
            scene, "B",
            "A removed the queue with IPC_RMID while B slept in msgrcv. Every sleeper wakes with "
            "EIDRM; from now on the id 3 gives EINVAL.");
    }

    /// Stopped while the queue went, it began the call anew: the text follows the real result.
    void removedUnderAStoppedProcess() {
        Scene scene;
        Queue& queue = scene.addQueue();
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, EINVAL);
        queue.removed = true;
        queue.removedNs = scene.process("B").last->enteredNs + 50;
        checkError(scene, "B",
                   "The queue was removed while B was in the call, but not asleep on it: who is "
                   "stopped begins the call anew with SIGCONT, and then the id 3 means nothing any "
                   "more. So it is EINVAL, and not the sleeper's EIDRM.");
    }

    void interruptedAndNotStartedAgain() {
        Scene scene;
        scene.addQueue();
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, EINTR);
        scene.returned("A", CallId::Kill, {scene.process("B").pid, 10}, 0);
        checkError(
            scene, "B",
            "The handler for SIGUSR1 from A ran while B slept in the kernel, so the call gave "
            "up. msgsnd and msgrcv are never started again by the kernel, not even with "
            "SA_RESTART: the program has to call again.");
    }

    void msgrcvFindsNothing() {
        Scene scene;
        scene.addQueue(0666);
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, flag("IPC_NOWAIT")}, ENOMSG);
        checkError(scene, "B",
                   "The queue is empty. With IPC_NOWAIT msgrcv returns instead of sleeping.",
                   "A: msgsnd(q, {1, \"hello\"}, 5, 0)");
    }

    void msgrcvFindsOtherTypes() {
        Scene scene;
        scene.addQueue(0666);
        scene.addMessage(1, "hello");
        scene.addMessage(4, "log");
        scene.addMessage(1, "again");
        scene.addMessage(2, "photo");
        scene.returned("B", CallId::Msgrcv, {3, 64, 3, flag("IPC_NOWAIT")}, ENOMSG);
        checkError(
            scene, "B",
            "msgrcv with msgtyp 3 takes the first message of type 3. The queue holds types 1, 4 "
            "and 2. With IPC_NOWAIT msgrcv returns instead of sleeping.",
            "A: msgsnd(q, {3, \"hello\"}, 5, 0)");
    }

    void msgCopyBeyondTheEnd() {
        Scene scene;
        scene.addQueue();
        scene.addMessage(1, "hello");
        scene.returned("A", CallId::Msgrcv, {3, 64, 1, flag("MSG_COPY") | flag("IPC_NOWAIT")},
                       ENOMSG);
        checkError(
            scene, "A",
            "With MSG_COPY msgtyp is a position, counted from 0. The queue holds 1 message, so "
            "there is none at 1.");
    }

    void msgrcvTooSmallABuffer() {
        Scene scene;
        scene.addQueue();
        scene.addMessage(1, "0123456789");
        scene.addMessage(1, "ok");
        scene.returned("B", CallId::Msgrcv, {3, 4, 0, 0}, E2BIG);
        checkError(
            scene, "B",
            "The message that msgtyp 0 selects has 10 bytes, and msgsz is 4. Without "
            "MSG_NOERROR it stays in the queue. A message that would fit stands behind it, but "
            "this one blocks the way: the same call fails again.",
            "B: msgrcv(q, &rbuf, 10, 0, 0)");
    }

    void msgrcvTooSmallForWhatCame() {
        Scene scene;
        scene.addQueue();
        scene.returned("B", CallId::Msgrcv, {3, 2, 0, 0}, E2BIG);
        scene.addMessage(1, "twelve bytes", scene.process("B").last->enteredNs + 5);
        checkError(
            scene, "B",
            "B slept with room for 2 bytes when a message of 12 bytes came. Without MSG_NOERROR "
            "the kernel wakes it with E2BIG, and the message stays in the queue.",
            "B: msgrcv(q, &rbuf, 12, 0, 0)");
    }

    void msgrcvWithoutPermission() {
        Scene scene;
        scene.addQueue(0200);
        scene.returned("A", CallId::Msgrcv, {3, 64, 0, 0}, EACCES);
        checkError(scene, "A",
                   "alice owns the queue, so the owner bits of 0200 apply: -w-. Receiving needs r.",
                   "A: msgctl(q, IPC_SET, {.msg_perm.mode = 0600})");
    }

    void permissionTakenFromASleeper() {
        Scene scene;
        scene.addQueue(0600);
        scene.returned("B", CallId::Msgrcv, {3, 64, 0, 0}, EACCES);
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_SET"), 0600}, 0);
        checkError(
            scene, "B",
            "bob is not the owner alice but in the queue's group, so the group bits of 0600 "
            "apply: ---. Receiving needs r. A changed the mode while B slept; the kernel checks "
            "again at each wake-up.",
            "A: msgctl(q, IPC_SET, {.msg_perm.mode = 0640})");
    }

    void msgrcvDestroysOnABadAddress() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgrcv, {3, 64, 0, 0, 8}, EFAULT);
        checkError(
            scene, "A",
            "The kernel had already taken the message out of the queue when it could not copy it "
            "to the address 8. The message is destroyed: nobody can receive it any more.");
    }

    void msgrcvInvalid_data() {
        QTest::addColumn<qlonglong>("size");
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("size -1") << -1LL << QByteArray()
                                 << "msgsz is -1. The room in the buffer is 0 bytes or more; the "
                                    "kernel reads a negative one as a huge one.";
        QTest::newRow("copy waits") << 64LL << QByteArray("MSG_COPY")
                                    << "MSG_COPY works only together with IPC_NOWAIT: a copy never "
                                       "waits for a message.";
        QTest::newRow("copy except") << 64LL << QByteArray("MSG_COPY MSG_EXCEPT IPC_NOWAIT")
                                     << "MSG_COPY and MSG_EXCEPT exclude each other: one reads "
                                        "msgtyp as a position, the other as a type.";
        QTest::newRow("copy cut") << 2LL << QByteArray("MSG_COPY MSG_NOERROR IPC_NOWAIT")
                                  << "The message is longer than msgsz (2), and a copy is never "
                                     "cut short, not even with MSG_NOERROR.";
    }
    void msgrcvInvalid() {
        QFETCH(qlonglong, size);
        QFETCH(QByteArray, flags);
        QFETCH(QString, sentence);
        std::int64_t bits = 0;
        for (const QByteArray& name : flags.split(' ')) {
            if (!name.isEmpty()) bits |= flag(name.toStdString());
        }
        Scene scene;
        scene.addQueue();
        scene.addMessage(1, "hello");
        scene.returned("A", CallId::Msgrcv, {3, size, 0, bits}, EINVAL);
        QCOMPARE(plain(scene.explain("A").sentence), sentence);
    }

    void theLabsOwnLimit() {
        Scene scene;
        CallOutcome& outcome = scene.returned("A", CallId::Msgsnd, {3, 1, 70000, 0}, 0);
        outcome.refused = true;
        outcome.data = "maxPayload 65536";
        QCOMPARE(scene.explain("A").sentence,
                 QStringLiteral("The lab refused the call before the kernel saw it: maxPayload "
                                "65536. This limit is the lab's own."));
    }
};

QTEST_GUILESS_MAIN(SendAndReceiveErrorsTest)
#include "send_receive_errors_test.moc"
