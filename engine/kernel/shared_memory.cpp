#include "engine/kernel/shared_memory.h"

namespace ipclab {

Result<shmid_ds> statAnySegment(int id) {
    // By index into the kernel's table, as MSG_STAT_ANY; see statAnyQueue.
    for (const int indexBits : {15, 24}) {
        shmid_ds ds{};
        const int found = ::shmctl(id & ((1 << indexBits) - 1), SHM_STAT_ANY, &ds);
        if (found == id) return ds;
        if (found < 0 && errno != EINVAL && errno != EIDRM)
            return systemError("shmctl(SHM_STAT_ANY)");
    }
    return systemError("shmctl(SHM_STAT_ANY)", EINVAL);
}

Result<void> removeSegment(int id) {
    if (::shmctl(id, IPC_RMID, nullptr) != 0) return systemError("shmctl(IPC_RMID)");
    return {};
}

Result<int> getSegment(key_t key, std::size_t size, int flags) {
    const int id = ::shmget(key, size, flags);
    if (id < 0) return systemError("shmget");
    return id;
}

} // namespace ipclab
