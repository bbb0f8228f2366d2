// supervisor: parent of a lab's workers. It starts them under their identity, watches the kernel,
// and when the engine's end closes, kills them and removes what they created. One thread, one loop.
#pragma once

#include <cstdint>

namespace ipclab {

struct Options {
    bool privateNamespace = false;
    std::uint64_t msgmni = 0; ///< 0: as the kernel has it
    std::uint64_t shmmni = 0; ///< likewise
    std::uint64_t shmall = 0; ///< likewise
    bool allowRoot = false;
};

} // namespace ipclab
