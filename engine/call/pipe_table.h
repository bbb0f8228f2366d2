#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// What the catalogue knows of pipes and of what goes through them: pipe(7), pipe(2), read(2),
/// write(2). What each errno means here was tried on Linux 6.18.
namespace ipclab::table {

inline constexpr std::array pipeFlags{
    Constant{"O_NONBLOCK", O_NONBLOCK, "fail with EAGAIN instead of sleeping"},
    Constant{"O_CLOEXEC", O_CLOEXEC, "close the descriptor when another program is started"},
    Constant{"O_DIRECT", O_DIRECT, "packets: one read takes what one write wrote"},
    // O_EXCL in another place; linux/watch_queue.h has the name.
    Constant{"O_NOTIFICATION_PIPE", O_EXCL, "the kernel's own messages come out of it"},
};

inline constexpr Parameter readParameter{
    .name = "fd",
    .ctype = "int",
    .kind = ParameterKind::Descriptor,
    .constants = {},
    .hint = "fd[0] is the read end of a pipe, fd[1] the write end",
    .initial = "fd[0]",
};

inline constexpr Parameter pairParameter{
    .name = "pipefd",
    .ctype = "int *",
    .kind = ParameterKind::DescriptorPair,
    .constants = {},
    .hint = "the array that both descriptors are stored in: [0] reads, [1] writes",
    .initial = "fd",
};

inline constexpr std::array pipeParameters{
    pairParameter,
};

inline constexpr std::array pipeErrors{
    ErrorEntry{EFAULT, "pipefd is not an address of this process"},
    ErrorEntry{EMFILE, "this process has no descriptor free (RLIMIT_NOFILE)"},
    ErrorEntry{ENFILE,
               "the system has no open file free, or the pipes of this user too many pages"},
};

inline constexpr std::array pipe2Parameters{
    pairParameter,
    Parameter{.name = "flags",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = pipeFlags,
              .hint = "0 is the same as pipe",
              .initial = "0"},
};

inline constexpr std::array pipe2Errors{
    ErrorEntry{EFAULT, "pipefd is not an address of this process"},
    ErrorEntry{EINVAL, "flags holds a bit that pipe2 does not know"},
    ErrorEntry{EMFILE, "this process has no descriptor free (RLIMIT_NOFILE)"},
    ErrorEntry{ENFILE,
               "the system has no open file free, or the pipes of this user too many pages"},
    ErrorEntry{ENOPKG, "O_NOTIFICATION_PIPE, and the kernel was built without it"},
};

inline constexpr std::array readParameters{
    readParameter,
    Parameter{.name = "buf",
              .ctype = "void *",
              .kind = ParameterKind::BufferOut,
              .constants = {},
              .hint = "the buffer that the bytes are copied into",
              .initial = "buf"},
    Parameter{.name = "count",
              .ctype = "size_t",
              .kind = ParameterKind::Size,
              .constants = {},
              .hint = "at most so many bytes; what is there is returned at once",
              .initial = "64"},
};

inline constexpr std::array readErrors{
    ErrorEntry{EAGAIN, "the pipe is empty, a writer has it open, and O_NONBLOCK is set"},
    ErrorEntry{EBADF, "fd is not open, or not for reading"},
    ErrorEntry{EFAULT, "buf is not an address of this process"},
    ErrorEntry{EINTR, "a signal handler without SA_RESTART ran while the reader slept"},
    ErrorEntry{EINVAL, "a file of O_DIRECT is read in whole blocks only"},
    ErrorEntry{EISDIR, "fd leads to a directory"},
};

inline constexpr std::array writeParameters{
    Parameter{.name = "fd",
              .ctype = "int",
              .kind = ParameterKind::Descriptor,
              .constants = {},
              .hint = "fd[0] is the read end of a pipe, fd[1] the write end",
              .initial = "fd[1]"},
    Parameter{.name = "buf",
              .ctype = "const void *",
              .kind = ParameterKind::BufferIn,
              .constants = {},
              .hint = "a text, or a variable that holds one",
              .initial = "\"hello\""},
    Parameter{.name = "count",
              .ctype = "size_t",
              .kind = ParameterKind::Size,
              .constants = {},
              .hint = "up to 4096 bytes (PIPE_BUF) are never mixed with those of others",
              .initial = "5"},
};

inline constexpr std::array writeErrors{
    ErrorEntry{EAGAIN, "the pipe has no room for it, and O_NONBLOCK is set"},
    ErrorEntry{EBADF, "fd is not open, or not for writing"},
    ErrorEntry{EFAULT, "buf is not an address of this process"},
    ErrorEntry{EINTR, "a signal handler without SA_RESTART ran before a byte was written"},
    ErrorEntry{EINVAL, "a file of O_DIRECT is written in whole blocks only"},
    ErrorEntry{ENOSPC, "the file system is full"},
    ErrorEntry{EPIPE,
               "nobody has the read end open; SIGPIPE comes first, and kills unless it is ignored"},
};

inline constexpr std::array pipeCalls{
    CatalogueEntry{.id = CallId::Pipe,
                   .name = "pipe",
                   .header = "unistd.h",
                   .section = "pipe(2)",
                   .mechanism = "pipe",
                   .summary = "Creates a pipe and opens both its ends.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_pipe2,
                   .parameters = pipeParameters,
                   .errors = pipeErrors},
    CatalogueEntry{.id = CallId::Pipe2,
                   .name = "pipe2",
                   .header = "unistd.h",
                   .section = "pipe(2)",
                   .mechanism = "pipe",
                   .summary = "Creates a pipe and opens both its ends, with flags.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_pipe2,
                   .parameters = pipe2Parameters,
                   .errors = pipe2Errors},
    CatalogueEntry{.id = CallId::Read,
                   .name = "read",
                   .header = "unistd.h",
                   .section = "read(2)",
                   .mechanism = "pipe",
                   .summary = "Takes bytes out of a pipe or file and copies them to the process.",
                   .ctype = "ssize_t",
                   .result = ResultKind::ByteCount,
                   .target = "",
                   .number = SYS_read,
                   .parameters = readParameters,
                   .errors = readErrors},
    CatalogueEntry{.id = CallId::Write,
                   .name = "write",
                   .header = "unistd.h",
                   .section = "write(2)",
                   .mechanism = "pipe",
                   .summary = "Copies bytes into a pipe or file.",
                   .ctype = "ssize_t",
                   .result = ResultKind::ByteCount,
                   .target = "",
                   .number = SYS_write,
                   .parameters = writeParameters,
                   .errors = writeErrors},
};

} // namespace ipclab::table
