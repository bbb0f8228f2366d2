#include "tests/call/scripts.h"

namespace ipclab::test {

const std::string_view manyForms = R"(// a comment
lab private msgmni=2
process C as carol "reader"
A: q = msgget(1234, IPC_CREAT|0644)            = 0
A: msgsnd(q, {1, "hello"}, 5, IPC_NOWAIT)      = 0
B: q = msgget(1234, 0)
B: msgrcv(q, &rbuf, 64, 1, 0)                  = 5 {1, "hello"}
B: msgrcv(q, &rbuf, 64, 1, 0)                  blocks
A: msgctl(q, IPC_RMID, NULL)                   = 0
B: returns                                     = -1 EIDRM
# another comment
A: q = msgget((key_t)IPC_PRIVATE, 0600);
A: sbuf = {1, "hello"}
A: struct msgbuf tbuf = {2, "x" "y\n\x41\101\0"}
A: int n = sizeof(sbuf) + 2 * sizeof(int) - 1 /* in the middle */
A: msgsnd(q, &sbuf, n, 0)
A: (void)msgsnd(q, &(struct msgbuf){'a', "z" * 8192}, 8192, 0)
A: msgctl(q, IPC_STAT, &ds)                    = 0 {.msg_qnum = 2, .msg_lspid = A}
A: ds.msg_perm.mode = 0600
A: msgctl(q, IPC_SET, &ds)
A: msgctl(q, IPC_SET, {.msg_perm.mode = 0600, .msg_qbytes = 100, .msg_perm.uid = bob})
A: msgctl(q, IPC_RMID, (struct msqid_ds *)NULL)
A: sigaction(SIGUSR1, {handler, SA_RESTART}, NULL)
B: kill(A, SIGUSR1)
A: killed SIGUSR1
A, B: repeat 10 { mkfifo("x", ~0x1f); unlink("x") }
B: q = msgget(1234, 0)
B: repeat 3 every 100 ms {
    n = msgrcv(q, &rbuf, 8, 0, IPC_NOWAIT)
    msgsnd(q, {1, "tick"}, 4, 0);
} = 0
)";

} // namespace ipclab::test
