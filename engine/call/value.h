#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

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

/// `struct shmid_ds` as plain data: what IPC_STAT gives. Times are seconds since 1970. shmctl(2).
struct SegmentStat {
    std::int32_t id = -1;
    std::int32_t key = 0;
    std::uint32_t mode = 0; ///< the nine permission bits
    bool dest = false;      ///< SHM_DEST: removed, lives until the last detach
    bool locked = false;    ///< SHM_LOCKED
    std::uint32_t uid = 0, gid = 0, cuid = 0, cgid = 0;
    std::uint64_t segsz = 0, nattch = 0; ///< bytes as asked for; attachments
    std::int32_t cpid = 0, lpid = 0;
    std::int64_t atime = 0, dtime = 0, ctime = 0;
    bool operator==(const SegmentStat&) const = default;
};

/// `int fd[2]`.
struct IntArray {
    std::vector<std::int64_t> items;
    bool operator==(const IntArray&) const = default;
};

/// `char buf[64]`: exactly as many bytes as were declared. What a call leaves of it stays, as in C.
struct CharArray {
    std::string bytes;
    bool operator==(const CharArray&) const = default;
};

/// A pointer into the process's memory, and what it points at: `(int *)0x7f31c0a5e000`.
struct Address {
    std::uint64_t at = 0;   ///< ~0 is (void *)-1, what a failed shmat gives
    std::uint8_t width = 1; ///< bytes of what it points at; void counts as 1, as in GNU C
    bool isSigned = true;
    bool operator==(const Address&) const = default;
};

/// What a process's variable holds: a number (an id, a key, a descriptor), text, a message buffer,
/// a msqid_ds, an array of descriptors, a pointer, a shmid_ds, or a declared buffer. Text is a
/// std::string where no length was declared: `s = "text"`, or a buffer that read() filled.
using Value = std::variant<std::int64_t, std::string, MessageBuffer, QueueStat, IntArray, Address,
                           SegmentStat, CharArray>;

} // namespace ipclab
