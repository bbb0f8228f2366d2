#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace ipclab {

/// What the user's `struct msgbuf` holds: a type and the bytes of mtext. msgop(2).
struct MessageBuffer {
    std::int64_t mtype = 0;
    std::string mtext; ///< raw bytes; may hold NUL and anything else
    bool operator==(const MessageBuffer&) const = default;
};

/// `struct msqid_ds` as plain data: what IPC_STAT gives. Times are seconds since 1970. msgctl(2).
struct QueueStat {
    std::int32_t id = -1;
    std::int32_t key = 0;
    std::uint32_t mode = 0; ///< the nine permission bits
    std::uint32_t uid = 0, gid = 0, cuid = 0, cgid = 0;
    std::uint64_t cbytes = 0, qnum = 0, qbytes = 0;
    std::int32_t lspid = 0, lrpid = 0;
    std::int64_t stime = 0, rtime = 0, ctime = 0;
    bool operator==(const QueueStat&) const = default;
};

/// What a process's variable holds: a number (an id, a key), text, a message buffer, or a msqid_ds.
using Value = std::variant<std::int64_t, std::string, MessageBuffer, QueueStat>;

} // namespace ipclab
