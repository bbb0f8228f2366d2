#include "engine/call/catalogue.h"
#include "engine/call/print_call.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <linux/msg.h>

namespace ipclab {

namespace {

std::string printMsgctl(const ResolvedCall& call) {
    const auto& [id, command, mode, uid, gid, qbytes] = call.args;
    std::string buffer = "&ds";
    if (command == IPC_RMID) buffer = "NULL";
    if (command == IPC_SET)
        buffer = fmt::format("{{.msg_perm.mode = 0{:03o}, .msg_perm.uid = {}, .msg_perm.gid = {}, "
                             ".msg_qbytes = {}}}",
                             mode, uid, gid, qbytes);
    return fmt::format("msgctl({}, {}, {})", id, printFlags(call.id, 1, command),
                       printBuffer(call, 2, buffer));
}

std::string printQueueCall(const ResolvedCall& call) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Msgget:
        return fmt::format("msgget({}, {})", printFlags(call.id, 0, args[0]),
                           printFlags(call.id, 1, args[1]));
    case CallId::Msgsnd:
        return fmt::format("msgsnd({}, {}, {}, {})", args[0],
                           printBuffer(call, 4, print(Value(MessageBuffer{args[1], call.data}))),
                           args[2], printFlags(call.id, 3, args[3]));
    case CallId::Msgrcv:
        return fmt::format("msgrcv({}, {}, {}, {}, {})", args[0], printBuffer(call, 4, "&rbuf"),
                           args[1], args[2], printFlags(call.id, 4, args[3]));
    default:
        return printMsgctl(call);
    }
}

std::string printSignalCall(const ResolvedCall& call) {
    if (call.id == CallId::Kill)
        return fmt::format("kill({}, {})", call.args[0], printFlags(call.id, 1, call.args[1]));
    constexpr std::array<std::string_view, 3> dispositions{"SIG_DFL", "SIG_IGN", "handler"};
    const auto disposition = static_cast<std::size_t>(std::clamp<std::int64_t>(call.args[1], 0, 2));
    return fmt::format("sigaction({}, {{{}, {}}}, NULL)", printFlags(call.id, 0, call.args[0]),
                       dispositions[disposition], printFlags(call.id, 1, call.args[2]));
}

std::string printProcessCall(const ResolvedCall& call) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Wait:
        return fmt::format("wait({})", printBuffer(call, 2, "NULL"));
    case CallId::Exit:
        return fmt::format("exit({})", args[0]);
    case CallId::Setrlimit:
        return fmt::format("setrlimit({}, {{{}, {}}})", printFlags(call.id, 0, args[0]), args[1],
                           args[2]);
    default:
        return "fork()";
    }
}

} // namespace

std::string printFlags(CallId id, std::size_t parameter, std::int64_t value) {
    return printFlags(entryOf(id).parameters[parameter], value);
}

std::string printAddress(std::int64_t address, std::string_view type) {
    constexpr std::int64_t smallest = 4096; // below are the numbers that somebody wrote on purpose
    if (address == 0) return "NULL";
    if (address > -smallest && address < smallest) return fmt::format("({}){}", type, address);
    return fmt::format("({}){:#x}", type, static_cast<std::uint64_t>(address));
}

std::string printBuffer(const ResolvedCall& call, std::size_t place, std::string_view buffer) {
    if ((call.flags & rawAddress) == 0) return std::string(buffer);
    return printAddress(call.args[place]);
}

std::string printBytes(const std::string& bytes) {
    return print(Value(bytes));
}

std::string printResolved(const ResolvedCall& call) {
    const std::string_view mechanism = entryOf(call.id).mechanism;
    if (mechanism == "message queue") return printQueueCall(call);
    if (mechanism == "signal") return printSignalCall(call);
    if (mechanism == "pipe") return printPipeCall(call);
    if (mechanism == "process") return printProcessCall(call);
    if (mechanism == "shared memory") return printSharedMemoryCall(call);
    if (mechanism == "memory") return printMemoryCall(call);
    return printFileCall(call);
}

} // namespace ipclab
