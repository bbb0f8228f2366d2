// The settings of an IPC namespace: /proc/sys/kernel/NAME, ipc_namespaces(7).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ipclab {

/// What a private lab sets in its own IPC namespace; 0 leaves it as the kernel has it.
struct IpcSysctls {
    std::uint64_t msgmni = 0;        ///< at most so many queues
    std::uint64_t shmmni = 0;        ///< at most so many segments
    std::uint64_t shmall = 0;        ///< at most so many pages of all segments
    std::uint64_t shmRmidForced = 0; ///< 1: a segment goes with its last attachment, or its maker
};

struct IpcSysctl {
    std::string_view name;
    std::uint64_t IpcSysctls::* value;
    std::uint64_t most; ///< that the lab sets
};

inline constexpr std::uint64_t mostIpcObjects = 32768; // IPCMNI

inline constexpr std::array ipcSysctls{
    IpcSysctl{"msgmni", &IpcSysctls::msgmni, mostIpcObjects},
    IpcSysctl{"shmmni", &IpcSysctls::shmmni, mostIpcObjects},
    IpcSysctl{"shmall", &IpcSysctls::shmall, 10'000'000},
    IpcSysctl{"shm_rmid_forced", &IpcSysctls::shmRmidForced, 1},
};

} // namespace ipclab
