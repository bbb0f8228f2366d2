// call: every call described once, a call as a value, and the language that writes it down.
#pragma once
#include <cstdint>

namespace ipclab {

/// The calls the lab can make. Each has one entry in the catalogue and one function in workers/.
/// The numbers are written to files: new calls go to the end.
enum class CallId : std::uint8_t {
    // message queue
    Msgget,
    Msgsnd,
    Msgrcv,
    Msgctl,
    // signal
    Kill,
    Sigaction,
    // pipe and FIFO
    Pipe,
    Pipe2,
    Mkfifo,
    Open,
    Read,
    Write,
    Close,
    Dup,
    Dup2,
    Fcntl,
    Lseek,
    // process
    Fork,
    Wait,
    Exit,
    Setrlimit,
    // file
    Unlink,
    Link,
    Symlink,
    Rename,
    Chmod,
    // shared memory
    Shmget,
    Shmat,
    Shmdt,
    Shmctl,
    Mprotect,
    Munmap,
    // memory: used like a variable, without a system call
    Strcpy,
    Memcpy,
    Memset,
    Strlen,
    Printf,
    Load,      ///< `n = *(int *)(p + 64)`
    Store,     ///< `*(int *)(p + 64) += 1`
    AtomicAdd, ///< `atomic_fetch_add((atomic_int *)(p + 64), 1)`
    // key
    Ftok,
};

inline constexpr int callCount = static_cast<int>(CallId::Ftok) + 1;

} // namespace ipclab
