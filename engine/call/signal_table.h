#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/syscall.h>

/// What the catalogue knows of signals: kill(2) and sigaction(2), as far as they end a sleep.
namespace ipclab::table {

inline constexpr std::array signalNames{
    Constant{"SIGUSR1", SIGUSR1, "for the program's own use"},
    Constant{"SIGUSR2", SIGUSR2, "for the program's own use"},
    Constant{"SIGINT", SIGINT, "Ctrl+C at the terminal"},
    Constant{"SIGTERM", SIGTERM, "please end"},
    Constant{"SIGKILL", SIGKILL, "end at once; cannot be caught"},
    Constant{"SIGSTOP", SIGSTOP, "stop; cannot be caught"},
    Constant{"SIGCONT", SIGCONT, "go on after a stop"},
    Constant{"SIGHUP", SIGHUP, "the terminal is gone"},
    Constant{"SIGQUIT", SIGQUIT, "end with a core dump"},
    Constant{"SIGALRM", SIGALRM, "a timer ran out"},
    Constant{"SIGCHLD", SIGCHLD, "a child ended or stopped"},
    Constant{"SIGPIPE", SIGPIPE, "a write to a pipe that nobody reads"},
    Constant{"SIGSEGV", SIGSEGV, "an access to memory that is not there"},
    Constant{"SIGTSTP", SIGTSTP, "Ctrl+Z at the terminal"},
};

inline constexpr std::array dispositions{
    Constant{"handler", 2, "run a handler function"},
    Constant{"SIG_IGN", 1, "ignore the signal"},
    Constant{"SIG_DFL", 0, "what the system does by default"},
    Constant{"SA_RESTART", SA_RESTART, "restart interrupted calls; msgsnd and msgrcv never are"},
    Constant{"SA_RESETHAND", SA_RESETHAND, "back to the default after one signal"},
    Constant{"SA_NODEFER", SA_NODEFER, "do not block the signal inside its handler"},
};

inline constexpr std::array killParameters{
    Parameter{.name = "pid",
              .ctype = "pid_t",
              .kind = ParameterKind::ProcessRef,
              .constants = {},
              .hint = "a process of this lab; the lab signals no other",
              .initial = "B"},
    Parameter{.name = "sig",
              .ctype = "int",
              .kind = ParameterKind::SignalNumber,
              .constants = signalNames,
              .hint = "0 only checks that the process is there",
              .initial = "SIGUSR1"},
};

inline constexpr std::array killErrors{
    ErrorEntry{EINVAL, "no such signal number"},
    ErrorEntry{EPERM, "the process belongs to another user"},
};

inline constexpr std::array sigactionParameters{
    Parameter{.name = "signum",
              .ctype = "int",
              .kind = ParameterKind::SignalNumber,
              .constants = signalNames,
              .hint = "not SIGKILL and not SIGSTOP",
              .initial = "SIGUSR1"},
    Parameter{.name = "act",
              .ctype = "const struct sigaction *",
              .kind = ParameterKind::Disposition,
              .constants = dispositions,
              .hint = "a handler makes a sleeping msgrcv return EINTR",
              .initial = "{handler, 0}"},
    Parameter{.name = "oldact",
              .ctype = "struct sigaction *",
              .kind = ParameterKind::Pointer,
              .constants = {},
              .hint = "NULL",
              .initial = "NULL"},
};

inline constexpr std::array sigactionErrors{
    ErrorEntry{EINVAL, "no such signal, or SIGKILL or SIGSTOP"},
};

inline constexpr std::array signalCalls{
    CatalogueEntry{.id = CallId::Kill,
                   .name = "kill",
                   .header = "signal.h",
                   .section = "kill(2)",
                   .mechanism = "signal",
                   .summary = "Sends a signal to a process.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_kill,
                   .parameters = killParameters,
                   .errors = killErrors},
    CatalogueEntry{.id = CallId::Sigaction,
                   .name = "sigaction",
                   .header = "signal.h",
                   .section = "sigaction(2)",
                   .mechanism = "signal",
                   .summary = "Says what this process does when a signal comes.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_rt_sigaction,
                   .parameters = sigactionParameters,
                   .errors = sigactionErrors},
};

} // namespace ipclab::table
