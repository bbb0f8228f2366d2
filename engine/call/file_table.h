#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/syscall.h>

/// What the catalogue knows of FIFOs and of names in the lab's scratch folder: fifo(7),
/// mkfifo(3), open(2), unlink(2), link(2), symlink(2), rename(2), chmod(2).
namespace ipclab::table {

inline constexpr std::array openFlags{
    Constant{"O_RDONLY", O_RDONLY, "read only; opening a FIFO waits for a writer"},
    Constant{"O_WRONLY", O_WRONLY, "write only; opening a FIFO waits for a reader"},
    Constant{"O_RDWR", O_RDWR, "read and write; opening a FIFO does not wait"},
    Constant{"O_NONBLOCK", O_NONBLOCK, "do not wait: neither in open nor in read and write"},
    Constant{"O_CREAT", O_CREAT, "create the file if there is none"},
    Constant{"O_EXCL", O_EXCL, "with O_CREAT: fail if there is one"},
    Constant{"O_TRUNC", O_TRUNC, "empty the file"},
    Constant{"O_APPEND", O_APPEND, "write at the end of the file"},
    Constant{"O_CLOEXEC", O_CLOEXEC, "close the descriptor when another program is started"},
    Constant{"O_DIRECT", O_DIRECT, "packets: one read takes what one write wrote"},
};

inline constexpr std::array mkfifoParameters{
    Parameter{.name = "pathname",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "a name in the lab's scratch folder",
              .initial = "\"fifo\""},
    Parameter{.name = "mode",
              .ctype = "mode_t",
              .kind = ParameterKind::Flags,
              .constants = {},
              .hasMode = true,
              .hint = "the umask takes bits away",
              .initial = "0666"},
};

inline constexpr std::array mkfifoErrors{
    ErrorEntry{EEXIST, "there is something with this name"},
    ErrorEntry{ENAMETOOLONG, "the name is too long"},
    ErrorEntry{ENOENT, "a folder of the path is not there"},
    ErrorEntry{ENOSPC, "the file system is full"},
    ErrorEntry{ENOTDIR, "a part of the path is no folder"},
};

inline constexpr std::array openParameters{
    Parameter{.name = "pathname",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "a name in the lab's scratch folder",
              .initial = "\"fifo\""},
    Parameter{.name = "flags",
              .ctype = "int",
              .kind = ParameterKind::Flags,
              .constants = openFlags,
              .hint = "opening one end of a FIFO sleeps until somebody opens the other",
              .initial = "O_RDONLY"},
    Parameter{.name = "mode",
              .ctype = "mode_t",
              .kind = ParameterKind::Flags,
              .constants = {},
              .hasMode = true,
              .hint = "of a new file, with O_CREAT",
              .initial = "0644",
              .optional = true},
};

inline constexpr std::array openErrors{
    ErrorEntry{EACCES, "the mode bits do not let this process open it so"},
    ErrorEntry{EEXIST, "O_CREAT|O_EXCL, and there is something with this name"},
    ErrorEntry{EINTR, "a signal handler ran while open slept"},
    ErrorEntry{EINVAL, "flags that do not go together, or that the file system does not know"},
    ErrorEntry{EISDIR, "a folder cannot be written"},
    ErrorEntry{ELOOP, "too many symbolic links"},
    ErrorEntry{EMFILE, "this process has no descriptor free (RLIMIT_NOFILE)"},
    ErrorEntry{ENAMETOOLONG, "the name is too long"},
    ErrorEntry{ENFILE, "the system has no open file free"},
    ErrorEntry{ENOENT, "there is nothing with this name, and O_CREAT was not given"},
    ErrorEntry{ENOSPC, "the file system is full"},
    ErrorEntry{ENOTDIR, "a part of the path is no folder"},
    ErrorEntry{ENXIO, "O_WRONLY|O_NONBLOCK on a FIFO that nobody reads"},
};

inline constexpr std::array unlinkParameters{
    Parameter{.name = "pathname",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "a name in the lab's scratch folder",
              .initial = "\"fifo\""},
};

inline constexpr std::array unlinkErrors{
    ErrorEntry{EISDIR, "it is a folder"},
    ErrorEntry{ENAMETOOLONG, "the name is too long"},
    ErrorEntry{ENOENT, "there is nothing with this name"},
    ErrorEntry{ENOTDIR, "a part of the path is no folder"},
};

inline constexpr std::array linkParameters{
    Parameter{.name = "oldpath",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "what is there",
              .initial = "\"keyfile\""},
    Parameter{.name = "newpath",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "the new name",
              .initial = "\"other\""},
};

inline constexpr std::array linkErrors{
    ErrorEntry{EEXIST, "there is something with the new name"},
    ErrorEntry{ENOENT, "there is nothing with the old name"},
    ErrorEntry{ENOTDIR, "a part of the path is no folder"},
    ErrorEntry{EPERM, "it is a folder, or a file of another user that this process may not write"},
    ErrorEntry{EXDEV, "the names are on different file systems"},
};

inline constexpr std::array symlinkParameters{
    Parameter{.name = "target",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "what the link leads to",
              .initial = "\"keyfile\""},
    Parameter{.name = "linkpath",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "the name of the link",
              .initial = "\"link\""},
};

inline constexpr std::array symlinkErrors{
    ErrorEntry{EEXIST, "there is something with this name"},
    ErrorEntry{ENAMETOOLONG, "the name is too long"},
    ErrorEntry{ENOENT, "target is empty, or a folder of the path is not there"},
    ErrorEntry{ENOSPC, "the file system is full"},
};

inline constexpr std::array renameParameters{
    Parameter{.name = "oldpath",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "what is there",
              .initial = "\"keyfile\""},
    Parameter{.name = "newpath",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "the new name",
              .initial = "\"other\""},
};

inline constexpr std::array renameErrors{
    ErrorEntry{ENOENT, "there is nothing with the old name"},
    ErrorEntry{ENOTDIR, "a part of the path is no folder"},
    ErrorEntry{EXDEV, "the names are on different file systems"},
};

inline constexpr std::array chmodParameters{
    Parameter{.name = "pathname",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "a name in the lab's scratch folder",
              .initial = "\"keyfile\""},
    Parameter{.name = "mode",
              .ctype = "mode_t",
              .kind = ParameterKind::Flags,
              .constants = {},
              .hasMode = true,
              .hint = "rwx of owner, group and others",
              .initial = "0600"},
};

inline constexpr std::array chmodErrors{
    ErrorEntry{ENOENT, "there is nothing with this name"},
    ErrorEntry{ENOTDIR, "a part of the path is no folder"},
    ErrorEntry{EPERM, "the file belongs to another user"},
};

inline constexpr std::array fileCalls{
    CatalogueEntry{.id = CallId::Mkfifo,
                   .name = "mkfifo",
                   .header = "sys/stat.h",
                   .section = "mkfifo(3)",
                   .mechanism = "FIFO",
                   .summary = "Creates a FIFO: a pipe with a name.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_mknodat,
                   .parameters = mkfifoParameters,
                   .errors = mkfifoErrors},
    CatalogueEntry{.id = CallId::Open,
                   .name = "open",
                   .header = "fcntl.h",
                   .section = "open(2)",
                   .mechanism = "FIFO",
                   .summary = "Opens a file or one end of a FIFO.",
                   .ctype = "int",
                   .result = ResultKind::Descriptor,
                   .target = "f",
                   .number = SYS_openat,
                   .parameters = openParameters,
                   .errors = openErrors},
    CatalogueEntry{.id = CallId::Unlink,
                   .name = "unlink",
                   .header = "unistd.h",
                   .section = "unlink(2)",
                   .mechanism = "file",
                   .summary = "Removes a name; what is open stays until it is closed.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_unlink,
                   .parameters = unlinkParameters,
                   .errors = unlinkErrors},
    CatalogueEntry{.id = CallId::Link,
                   .name = "link",
                   .header = "unistd.h",
                   .section = "link(2)",
                   .mechanism = "file",
                   .summary = "Gives a file a second name: the same inode.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_link,
                   .parameters = linkParameters,
                   .errors = linkErrors},
    CatalogueEntry{.id = CallId::Symlink,
                   .name = "symlink",
                   .header = "unistd.h",
                   .section = "symlink(2)",
                   .mechanism = "file",
                   .summary = "Creates a symbolic link: a file of its own that holds a path.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_symlink,
                   .parameters = symlinkParameters,
                   .errors = symlinkErrors},
    CatalogueEntry{.id = CallId::Rename,
                   .name = "rename",
                   .header = "stdio.h",
                   .section = "rename(2)",
                   .mechanism = "file",
                   .summary = "Gives a file another name; what had that name is gone.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_rename,
                   .parameters = renameParameters,
                   .errors = renameErrors},
    CatalogueEntry{.id = CallId::Chmod,
                   .name = "chmod",
                   .header = "sys/stat.h",
                   .section = "chmod(2)",
                   .mechanism = "file",
                   .summary = "Changes who may read and write a file.",
                   .ctype = "int",
                   .result = ResultKind::Zero,
                   .target = "",
                   .number = SYS_chmod,
                   .parameters = chmodParameters,
                   .errors = chmodErrors},
};

} // namespace ipclab::table
