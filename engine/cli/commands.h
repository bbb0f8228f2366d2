#pragma once

#include <string>

namespace ipclab {

/// Exit statuses of ipclab-cli.
inline constexpr int exitHolds = 0;    ///< all expectations hold
inline constexpr int exitFails = 1;    ///< one does not, or a line could not be made or ended
inline constexpr int exitBadInput = 2; ///< a wrong script or command line; nothing was run
inline constexpr int exitNoLab = 3;    ///< the lab could not be opened
inline constexpr int exitNoOutput = 4; ///< what was to be printed could not be written

struct RunOptions {
    std::string input; ///< a lesson's name, a file, or - for standard input
    bool json = false;
    bool privateNamespace = false;
    bool allowRoot = false;
    int deadlineSeconds = 30; ///< for one step
};

/// `ipclab-cli run`: prints one line an event.
[[nodiscard]] int runInput(const RunOptions& options);
/// `ipclab-cli list`: the names of the lessons.
[[nodiscard]] int printLessons();
/// `ipclab-cli calls`: the catalogue.
[[nodiscard]] int printCalls();

} // namespace ipclab
