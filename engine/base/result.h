// base: results that carry the failed call and its errno; errors are values, never exceptions.
#pragma once

#include <cerrno>
#include <expected>
#include <string>
#include <string_view>

namespace ipclab {

/// What failed, with the errno that the kernel gave (0 when no system call was involved).
struct Error {
    std::string what; ///< the call or the action that failed, in words a user can read
    int number = 0;   ///< errno, or 0

    /// "msgget(1234): No such file or directory (ENOENT)", or just `what` when number is 0.
    [[nodiscard]] std::string message() const;
};

template <class T> using Result = std::expected<T, Error>;

/// An Error for a system call that has just failed; `number` defaults to the current errno.
[[nodiscard]] std::unexpected<Error> systemError(std::string what, int number = errno);

/// An Error without errno.
[[nodiscard]] std::unexpected<Error> failure(std::string what);

/// "EIDRM" for 43; "errno 999" for a number without a name. Source: errno(3).
[[nodiscard]] std::string errnoName(int number);

/// 43 for "EIDRM"; 0 for a name that errno(3) does not list.
[[nodiscard]] int errnoNumber(std::string_view name);

/// "SIGKILL" for 9; "signal 99" for a number without a name. Source: signal(7).
[[nodiscard]] std::string signalName(int number);

/// 9 for "SIGKILL"; 0 for an unknown name.
[[nodiscard]] int signalNumber(std::string_view name);

} // namespace ipclab
