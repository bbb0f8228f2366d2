#include "engine/call/print_call.h"

#include <fcntl.h>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// Flags by their names for F_SETFL, FD_CLOEXEC for F_SETFD; bytes are a number.
std::string printFcntl(const ResolvedCall& call) {
    const auto [fd, command, argument] = std::tuple(call.args[0], call.args[1], call.args[2]);
    std::string last;
    if (command == F_SETFL || command == F_SETFD)
        last = ", " + printFlags(call.id, 2, argument);
    else if (command != F_GETFL && command != F_GETFD && command != F_GETPIPE_SZ)
        last = fmt::format(", {}", argument);
    return fmt::format("fcntl({}, {}{})", fd, printFlags(call.id, 1, command), last);
}

} // namespace

std::string printPipeCall(const ResolvedCall& call) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Pipe:
        return fmt::format("pipe({})", printBuffer(call, 2, "fd"));
    case CallId::Pipe2:
        return fmt::format("pipe2({}, {})", printBuffer(call, 2, "fd"),
                           printFlags(call.id, 1, args[0]));
    case CallId::Read:
        return fmt::format("read({}, {}, {})", args[0], printBuffer(call, 2, "buf"), args[1]);
    case CallId::Write:
        return fmt::format("write({}, {}, {})", args[0],
                           printBuffer(call, 2, printBytes(call.data)), args[1]);
    case CallId::Dup:
        return fmt::format("dup({})", args[0]);
    case CallId::Dup2:
        return fmt::format("dup2({}, {})", args[0], args[1]);
    case CallId::Fcntl:
        return printFcntl(call);
    case CallId::Lseek:
        return fmt::format("lseek({}, {}, {})", args[0], args[1], printFlags(call.id, 2, args[2]));
    default:
        return fmt::format("close({})", args[0]);
    }
}

} // namespace ipclab
