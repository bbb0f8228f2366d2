#include "engine/base/result.h"

#include <csignal>
#include <cstring>

namespace ipclab {

std::string Error::message() const {
    if (number == 0) return what;
    const char* words = ::strerrordesc_np(number);
    return what + ": " + (words ? words : "unknown error") + " (" + errnoName(number) + ")";
}

std::unexpected<Error> systemError(std::string what, int number) {
    return std::unexpected(Error{std::move(what), number});
}

std::unexpected<Error> failure(std::string what) {
    return std::unexpected(Error{std::move(what), 0});
}

std::string errnoName(int number) {
    const char* name = ::strerrorname_np(number);
    return name ? name : "errno " + std::to_string(number);
}

int errnoNumber(std::string_view name) {
    constexpr int highestErrno = 133; // EHWPOISON, the last one on Linux
    for (int number = 1; number <= highestErrno; ++number) {
        const char* candidate = ::strerrorname_np(number);
        if (candidate && name == candidate) return number;
    }
    if (name == "EWOULDBLOCK") return EWOULDBLOCK;
    return 0;
}

std::string signalName(int number) {
    const char* name = ::sigabbrev_np(number);
    return name ? std::string("SIG") + name : "signal " + std::to_string(number);
}

int signalNumber(std::string_view name) {
    if (!name.starts_with("SIG")) return 0;
    for (int number = 1; number < NSIG; ++number) {
        const char* candidate = ::sigabbrev_np(number);
        if (candidate && name.substr(3) == candidate) return number;
    }
    return 0;
}

} // namespace ipclab
