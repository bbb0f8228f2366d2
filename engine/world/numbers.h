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

// <fcntl.h> and <sys/stat.h>.
inline constexpr std::int64_t openAccess = 03; ///< O_ACCMODE
inline constexpr std::int64_t openWrite = 01;
inline constexpr std::int64_t openReadWrite = 02;
inline constexpr std::int64_t openCreate = 0100;
inline constexpr std::int64_t openAppend = 02000;
inline constexpr std::int64_t openNonblock = 04000;
inline constexpr std::int64_t openDirect = 040000;
inline constexpr std::int64_t openCloexec = 02000000;
inline constexpr std::int64_t fcntlDup = 0;
inline constexpr std::int64_t fcntlSetDescriptorFlags = 2;
inline constexpr std::int64_t fcntlSetFlags = 4;
inline constexpr std::int64_t fcntlDupCloexec = 1030;
inline constexpr std::int64_t fcntlSetPipeSize = 1031;
inline constexpr std::int64_t fcntlGetPipeSize = 1032;
inline constexpr std::uint32_t fileType = 0170000; ///< S_IFMT
inline constexpr std::uint32_t fileFifo = 0010000;
inline constexpr std::uint32_t fileTerminal = 0020000; ///< S_IFCHR
inline constexpr std::uint32_t fileRegular = 0100000;
inline constexpr std::uint32_t fileLink = 0120000;

/// The permission bits of a mode.
inline constexpr std::int64_t modeBits = 0777;
/// msg_qbytes of a new queue when /proc/sys/kernel/msgmnb was not changed.
inline constexpr std::uint64_t usualQbytes = 16384;

} // namespace ipclab::number
