#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <linux/shm.h>
#include <sys/mman.h>
#include <sys/syscall.h>

/// What the catalogue knows of System V shared memory: shmget(2), shmop(2), shmctl(2), and
/// mprotect(2), munmap(2) on what is attached. The kernel's own header gives the numbers; what
/// each errno means here was tried on Linux 6.18.
namespace ipclab::table {

inline constexpr std::array segmentKeys{
    Constant{"IPC_PRIVATE", IPC_PRIVATE, "always a new segment, found by its id only"},
};

inline constexpr std::array segmentFlags{
    Constant{"IPC_CREAT", IPC_CREAT, "create the segment if the key has none"},
    Constant{"IPC_EXCL", IPC_EXCL, "with IPC_CREAT: fail if the key already has one"},
    Constant{"SHM_NORESERVE", SHM_NORESERVE, "promise no memory for it beforehand"},
    Constant{"SHM_HUGETLB", SHM_HUGETLB, "in huge pages"},
};

inline constexpr std::array attachFlags{
    Constant{"SHM_RDONLY", SHM_RDONLY, "attach for reading only: a write is a SIGSEGV"},
    Constant{"SHM_RND", SHM_RND, "round shmaddr down to a page"},
    Constant{"SHM_REMAP", SHM_REMAP, "replace what is mapped at shmaddr"},
    Constant{"SHM_EXEC", SHM_EXEC, "let the contents be executed"},
};

inline constexpr std::array segmentCommands{
    Constant{"IPC_STAT", IPC_STAT, "read the segment's shmid_ds"},
    Constant{"IPC_SET", IPC_SET, "change owner and mode"},
    Constant{"IPC_RMID", IPC_RMID, "mark it removed; it lives until the last detach"},
    Constant{"SHM_LOCK", SHM_LOCK, "keep its pages in memory"},
    Constant{"SHM_UNLOCK", SHM_UNLOCK, "let its pages be swapped out again"},
};

inline constexpr std::array protections{
    Constant{"PROT_NONE", PROT_NONE, "no access"},
    Constant{"PROT_READ", PROT_READ, "may be read"},
    Constant{"PROT_WRITE", PROT_WRITE, "may be written"},
    Constant{"PROT_EXEC", PROT_EXEC, "may be executed"},
};

inline constexpr Parameter segmentParameter{
    .name = "shmid",
    .ctype = "int",
    .kind = ParameterKind::SegmentId,
    .constants = {},
    .hint = "the identifier that shmget returned, not the key",
    .initial = "shm",
};

inline constexpr std::array shmgetParameters{
    Parameter{.name = "key",
              .ctype = "key_t",
              .kind = ParameterKind::Key,
              .constants = segmentKeys,
              .hint = "the same key finds the same segment",
              .initial = "1234"},
    Parameter{.name = "size",
              .ctype = "size_t",
              .kind = ParameterKind::Size,
              .constants = {},
              .hint = "bytes; memory comes in pages of 4096, and only where it is touched",
              .initial = "4096"},
    Parameter{.name = "shmflg",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = segmentFlags,
              .hasMode = true,
              .hint = "without mode bits a new segment shuts out everyone, its creator too",
              .initial = "IPC_CREAT|0644"},
};

inline constexpr std::array shmgetErrors{
    ErrorEntry{EACCES, "the segment exists and denies a permission bit that was asked for"},
    ErrorEntry{EEXIST, "IPC_CREAT|IPC_EXCL, and the key already has a segment"},
    ErrorEntry{EINVAL,
               "a new segment of 0 bytes or above shmmax, or more bytes than the existing one has"},
    ErrorEntry{ENFILE, "the system has no open file free"},
    ErrorEntry{ENOENT, "the key has no segment, and IPC_CREAT was not given"},
    ErrorEntry{ENOMEM, "more memory than the kernel can promise"},
    ErrorEntry{ENOSPC, "the limit of segments (shmmni) or of their pages (shmall) is reached"},
    ErrorEntry{EPERM, "SHM_HUGETLB without the right to it"},
};

inline constexpr std::array shmatParameters{
    segmentParameter,
    Parameter{.name = "shmaddr",
              .ctype = "const void *",
              .kind = ParameterKind::AddressIn,
              .constants = {},
              .hint = "NULL lets the kernel choose the address",
              .initial = "NULL"},
    Parameter{.name = "shmflg",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = attachFlags,
              .hint = "0 is for reading and writing",
              .initial = "0"},
};

inline constexpr std::array shmatErrors{
    ErrorEntry{EACCES, "the mode bits do not let this process read, or write without SHM_RDONLY"},
    ErrorEntry{EIDRM, "the segment was removed during the call"},
    ErrorEntry{EINVAL, "no segment has this id, or shmaddr is in use, NULL with SHM_REMAP, or not "
                       "on a page without SHM_RND"},
    ErrorEntry{ENOMEM,
               "the address space has no room for it (RLIMIT_AS), or shmaddr is no user address"},
    ErrorEntry{EPERM, "shmaddr is below the lowest address that may be mapped"},
};

inline constexpr std::array shmdtParameters{
    Parameter{.name = "shmaddr",
              .ctype = "const void *",
              .kind = ParameterKind::AddressIn,
              .constants = {},
              .hint = "the address that shmat returned",
              .initial = "p"},
};

inline constexpr std::array shmdtErrors{
    ErrorEntry{EINVAL, "no segment is attached at this address"},
};

inline constexpr std::array shmctlParameters{
    segmentParameter,
    Parameter{.name = "cmd",
              .ctype = "int",
              .kind = ParameterKind::Command,
              .constants = segmentCommands,
              .hint = "IPC_SET and IPC_RMID are for the owner and the creator",
              .initial = "IPC_STAT"},
    Parameter{.name = "buf",
              .ctype = "struct shmid_ds *",
              .kind = ParameterKind::SegmentStruct,
              .constants = {},
              .hint = "NULL for IPC_RMID",
              .initial = "&ds"},
};

inline constexpr std::array shmctlErrors{
    ErrorEntry{EACCES, "IPC_STAT, and the mode bits do not let this process read"},
    ErrorEntry{EFAULT, "buf is not an address of this process"},
    ErrorEntry{EIDRM, "the segment was removed during the call"},
    ErrorEntry{EINVAL, "no segment has this id, or cmd is not a command"},
    ErrorEntry{ENOMEM, "SHM_LOCK of more than RLIMIT_MEMLOCK"},
    ErrorEntry{
        EPERM,
        "IPC_SET or IPC_RMID by neither owner nor creator, or SHM_LOCK with RLIMIT_MEMLOCK 0"},
};

inline constexpr std::array mprotectParameters{
    Parameter{.name = "addr",
              .ctype = "void *",
              .kind = ParameterKind::AddressIn,
              .constants = {},
              .hint = "an address on a page",
              .initial = "p"},
    Parameter{.name = "length",
              .ctype = "size_t",
              .kind = ParameterKind::Size,
              .constants = {},
              .hint = "bytes; whole pages count",
              .initial = "4096"},
    Parameter{.name = "prot",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = protections,
              .hint = "a segment that was attached SHM_RDONLY stays so",
              .initial = "PROT_READ"},
};

inline constexpr std::array mprotectErrors{
    ErrorEntry{EACCES, "PROT_WRITE on a segment that was attached SHM_RDONLY"},
    ErrorEntry{EINVAL, "addr is not on a page"},
    ErrorEntry{ENOMEM, "nothing is mapped there"},
};

inline constexpr std::array munmapParameters{
    Parameter{.name = "addr",
              .ctype = "void *",
              .kind = ParameterKind::AddressIn,
              .constants = {},
              .hint = "an address on a page",
              .initial = "p"},
    Parameter{.name = "length",
              .ctype = "size_t",
              .kind = ParameterKind::Size,
              .constants = {},
              .hint = "bytes; whole pages count",
              .initial = "4096"},
};

inline constexpr std::array munmapErrors{
    ErrorEntry{EINVAL, "addr is not on a page, or length is 0"},
};

inline constexpr std::array sharedMemoryCalls{
    CatalogueEntry{.id = CallId::Shmget,
                   .name = "shmget",
                   .header = "sys/shm.h",
                   .section = "shmget(2)",
                   .mechanism = "shared memory",
                   .summary = "Finds the segment of a key, or creates it.",
                   .ctype = "int",
                   .result = ResultKind::SegmentId,
                   .target = "shm",
                   .number = SYS_shmget,
                   .parameters = shmgetParameters,
                   .errors = shmgetErrors},
    CatalogueEntry{.id = CallId::Shmat,
                   .name = "shmat",
                   .header = "sys/shm.h",
                   .section = "shmop(2)",
                   .mechanism = "shared memory",
                   .summary =
                       "Attaches the segment: its memory appears at an address of this process.",
                   .ctype = "void *",
                   .result = ResultKind::AddressResult,
                   .target = "p",
                   .number = SYS_shmat,
                   .parameters = shmatParameters,
                   .errors = shmatErrors},
    CatalogueEntry{.id = CallId::Shmdt,
                   .name = "shmdt",
                   .header = "sys/shm.h",
                   .section = "shmop(2)",
                   .mechanism = "shared memory",
                   .summary = "Detaches the segment: its address is no longer there.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_shmdt,
                   .parameters = shmdtParameters,
                   .errors = shmdtErrors},
    CatalogueEntry{.id = CallId::Shmctl,
                   .name = "shmctl",
                   .header = "sys/shm.h",
                   .section = "shmctl(2)",
                   .mechanism = "shared memory",
                   .summary = "Reads, changes, locks or removes the segment itself.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_shmctl,
                   .parameters = shmctlParameters,
                   .errors = shmctlErrors},
    CatalogueEntry{.id = CallId::Mprotect,
                   .name = "mprotect",
                   .header = "sys/mman.h",
                   .section = "mprotect(2)",
                   .mechanism = "shared memory",
                   .summary = "Changes what this process may do with pages it has.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_mprotect,
                   .parameters = mprotectParameters,
                   .errors = mprotectErrors},
    CatalogueEntry{.id = CallId::Munmap,
                   .name = "munmap",
                   .header = "sys/mman.h",
                   .section = "mmap(2)",
                   .mechanism = "shared memory",
                   .summary = "Takes pages away; a whole segment counts as detached.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_munmap,
                   .parameters = munmapParameters,
                   .errors = munmapErrors},
};

} // namespace ipclab::table
