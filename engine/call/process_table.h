#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <sys/resource.h>
#include <sys/syscall.h>

/// What the catalogue knows of processes: fork(2), wait(2), exit(3), setrlimit(2).
namespace ipclab::table {

inline constexpr std::array resources{
    Constant{"RLIMIT_NOFILE", RLIMIT_NOFILE, "one more than the highest descriptor"},
    Constant{"RLIMIT_AS", RLIMIT_AS, "bytes of address space"},
    Constant{"RLIMIT_MEMLOCK", RLIMIT_MEMLOCK, "bytes that may be locked into memory"},
    Constant{"RLIMIT_NPROC", RLIMIT_NPROC, "processes that its user may have when it forks"},
};

inline constexpr std::array forkErrors{
    ErrorEntry{EAGAIN, "no more processes are allowed (RLIMIT_NPROC, or the system's limit)"},
    ErrorEntry{ENOMEM, "the kernel has no memory for the copy"},
};

inline constexpr std::array limitValues{
    Constant{"RLIM_INFINITY", static_cast<std::int64_t>(RLIM_INFINITY), "no limit"},
};

inline constexpr std::array waitParameters{
    Parameter{.name = "wstatus",
              .ctype = "int *",
              .kind = ParameterKind::StatusOut,
              .constants = {},
              .hint = "NULL, or a variable for how the child ended",
              .initial = "NULL"},
};

inline constexpr std::array waitErrors{
    ErrorEntry{ECHILD, "this process has no child"},
    ErrorEntry{EFAULT, "wstatus is not an address of this process"},
    ErrorEntry{EINTR, "a signal handler without SA_RESTART ran while it slept"},
};

inline constexpr std::array exitParameters{
    Parameter{.name = "status",
              .ctype = "int",
              .kind = ParameterKind::Number,
              .constants = {},
              .hint = "0 is success; only the lowest eight bits count",
              .initial = "0"},
};

inline constexpr std::array setrlimitParameters{
    Parameter{.name = "resource",
              .ctype = "int",
              .kind = ParameterKind::Command,
              .constants = resources,
              .hint = "which limit",
              .initial = "RLIMIT_NOFILE"},
    Parameter{.name = "rlim",
              .ctype = "const struct rlimit *",
              .kind = ParameterKind::LimitsIn,
              .constants = limitValues,
              .hint = "{soft, hard}: the soft one counts, the hard one is how far it can be raised",
              .initial = "{5, 5}"},
};

inline constexpr std::array setrlimitErrors{
    ErrorEntry{EINVAL, "no such limit, or the soft one is above the hard one"},
    ErrorEntry{EPERM, "the hard limit can only be lowered"},
};

inline constexpr std::array processCalls{
    CatalogueEntry{
        .id = CallId::Fork,
        .name = "fork",
        .header = "unistd.h",
        .section = "fork(2)",
        .mechanism = "process",
        .summary = "Makes a copy of this process; it returns twice: the child's pid here, 0 there.",
        .ctype = "pid_t",
        .result = ResultKind::Pid,
        .target = "pid",
        .number = SYS_clone,
        .parameters = {},
        .errors = forkErrors},
    CatalogueEntry{.id = CallId::Wait,
                   .name = "wait",
                   .header = "sys/wait.h",
                   .section = "wait(2)",
                   .mechanism = "process",
                   .summary = "Sleeps until a child ends, and takes it away.",
                   .ctype = "pid_t",
                   .result = ResultKind::Pid,
                   .target = "",
                   .number = SYS_wait4,
                   .parameters = waitParameters,
                   .errors = waitErrors},
    CatalogueEntry{.id = CallId::Exit,
                   .name = "exit",
                   .header = "stdlib.h",
                   .section = "exit(3)",
                   .mechanism = "process",
                   .summary = "Ends this process; the kernel closes and detaches all it had.",
                   .ctype = "void",
                   .result = ResultKind::Never,
                   .target = "",
                   .number = SYS_exit_group,
                   .parameters = exitParameters,
                   .errors = {}},
    CatalogueEntry{.id = CallId::Setrlimit,
                   .name = "setrlimit",
                   .header = "sys/resource.h",
                   .section = "getrlimit(2)",
                   .mechanism = "process",
                   .summary = "Sets a limit of this process.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_prlimit64,
                   .parameters = setrlimitParameters,
                   .errors = setrlimitErrors},
};

} // namespace ipclab::table
