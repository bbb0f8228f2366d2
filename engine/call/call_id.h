// call: every call described once, a call as a value, and the language that writes it down.
#pragma once

#include <cstdint>

namespace ipclab {

/// The calls the lab can make. Each has one entry in the catalogue and one function in workers/.
enum class CallId : std::uint8_t { Msgget, Msgsnd, Msgrcv, Msgctl, Kill, Sigaction };

inline constexpr int callCount = 6;

} // namespace ipclab
