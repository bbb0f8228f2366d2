#include "engine/call/c_names.h"

#include "engine/call/catalogue.h"
#include "engine/call/function.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

/// Keywords up to C23 and GNU C, macros in small letters, and what the rendered program uses.
constexpr auto reserved = std::to_array<std::string_view>({
    "alignas",      "alignof",  "argc",          "argv",     "asm",        "action",
    "atoi",         "auto",     "bool",          "break",    "case",       "change",
    "char",         "const",    "constexpr",     "continue", "default",    "do",
    "double",       "else",     "enum",          "errno",    "extern",     "false",
    "float",        "for",      "fprintf",       "getpid",   "goto",       "got",
    "if",           "inline",   "int",           "kill",     "linux",      "long",
    "main",         "memcpy",   "memset",        "message",  "msg_cbytes", "msgctl",
    "msgget",       "msgrcv",   "msgsnd",        "nullptr",  "onSignal",   "perror",
    "printf",       "register", "restrict",      "result",   "return",     "sa_handler",
    "sa_sigaction", "short",    "sigaction",     "sigmask",  "signed",     "sigemptyset",
    "sizeof",       "static",   "static_assert", "st_atime", "st_ctime",   "st_mtime",
    "stderr",       "stdin",    "stdout",        "struct",   "switch",     "thread_local",
    "true",         "times",    "turn",          "typedef",  "typeof",     "typeof_unqual",
    "bytes",        "size",     "exec",          "getopt",   "limit",      "nowhere",
    "union",        "unix",     "unsigned",      "void",     "volatile",   "while",
    "child",        "next",     "untilNext",     "fflush",   "getppid",    "clock_gettime",
});

/// Macros without an underscore that <limits.h>, <signal.h>, <stdio.h> and their like define.
constexpr auto macros = std::to_array<std::string_view>({
    "ACCESSPERMS",
    "ALLPERMS",
    "BUFSIZ",
    "DEFFILEMODE",
    "EOF",
    "MINSIGSTKSZ",
    "NFDBITS",
    "NGREG",
    "NSIG",
    "NZERO",
    "NULL",
    "WCONTINUED",
    "WEXITED",
    "WNOHANG",
    "WNOWAIT",
    "WSTOPPED",
    "WUNTRACED",
});

/// What the other macros of those headers start with.
constexpr auto prefixes = std::to_array<std::string_view>({
    "AIO_",       "ARG_",      "BC_",    "BIG_",   "BOOL_",       "BUS_",      "BYTE_",
    "CHAR",       "CLD_",      "CLOSE_", "COLL_",  "DELAYTIMER_", "EXIT_",     "EXPR_",
    "FD_",        "FILENAME_", "FOPEN_", "FPE_",   "FP_",         "F_",        "HOST_",
    "ILL_",       "INT_",      "IOV_",   "IPC_",   "LINE_",       "LITTLE_",   "LLONG_",
    "LOGIN_",     "LONG_",     "L_",     "MAX_",   "MB_",         "MQ_",       "MSG_",
    "NAME_",      "NGROUPS_",  "NL_",    "PATH_",  "PDP_",        "PIPE_",     "POLL_",
    "PTHREAD_",   "P_",        "RAND_",  "REG_",   "RENAME_",     "RE_",       "RTSIG_",
    "R_",         "SA_",       "SCHAR_", "SEEK_",  "SEGV_",       "SEM_",      "SHRT_",
    "SIG",        "SI_",       "SSIZE_", "SS_",    "STATX_",      "STDERR_",   "STDIN_",
    "STDOUT_",    "S_",        "TEMP_",  "TMP_",   "TRAP_",       "TTY_",      "UCHAR_",
    "UINT_",      "ULLONG_",   "ULONG_", "USHRT_", "UTIME_",      "WORD_",     "W_",
    "XATTR_",     "X_",        "si_",    "sigev_", "AT_",         "ATOMIC_",   "DN_",
    "FALLOC_",    "FAPPEND",   "FASYNC", "FFSYNC", "FNDELAY",     "FNONBLOCK", "LOCK_",
    "MADV_",      "MAP_",      "MCL_",   "MFD_",   "MLOCK_",      "MREMAP_",   "MS_",
    "O_",         "PKEY_",     "POSIX_", "PRIO_",  "PROT_",       "RLIM",      "RUSAGE_",
    "SHM",        "SPLICE_",   "SYNC_",  "RWF_",   "RWH_",        "WAIT_",     "WCORE",
    "FD_CLOEXEC", "CLOCK",     "TIMER_", "TIME_",  "clock_",      "ADJ_",      "MOD_",
    "STA_",
});

bool isReservedInC(std::string_view name) {
    const auto isStart = [name](std::string_view prefix) { return name.starts_with(prefix); };
    return entryOf(name) != nullptr || functionNamed(name) != nullptr ||
           std::ranges::find(reserved, name) != reserved.end() ||
           std::ranges::find(macros, name) != macros.end() ||
           std::ranges::any_of(prefixes, isStart);
}

} // namespace

std::string CNames::take(std::string_view preferred) {
    // Names that start with an underscore belong to the compiler.
    std::string name = preferred.starts_with('_') ? "v" : "";
    name += preferred;
    if (isReservedInC(name)) name += '_';
    while (taken_.contains(name))
        name += '_';
    taken_.insert(name);
    return name;
}

} // namespace ipclab
