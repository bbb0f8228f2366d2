// supervisor: parent of a lab's workers. It starts them under their identity, watches the kernel,
// and when the engine's end closes, kills them and removes what they created. One thread, one loop.
#pragma once

#include "engine/base/ipc_sysctls.h"

namespace ipclab {

struct Options {
    bool privateNamespace = false;
    IpcSysctls sysctls{}; ///< of that namespace
    bool allowRoot = false;
};

} // namespace ipclab
