#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// What the catalogue knows of the calls on descriptors, whatever they lead to: close(2), dup(2),
/// fcntl(2), lseek(2).
namespace ipclab::table {

inline constexpr std::array fcntlCommands{
    Constant{"F_GETFL", F_GETFL, "read the flags of the open file"},
    Constant{"F_SETFL", F_SETFL, "set O_NONBLOCK, O_APPEND and O_DIRECT of the open file"},
    Constant{"F_GETFD", F_GETFD, "read FD_CLOEXEC of the descriptor"},
    Constant{"F_SETFD", F_SETFD, "set FD_CLOEXEC of the descriptor"},
    Constant{"F_GETPIPE_SZ", F_GETPIPE_SZ, "read the capacity of the pipe in bytes"},
    Constant{"F_SETPIPE_SZ", F_SETPIPE_SZ,
             "change the capacity; rounded up to a power of two of pages"},
    Constant{"F_DUPFD", F_DUPFD, "copy the descriptor to the lowest free number from arg on"},
};

inline constexpr std::array fcntlArguments{
    Constant{"O_NONBLOCK", O_NONBLOCK, "fail with EAGAIN instead of sleeping"},
    Constant{"O_APPEND", O_APPEND, "write at the end of the file"},
    Constant{"O_DIRECT", O_DIRECT, "packets: one read takes what one write wrote"},
    Constant{"FD_CLOEXEC", FD_CLOEXEC, "close the descriptor when another program is started"},
};

inline constexpr std::array seekFrom{
    Constant{"SEEK_SET", SEEK_SET, "counted from the beginning"},
    Constant{"SEEK_CUR", SEEK_CUR, "counted from where it is"},
    Constant{"SEEK_END", SEEK_END, "counted from the end"},
};

inline constexpr std::array closeParameters{
    Parameter{.name = "fd",
              .ctype = "int",
              .kind = ParameterKind::Descriptor,
              .constants = {},
              .hint = "a reader gets end-of-file only when every write end is closed",
              .initial = "fd[1]"},
};

inline constexpr std::array closeErrors{
    ErrorEntry{EBADF, "fd is not open"},
};

inline constexpr std::array dupParameters{
    Parameter{.name = "oldfd",
              .ctype = "int",
              .kind = ParameterKind::Descriptor,
              .constants = {},
              .hint = "the copy has the lowest free number",
              .initial = "fd[1]"},
};

inline constexpr std::array dupErrors{
    ErrorEntry{EBADF, "oldfd is not open"},
    ErrorEntry{EMFILE, "this process has no descriptor free (RLIMIT_NOFILE)"},
};

inline constexpr std::array dup2Parameters{
    Parameter{.name = "oldfd",
              .ctype = "int",
              .kind = ParameterKind::Descriptor,
              .constants = {},
              .hint = "the descriptor to copy",
              .initial = "fd[1]"},
    Parameter{.name = "newfd",
              .ctype = "int",
              .kind = ParameterKind::Descriptor,
              .constants = {},
              .hint = "its number from now on: 0 standard input, 1 standard output",
              .initial = "1"},
};

inline constexpr std::array dup2Errors{
    ErrorEntry{EBADF, "oldfd is not open, or newfd is negative or above the limit"},
};

inline constexpr std::array fcntlParameters{
    Parameter{.name = "fd",
              .ctype = "int",
              .kind = ParameterKind::Descriptor,
              .constants = {},
              .hint = "fd[0] is the read end of a pipe, fd[1] the write end",
              .initial = "fd[0]"},
    Parameter{.name = "cmd",
              .ctype = "int",
              .kind = ParameterKind::Command,
              .constants = fcntlCommands,
              .hint = "the open file is shared with a forked child, and so is O_NONBLOCK",
              .initial = "F_SETFL"},
    Parameter{.name = "arg",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = fcntlArguments,
              .hint = "flags or bytes; nothing for F_GETFL, F_GETFD, F_GETPIPE_SZ",
              .initial = "O_NONBLOCK",
              .optional = true},
};

inline constexpr std::array fcntlErrors{
    ErrorEntry{EBADF, "fd is not open, or is no pipe"},
    ErrorEntry{EBUSY, "F_SETPIPE_SZ, and more pages are in use than it would leave"},
    ErrorEntry{EINVAL, "cmd is not a command, or arg is out of its range"},
    ErrorEntry{EMFILE, "this process has no descriptor free (RLIMIT_NOFILE)"},
    ErrorEntry{ENOMEM, "the kernel has no memory for the pages"},
    ErrorEntry{EPERM, "F_SETPIPE_SZ above pipe-max-size"},
};

inline constexpr std::array lseekParameters{
    Parameter{.name = "fd",
              .ctype = "int",
              .kind = ParameterKind::Descriptor,
              .constants = {},
              .hint = "fd[0] is the read end of a pipe, fd[1] the write end",
              .initial = "fd[0]"},
    Parameter{.name = "offset",
              .ctype = "off_t",
              .kind = ParameterKind::Number,
              .constants = {},
              .hint = "bytes, negative ones too",
              .initial = "0"},
    Parameter{.name = "whence",
              .ctype = "int",
              .kind = ParameterKind::Command,
              .constants = seekFrom,
              .hint = "where offset is counted from",
              .initial = "SEEK_CUR"},
};

inline constexpr std::array lseekErrors{
    ErrorEntry{EBADF, "fd is not open"},
    ErrorEntry{EINVAL, "the position would be negative, or whence is none of the three"},
    ErrorEntry{ESPIPE, "fd leads to a pipe, FIFO or terminal"},
};

inline constexpr std::array descriptorCalls{
    CatalogueEntry{.id = CallId::Close,
                   .name = "close",
                   .header = "unistd.h",
                   .section = "close(2)",
                   .mechanism = "pipe",
                   .summary =
                       "Gives a descriptor back; the last one of a pipe's end closes that end.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_close,
                   .parameters = closeParameters,
                   .errors = closeErrors},
    CatalogueEntry{.id = CallId::Dup,
                   .name = "dup",
                   .header = "unistd.h",
                   .section = "dup(2)",
                   .mechanism = "pipe",
                   .summary = "Makes a second descriptor for the same open file.",
                   .ctype = "int",
                   .result = ResultKind::Descriptor,
                   .target = "f",
                   .number = SYS_dup,
                   .parameters = dupParameters,
                   .errors = dupErrors},
    CatalogueEntry{.id = CallId::Dup2,
                   .name = "dup2",
                   .header = "unistd.h",
                   .section = "dup(2)",
                   .mechanism = "pipe",
                   .summary = "Makes newfd lead where oldfd leads; what newfd was is closed.",
                   .ctype = "int",
                   .result = ResultKind::Descriptor,
                   .target = "",
                   .number = SYS_dup2,
                   .parameters = dup2Parameters,
                   .errors = dup2Errors},
    CatalogueEntry{.id = CallId::Fcntl,
                   .name = "fcntl",
                   .header = "fcntl.h",
                   .section = "fcntl(2)",
                   .mechanism = "pipe",
                   .summary =
                       "Reads or changes what belongs to a descriptor, its open file, or its pipe.",
                   .ctype = "int",
                   .result = ResultKind::Number,
                   .target = "",
                   .number = SYS_fcntl,
                   .parameters = fcntlParameters,
                   .errors = fcntlErrors},
    CatalogueEntry{.id = CallId::Lseek,
                   .name = "lseek",
                   .header = "unistd.h",
                   .section = "lseek(2)",
                   .mechanism = "pipe",
                   .summary = "Moves the position in a file; a pipe has none.",
                   .ctype = "off_t",
                   .result = ResultKind::Number,
                   .target = "",
                   .number = SYS_lseek,
                   .parameters = lseekParameters,
                   .errors = lseekErrors},
};

} // namespace ipclab::table
