#pragma once

#include <cstdint>
#include <ctime>

namespace ipclab {

/// Nanoseconds of CLOCK_MONOTONIC, the clock that every event is stamped with. clock_gettime(2).
inline std::int64_t monotonicNs() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

} // namespace ipclab
