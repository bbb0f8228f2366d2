#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <cerrno>
#include <sys/syscall.h>

/// What the catalogue knows of ftok(3): a key made of a file and a number.
namespace ipclab::table {

inline constexpr std::array ftokParameters{
    Parameter{.name = "pathname",
              .ctype = "const char *",
              .kind = ParameterKind::Path,
              .constants = {},
              .hint = "a file that is there, whatever it holds; ram/same-key-1 and ram/same-key-2 "
                      "have the same key",
              .initial = "\"keyfile\""},
    Parameter{.name = "proj_id",
              .ctype = "int",
              .kind = ParameterKind::Number,
              .constants = {},
              .hint = "only the lowest eight bits count",
              .initial = "1"},
};

inline constexpr std::array ftokErrors{
    ErrorEntry{ELOOP, "too many symbolic links"},
    ErrorEntry{ENAMETOOLONG, "the name is too long"},
    ErrorEntry{ENOENT, "there is nothing with this name"},
    ErrorEntry{ENOTDIR, "a part of the path is no folder"},
};

inline constexpr std::array keyCalls{
    CatalogueEntry{.id = CallId::Ftok,
                   .name = "ftok",
                   .header = "sys/ipc.h",
                   .section = "ftok(3)",
                   .mechanism = "ftok",
                   .summary = "Makes a key of a file's device and inode and a number.",
                   .ctype = "key_t",
                   .result = ResultKind::Key,
                   .target = "key",
                   .number = SYS_newfstatat,
                   .parameters = ftokParameters,
                   .errors = ftokErrors},
};

} // namespace ipclab::table
