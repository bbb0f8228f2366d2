#pragma once

#include <cstdint>

// The numbers of <sys/ipc.h>, <sys/msg.h>, <sys/shm.h> and <sys/mman.h> on Linux. Those headers
// belong to the rooms that make the calls; a test compares these with them.
namespace ipclab::number {

inline constexpr std::int64_t ipcPrivate = 0;
inline constexpr std::int64_t ipcCreat = 01000;
inline constexpr std::int64_t ipcExcl = 02000;
inline constexpr std::int64_t msgNoerror = 010000;
inline constexpr std::int64_t msgExcept = 020000;
inline constexpr std::int64_t msgCopy = 040000;
inline constexpr std::int64_t ipcRmid = 0;
inline constexpr std::int64_t ipcSet = 1;
inline constexpr std::int64_t ipcStat = 2;

inline constexpr std::int64_t shmRdonly = 010000;
inline constexpr std::int64_t shmRnd = 020000;
inline constexpr std::int64_t shmRemap = 040000;
inline constexpr std::int64_t shmExec = 0100000;
inline constexpr std::int64_t shmLock = 11;
inline constexpr std::int64_t shmUnlock = 12;
inline constexpr std::int64_t protWrite = 2;
inline constexpr std::int64_t protExec = 4;

/// The permission bits of a mode.
inline constexpr std::int64_t modeBits = 0777;
/// msg_qbytes of a new queue when /proc/sys/kernel/msgmnb was not changed.
inline constexpr std::uint64_t usualQbytes = 16384;

} // namespace ipclab::number
