#include "engine/observe/queue_look.h"

#include "engine/kernel/message_queue.h"

#include <algorithm>
#include <limits>

namespace ipclab {

namespace {

/// Below the data of one record, with room for the stat and the heads of the messages.
constexpr std::size_t mostBytes = 192 * 1024;

using event::SeenMessage;

std::string whyNot(int number) {
    switch (number) {
    case EACCES:
        return "reading the queue is denied (EACCES)";
    case ENOSYS:
        return "this kernel has no MSG_COPY (ENOSYS): it lacks CONFIG_CHECKPOINT_RESTORE";
    default:
        return "msgrcv(MSG_COPY) gives " + errnoName(number);
    }
}

} // namespace

Result<QueueStat> lookAtQueue(int id) {
    const auto ds = statAnyQueue(id);
    if (!ds) return std::unexpected(ds.error());
    QueueStat stat;
    stat.id = id;
    stat.key = ds->msg_perm.__key;
    stat.mode = ds->msg_perm.mode & 0777;
    stat.uid = ds->msg_perm.uid;
    stat.gid = ds->msg_perm.gid;
    stat.cuid = ds->msg_perm.cuid;
    stat.cgid = ds->msg_perm.cgid;
    stat.cbytes = ds->__msg_cbytes;
    stat.qnum = ds->msg_qnum;
    stat.qbytes = ds->msg_qbytes;
    stat.lspid = ds->msg_lspid;
    stat.lrpid = ds->msg_lrpid;
    stat.stime = ds->msg_stime;
    stat.rtime = ds->msg_rtime;
    stat.ctime = ds->msg_ctime;
    return stat;
}

bool kernelCopiesMessages() {
    // Without it every try fails so, even before the id is looked up; no queue has this one.
    std::byte room[sizeof(long) + 1];
    const auto copied = copyMessage(std::numeric_limits<int>::max(), 0, room);
    return copied || copied.error().number != ENOSYS;
}

QueueContents readContents(const QueueStat& stat) {
    QueueContents contents;
    // No message can be longer than all of them together.
    std::vector<std::byte> room(sizeof(long) + std::min<std::size_t>(stat.cbytes, mostBytes) + 1);
    std::size_t bytes = 0;
    for (long index = 0; index < observedMessages; ++index) {
        auto message = copyMessage(stat.id, index, room);
        if (!message && message.error().number == ENOMSG) break;
        if (!message && index > 0 && message.error().number == E2BIG) break;
        if (!message) {
            contents.error = message.error().number;
            contents.missing = whyNot(contents.error);
            return contents;
        }
        bytes += message->text.size();
        if (bytes > mostBytes) break;
        contents.messages.push_back({message->type, std::move(message->text)});
    }
    contents.known = true;
    return contents;
}

} // namespace ipclab
