#pragma once

#include <cstdint>

namespace ipclab {

/// How sure it is that the lab made an object. IPC_CREAT without IPC_EXCL may have found one.
enum class ObjectOrigin : std::uint8_t { Found, PerhapsCreated, Created };

/// What a successful msgget or shmget with this key and these flags says of it.
[[nodiscard]] ObjectOrigin originBy(std::int64_t key, std::int64_t flags, bool existed);

} // namespace ipclab
