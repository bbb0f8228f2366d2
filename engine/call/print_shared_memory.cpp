#include "engine/call/catalogue.h"
#include "engine/call/print_call.h"

#include <fmt/format.h>
#include <linux/shm.h>

namespace ipclab {

namespace {

std::string printShmctl(const ResolvedCall& call) {
    const auto& args = call.args;
    std::string buffer = args[1] == IPC_STAT ? "&ds" : "NULL";
    if (args[1] == IPC_SET)
        buffer = fmt::format("{{.shm_perm.mode = 0{:03o}, .shm_perm.uid = {}, .shm_perm.gid = {}}}",
                             args[2], args[3], args[4]);
    return fmt::format("shmctl({}, {}, {})", args[0], printFlags(call.id, 1, args[1]),
                       printBuffer(call, 2, buffer));
}

} // namespace

std::string printSharedMemoryCall(const ResolvedCall& call) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Shmget:
        return fmt::format("shmget({}, {}, {})", printFlags(call.id, 0, args[0]), args[1],
                           printFlags(call.id, 2, args[2]));
    case CallId::Shmat:
        return fmt::format("shmat({}, {}, {})", args[0], printAddress(args[1]),
                           printFlags(call.id, 2, args[2]));
    case CallId::Shmdt:
        return fmt::format("shmdt({})", printAddress(args[0]));
    case CallId::Mprotect:
        return fmt::format("mprotect({}, {}, {})", printAddress(args[0]), args[1],
                           printFlags(call.id, 2, args[2]));
    case CallId::Munmap:
        return fmt::format("munmap({}, {})", printAddress(args[0]), args[1]);
    default:
        return printShmctl(call);
    }
}

} // namespace ipclab
