#include "workers/worker/message_queue.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sys/ipc.h>
#include <sys/msg.h>

namespace ipclab {

namespace {

// Far more than the default msgmax of 8192; a system that allows longer messages is refused below.
constexpr std::size_t bufferBytes = 1024 * 1024;

/// The kernel refuses longer messages by itself; only where it would not, the lab has to.
bool kernelAccepts(std::int64_t msgsz) {
    std::int64_t msgmax = 0;
    std::ifstream("/proc/sys/kernel/msgmax") >> msgmax;
    return msgsz <= msgmax;
}

bool beyondLimit(std::int64_t msgsz) {
    return msgsz > static_cast<std::int64_t>(maxPayload) && kernelAccepts(msgsz);
}

QueueStat statOf(int id, const msqid_ds& ds) {
    QueueStat stat;
    stat.id = id;
    stat.key = ds.msg_perm.__key;
    stat.mode = ds.msg_perm.mode & 0777;
    stat.uid = ds.msg_perm.uid;
    stat.gid = ds.msg_perm.gid;
    stat.cuid = ds.msg_perm.cuid;
    stat.cgid = ds.msg_perm.cgid;
    stat.cbytes = ds.__msg_cbytes;
    stat.qnum = ds.msg_qnum;
    stat.qbytes = ds.msg_qbytes;
    stat.lspid = ds.msg_lspid;
    stat.lrpid = ds.msg_lrpid;
    stat.stime = ds.msg_stime;
    stat.rtime = ds.msg_rtime;
    stat.ctime = ds.msg_ctime;
    return stat;
}

} // namespace

struct MessageQueueCalls::Buffer {
    long mtype;
    char mtext[bufferBytes];
};

void MessageQueueCalls::Free::operator()(Buffer* buffer) const {
    std::free(buffer);
}

MessageQueueCalls::MessageQueueCalls(Ledger& ledger)
    : ledger_(ledger), rbuf_(static_cast<Buffer*>(std::calloc(1, sizeof(Buffer)))) {
}

Outcome MessageQueueCalls::msgget(const ResolvedCall& call) {
    const auto key = static_cast<key_t>(call.args[0]);
    const auto msgflg = static_cast<int>(call.args[1]);
    const Ledger::Note note = ledger_.intend(LedgerKind::Queue, key, msgflg);
    if (note.refused) return refuse(*note.refused);
    Outcome outcome = finished(::msgget(key, msgflg));
    outcome.existed = ledger_.settle(note, LedgerKind::Queue, static_cast<int>(outcome.result));
    return outcome;
}

std::string messageBuffer(const ResolvedCall& send) {
    const long mtype = send.args[1];
    // What lies behind the text in a real program's buffer is sent too; here it is zeroes.
    const std::size_t sent = std::clamp<std::int64_t>(send.args[2], 0, maxPayload);
    std::string buffer(sizeof(mtype) + std::max(send.data.size(), sent), '\0');
    std::memcpy(buffer.data(), &mtype, sizeof(mtype));
    std::memcpy(buffer.data() + sizeof(mtype), send.data.data(), send.data.size());
    return buffer;
}

Outcome MessageQueueCalls::msgsnd(const PlannedCall& planned) {
    const ResolvedCall& call = planned.call;
    const std::int64_t msgsz = call.args[2];
    if (beyondLimit(msgsz)) return refuse(payloadLimit);
    const void* msgp = call.flags & rawAddress ? reinterpret_cast<const void*>(call.args[4])
                                               : planned.message.data();
    return finished(::msgsnd(static_cast<int>(call.args[0]), msgp, static_cast<std::size_t>(msgsz),
                             static_cast<int>(call.args[3])));
}

Outcome MessageQueueCalls::msgrcv(const ResolvedCall& call) {
    if (beyondLimit(call.args[1])) return refuse(payloadLimit);
    void* msgp = call.flags & rawAddress ? reinterpret_cast<void*>(call.args[4]) : rbuf_.get();
    const ssize_t received =
        ::msgrcv(static_cast<int>(call.args[0]), msgp, static_cast<std::size_t>(call.args[1]),
                 call.args[2], static_cast<int>(call.args[3]));
    if (received < 0 || (call.flags & rawAddress)) return finished(received);
    return finished(received, rbuf_->mtype,
                    {rbuf_->mtext, std::min(static_cast<std::size_t>(received), maxPayload)});
}

Outcome MessageQueueCalls::msgctl(const ResolvedCall& call) {
    const auto msqid = static_cast<int>(call.args[0]);
    const auto cmd = static_cast<int>(call.args[1]);
    msqid_ds ds{};
    if (cmd == IPC_SET) {
        ds.msg_perm.mode = static_cast<unsigned short>(call.args[2]);
        ds.msg_perm.uid = static_cast<uid_t>(call.args[3]);
        ds.msg_perm.gid = static_cast<gid_t>(call.args[4]);
        ds.msg_qbytes = static_cast<msglen_t>(call.args[5]);
    }
    msqid_ds* buf = call.flags & rawAddress ? reinterpret_cast<msqid_ds*>(call.args[2]) : &ds;
    Outcome outcome = finished(::msgctl(msqid, cmd, buf));
    if (outcome.result == 0 && cmd == IPC_RMID) ledger_.removed(LedgerKind::Queue, msqid);
    if (outcome.result == 0 && cmd == IPC_STAT && buf == &ds) {
        stat_ = statOf(msqid, ds);
        outcome.stat = &stat_;
    }
    return outcome;
}

} // namespace ipclab
