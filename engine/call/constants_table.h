#pragma once

#include "engine/call/catalogue.h"

#include <array>
#include <climits>
#include <sys/stat.h>

/// Names that C gives to numbers and that belong to no single call.
namespace ipclab::table {

inline constexpr std::array limits{
    Constant{"INT_MAX", INT_MAX, "the largest int"},
    Constant{"INT_MIN", INT_MIN, "the smallest int"},
    Constant{"LONG_MAX", LONG_MAX, "the largest long"},
    Constant{"LONG_MIN", LONG_MIN, "the smallest long"},
};

inline constexpr std::array modeBits{
    Constant{"S_IRUSR", S_IRUSR, "the owner may read"},
    Constant{"S_IWUSR", S_IWUSR, "the owner may write"},
    Constant{"S_IXUSR", S_IXUSR, "the owner's execute bit"},
    Constant{"S_IRGRP", S_IRGRP, "the group may read"},
    Constant{"S_IWGRP", S_IWGRP, "the group may write"},
    Constant{"S_IXGRP", S_IXGRP, "the group's execute bit"},
    Constant{"S_IROTH", S_IROTH, "others may read"},
    Constant{"S_IWOTH", S_IWOTH, "others may write"},
    Constant{"S_IXOTH", S_IXOTH, "the others' execute bit"},
};

} // namespace ipclab::table
