#include "workers/worker/shared_memory.h"

#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <unistd.h>

namespace ipclab {

namespace {

SegmentStat statOf(int id, const shmid_ds& ds) {
    SegmentStat stat;
    stat.id = id;
    stat.key = ds.shm_perm.__key;
    stat.mode = ds.shm_perm.mode & 0777;
    stat.dest = (ds.shm_perm.mode & SHM_DEST) != 0;
    stat.locked = (ds.shm_perm.mode & SHM_LOCKED) != 0;
    stat.uid = ds.shm_perm.uid;
    stat.gid = ds.shm_perm.gid;
    stat.cuid = ds.shm_perm.cuid;
    stat.cgid = ds.shm_perm.cgid;
    stat.segsz = ds.shm_segsz;
    stat.nattch = ds.shm_nattch;
    stat.cpid = ds.shm_cpid;
    stat.lpid = ds.shm_lpid;
    stat.atime = ds.shm_atime;
    stat.dtime = ds.shm_dtime;
    stat.ctime = ds.shm_ctime;
    return stat;
}

/// The bytes that an attach maps: whole pages. Who may attach may read, and so may ask; else 0.
std::size_t mappedBytes(int id) {
    shmid_ds ds{};
    if (::shmctl(id, IPC_STAT, &ds) != 0) return 0;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (ds.shm_segsz + page - 1) / page * page;
}

void* pointer(std::int64_t address) {
    return reinterpret_cast<void*>(address);
}

} // namespace

Outcome SharedMemoryCalls::shmget(const ResolvedCall& call) {
    const auto key = static_cast<key_t>(call.args[0]);
    const auto shmflg = static_cast<int>(call.args[2]);
    const Ledger::Note note = ledger_.intend(LedgerKind::Segment, key, shmflg);
    if (note.refused) return refuse(*note.refused);
    Outcome outcome = finished(::shmget(key, static_cast<std::size_t>(call.args[1]), shmflg));
    outcome.existed = ledger_.settle(note, LedgerKind::Segment, static_cast<int>(outcome.result));
    return outcome;
}

void SharedMemoryCalls::makeRoom(int id, std::int64_t address) {
    const std::size_t bytes = mappedBytes(id);
    if (address == 0)
        room_.prepare(bytes);
    else
        room_.release(static_cast<std::uint64_t>(address), bytes);
}

Outcome SharedMemoryCalls::shmat(const ResolvedCall& call) {
    const auto id = static_cast<int>(call.args[0]);
    makeRoom(id, call.args[1]);
    void* address = ::shmat(id, pointer(call.args[1]), static_cast<int>(call.args[2]));
    Outcome outcome = finished(reinterpret_cast<std::intptr_t>(address));
    if (outcome.result != -1) outcome.detail = static_cast<std::int64_t>(mappedBytes(id));
    return outcome;
}

Outcome SharedMemoryCalls::shmdt(const ResolvedCall& call) {
    return finished(::shmdt(pointer(call.args[0])));
}

Outcome SharedMemoryCalls::shmctl(const ResolvedCall& call) {
    const auto id = static_cast<int>(call.args[0]);
    const auto cmd = static_cast<int>(call.args[1]);
    shmid_ds ds{};
    if (cmd == IPC_SET) {
        ds.shm_perm.mode = static_cast<unsigned short>(call.args[2]);
        ds.shm_perm.uid = static_cast<uid_t>(call.args[3]);
        ds.shm_perm.gid = static_cast<gid_t>(call.args[4]);
    }
    const bool raw = (call.flags & rawAddress) != 0;
    Outcome outcome =
        finished(::shmctl(id, cmd, raw ? static_cast<shmid_ds*>(pointer(call.args[2])) : &ds));
    if (outcome.result == 0 && cmd == IPC_RMID) ledger_.marked(LedgerKind::Segment, id);
    if (outcome.result == 0 && cmd == IPC_STAT && !raw) {
        whole_.segment = std::make_shared<const SegmentStat>(statOf(id, ds));
        outcome.whole = &whole_;
    }
    return outcome;
}

Outcome SharedMemoryCalls::mprotect(const ResolvedCall& call) {
    return finished(::mprotect(pointer(call.args[0]), static_cast<std::size_t>(call.args[1]),
                               static_cast<int>(call.args[2])));
}

Outcome SharedMemoryCalls::munmap(const ResolvedCall& call) {
    room_.release(static_cast<std::uint64_t>(call.args[0]), static_cast<std::size_t>(call.args[1]));
    return finished(::munmap(pointer(call.args[0]), static_cast<std::size_t>(call.args[1])));
}

} // namespace ipclab
