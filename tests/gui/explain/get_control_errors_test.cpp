// Every errno of msgget and msgctl has its own sentence, computed from the state.
#include "tests/gui/explain/scene.h"

using namespace ipclab;
using namespace ipclab::test;

class GetAndControlErrorsTest : public QObject {
    Q_OBJECT

private slots:
    void msggetFindsNothing() {
        Scene scene;
        scene.returned("A", CallId::Msgget, {1234, 0}, ENOENT);
        QCOMPARE(scene.explain("A").headline, QStringLiteral("A: msgget(…) = -1 ENOENT"));
        QCOMPARE(scene.explain("A").manual, QStringLiteral("man 2 msgget"));
        checkError(scene, "A",
                   "No queue has the key 1234, and without IPC_CREAT msgget makes none.",
                   "A: q = msgget(1234, IPC_CREAT|0644)");
    }

    void msggetWithExclAlone() {
        Scene scene;
        scene.addQueue().removed = true;
        scene.returned("A", CallId::Msgget, {1234, flag("IPC_EXCL")}, ENOENT);
        checkError(
            scene, "A",
            "No queue has the key 1234, and without IPC_CREAT msgget makes none. IPC_EXCL means "
            "something only together with IPC_CREAT. The queue that had it (id 3) was removed.",
            "A: q = msgget(1234, IPC_CREAT|0644)");
    }

    void msggetFindsOne() {
        Scene scene;
        scene.addQueue();
        scene.returned("B", CallId::Msgget, {1234, flag("IPC_CREAT") | flag("IPC_EXCL") | 0600},
                       EEXIST);
        checkError(
            scene, "B",
            "A queue with the key 1234 exists already (id 3, made by A). IPC_CREAT together with "
            "IPC_EXCL asks for a new one or nothing.",
            "B: q = msgget(1234, IPC_CREAT|0600)");
    }

    void msggetAsksForTooMuch() {
        Scene scene;
        scene.addQueue(0640);
        scene.returned("B", CallId::Msgget, {1234, 0600}, EACCES);
        checkError(
            scene, "B",
            "bob is not the owner alice but in the queue's group, so the group bits of 0640 "
            "apply: r--. The mode 0600 asks for rw- (its three classes OR-ed together), so w is "
            "missing.",
            "B: q = msgget(1234, 0)");
    }

    void msggetComparesTheExecuteBit() {
        Scene scene;
        scene.addQueue(0666);
        scene.returned("A", CallId::Msgget, {1234, 0777}, EACCES);
        checkError(
            scene, "A",
            "alice owns the queue, so the owner bits of 0666 apply: rw-. The mode 0777 asks for "
            "rwx (its three classes OR-ed together), so x is missing. No call ever uses x on a "
            "queue, but msgget compares it when you ask for it.",
            "A: q = msgget(1234, 0)");
    }

    void msggetAtTheLimit() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgget, {77, flag("IPC_CREAT") | 0600}, ENOSPC);
        checkError(scene, "A",
                   "The IPC namespace holds as many queues as its msgmni allows (the lab sees 1 of "
                   "them). It is not about disk space: remove a queue with IPC_RMID.",
                   "A: msgctl(q, IPC_RMID, NULL)");
    }

    void msgctlIsForOwnerAndCreator() {
        Scene scene;
        scene.addQueue(0666);
        scene.returned("C", CallId::Msgctl, {3, flag("IPC_RMID")}, EPERM);
        checkError(
            scene, "C",
            "IPC_RMID is for the owner (alice) and the creator (alice) of the queue; carol is "
            "neither. The mode 0666 does not matter here: no permission bit allows it.",
            "A: msgctl(q, IPC_RMID, NULL)");
    }

    void msgctlAboveMsgmnb() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_SET"), 0644, 1000, 1000, 20000}, EPERM);
        checkError(
            scene, "A",
            "alice may change the queue, but 20000 is more than msgmnb (16384 unless it was "
            "changed; see /proc/sys/kernel/msgmnb). Going beyond it needs CAP_SYS_RESOURCE.");
    }

    void msgctlWithoutReadPermission() {
        Scene scene;
        scene.addQueue(0200);
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT")}, EACCES);
        checkError(scene, "A",
                   "alice owns the queue, so the owner bits of 0200 apply: -w-. IPC_STAT needs r. "
                   "Everyone can see the same numbers in /proc/sysvipc/msg.",
                   "A: msgctl(q, IPC_SET, {.msg_perm.mode = 0600})");
    }

    void msgctlUnknownCommand() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgctl, {3, 99}, EINVAL);
        checkError(scene, "A",
                   "99 is no command of msgctl. It knows IPC_STAT, IPC_SET and IPC_RMID.");
    }

    void secondRemoval() {
        Scene scene;
        scene.addQueue().removed = true;
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_RMID")}, EINVAL);
        checkError(
            scene, "A",
            "The queue with the id 3 has been removed. A call that slept on it got EIDRM; one "
            "that comes later gets EINVAL.",
            "A: q = msgget(1234, IPC_CREAT|0644)");
    }

    void msgctlBadAddress() {
        Scene scene;
        scene.addQueue();
        scene.returned("A", CallId::Msgctl, {3, flag("IPC_STAT"), 8}, EFAULT);
        checkError(
            scene, "A",
            "buf is an address that is not the process's (8), so the kernel could not copy the "
            "msqid_ds.");
    }
};

QTEST_GUILESS_MAIN(GetAndControlErrorsTest)
#include "get_control_errors_test.moc"
