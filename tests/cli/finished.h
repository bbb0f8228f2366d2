#pragma once

#include <QByteArray>
#include <string>

namespace ipclab {

/// How a program ended, and what it wrote.
struct Finished {
    int status = -1; ///< -1: it did not end by itself in time
    QByteArray out, errors;
};

/// Runs a line of shell to its end; $CLI is ipclab-cli. `input` is its standard input, unless the
/// line redirects it.
[[nodiscard]] Finished runShell(const std::string& line, const std::string& input = {});

/// Plays a script with ipclab-cli.
[[nodiscard]] Finished play(const std::string& script);

} // namespace ipclab
