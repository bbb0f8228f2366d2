// The session of the picture that the window is drawn after.
#pragma once

#include "tests/gui/recording.h"

#include <cerrno>

namespace ipclab::test {

inline Recording types() {
    Recording session;
    session.start("A", "sender", "alice", 1000);
    session.start("C", "second sender", "carol", 1002, 1002);
    session.start("B", "receiver", "bob", 1001);
    session.wait(180);
    session.call("A: q = msgget(1234, IPC_CREAT|0644)", 3);
    session.wait(500);
    session.call("A: msgsnd(q, {1, \"hello\"}, 5, 0)", 0);
    session.wait(400);
    session.call("C: q = msgget(1234, 0)", 3);
    session.call("C: msgsnd(q, {4, \"log\"}, 3, 0)", -1, EACCES);
    session.wait(800);
    session.call("A: msgctl(q, IPC_SET, {.msg_perm.mode = 0666})", 0);
    session.wait(600);
    session.call("C: msgsnd(q, {4, \"log\"}, 3, 0)", 0);
    session.wait(300);
    session.call("B: q = msgget(1234, 0)", 3);
    session.wait(250);
    session.enter("B: msgrcv(q, &rbuf, 64, 3, 0)");
    session.wait(3);
    session.fallAsleep("B");
    session.wait(700);
    session.call("A: msgsnd(q, {2, \"photo\"}, 5, 0)", 0);
    session.wait(450);
    return session;
}

} // namespace ipclab::test
