#include "engine/kernel/message_queue.h"

#include <cstring>
#include <vector>

namespace ipclab {

Result<msqid_ds> statQueue(int id) {
    msqid_ds ds{};
    if (::msgctl(id, IPC_STAT, &ds) != 0) return systemError("msgctl(IPC_STAT)");
    return ds;
}

Result<msqid_ds> statAnyQueue(int id) {
    // MSG_STAT_ANY takes an index into the kernel's table and gives back the id that stands there.
    // An id is its index plus a sequence number above it: from bit 15, or from bit 24 where the
    // kernel was started with ipcmni_extend.
    for (const int indexBits : {15, 24}) {
        msqid_ds ds{};
        const int found = ::msgctl(id & ((1 << indexBits) - 1), MSG_STAT_ANY, &ds);
        if (found == id) return ds;
        if (found < 0 && errno != EINVAL && errno != EIDRM)
            return systemError("msgctl(MSG_STAT_ANY)");
    }
    return systemError("msgctl(MSG_STAT_ANY)", EINVAL);
}

Result<CopiedMessage> copyMessage(int id, long index, std::span<std::byte> room) {
    if (room.size() <= sizeof(long)) return systemError("msgrcv(MSG_COPY)", E2BIG);
    const ssize_t size =
        ::msgrcv(id, room.data(), room.size() - sizeof(long), index, MSG_COPY | IPC_NOWAIT);
    if (size < 0) return systemError("msgrcv(MSG_COPY)");
    CopiedMessage message;
    std::memcpy(&message.type, room.data(), sizeof(long));
    message.text.assign(reinterpret_cast<const char*>(room.data()) + sizeof(long),
                        static_cast<std::size_t>(size));
    return message;
}

Result<void> removeQueue(int id) {
    if (::msgctl(id, IPC_RMID, nullptr) != 0) return systemError("msgctl(IPC_RMID)");
    return {};
}

Result<int> getQueue(key_t key, int flags) {
    const int id = ::msgget(key, flags);
    if (id < 0) return systemError("msgget");
    return id;
}

Result<void> sendMessage(int id, long type, std::string_view text) {
    std::vector<char> buffer(sizeof(long) + text.size());
    std::memcpy(buffer.data(), &type, sizeof(long));
    std::memcpy(buffer.data() + sizeof(long), text.data(), text.size());
    if (::msgsnd(id, buffer.data(), text.size(), IPC_NOWAIT) != 0) return systemError("msgsnd");
    return {};
}

} // namespace ipclab
