#include "engine/call/catalogue.h"
#include "engine/call/language.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <linux/msg.h>

namespace ipclab {

namespace {

/// Longer runs of one byte are written as "x" * 8192.
constexpr std::size_t longestRun = 64;

std::string printText(const std::string& text) {
    const bool isRun = text.size() > longestRun &&
                       std::ranges::all_of(text, [&text](char c) { return c == text[0]; });
    return isRun ? fmt::format("{} * {}", quoted(text.substr(0, 1)), text.size()) : quoted(text);
}

std::string printStat(const QueueStat& stat) {
    return fmt::format("{{.msg_perm.mode = 0{:03o}, .msg_perm.uid = {}, .msg_perm.gid = {}, "
                       ".msg_qnum = {}, .msg_cbytes = {}, .msg_qbytes = {}, .msg_lspid = {}, "
                       ".msg_lrpid = {}}}",
                       stat.mode, stat.uid, stat.gid, stat.qnum, stat.cbytes, stat.qbytes,
                       stat.lspid, stat.lrpid);
}

std::string printStat(const SegmentStat& stat) {
    return fmt::format("{{.shm_perm.mode = 0{:03o}, .shm_perm.uid = {}, .shm_perm.gid = {}, "
                       ".shm_segsz = {}, .shm_nattch = {}, .shm_cpid = {}, .shm_lpid = {}}}",
                       stat.mode, stat.uid, stat.gid, stat.segsz, stat.nattch, stat.cpid,
                       stat.lpid);
}

std::string flags(CallId id, std::size_t parameter, std::int64_t value) {
    return printFlags(entryOf(id).parameters[parameter], value);
}

std::string pointer(const ResolvedCall& call, std::size_t place, std::string_view buffer) {
    if ((call.flags & rawAddress) == 0) return std::string(buffer);
    return call.args[place] == 0 ? "NULL" : fmt::format("(void *){}", call.args[place]);
}

std::string printControl(const ResolvedCall& call) {
    const auto& [id, command, mode, uid, gid, qbytes] = call.args;
    std::string buffer = "&ds";
    if (command == IPC_RMID) buffer = "NULL";
    if (command == IPC_SET)
        buffer = fmt::format("{{.msg_perm.mode = 0{:03o}, .msg_perm.uid = {}, .msg_perm.gid = {}, "
                             ".msg_qbytes = {}}}",
                             mode, uid, gid, qbytes);
    return fmt::format("msgctl({}, {}, {})", id, flags(call.id, 1, command),
                       pointer(call, 2, buffer));
}

std::string printSigaction(const ResolvedCall& call) {
    constexpr std::array<std::string_view, 3> dispositions{"SIG_DFL", "SIG_IGN", "handler"};
    const auto disposition = static_cast<std::size_t>(std::clamp<std::int64_t>(call.args[1], 0, 2));
    return fmt::format("sigaction({}, {{{}, {}}}, NULL)", flags(call.id, 0, call.args[0]),
                       dispositions[disposition], flags(call.id, 1, call.args[2]));
}

} // namespace

std::string print(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
    if (const auto* text = std::get_if<std::string>(&value)) return printText(*text);
    if (const auto* message = std::get_if<MessageBuffer>(&value))
        return fmt::format("{{{}, {}}}", message->mtype, printText(message->mtext));
    if (const auto* array = std::get_if<IntArray>(&value))
        return fmt::format("{{{}}}", fmt::join(array->items, ", "));
    if (const auto* address = std::get_if<Address>(&value))
        return address->at == ~std::uint64_t{0} ? "(void *)-1" : fmt::format("{:#x}", address->at);
    if (const auto* segment = std::get_if<SegmentStat>(&value)) return printStat(*segment);
    return printStat(std::get<QueueStat>(value));
}

std::string printResolved(const ResolvedCall& call) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Msgget:
        return fmt::format("msgget({}, {})", flags(call.id, 0, args[0]),
                           flags(call.id, 1, args[1]));
    case CallId::Msgsnd:
        return fmt::format("msgsnd({}, {}, {}, {})", args[0],
                           pointer(call, 4, print(Value(MessageBuffer{args[1], call.data}))),
                           args[2], flags(call.id, 3, args[3]));
    case CallId::Msgrcv:
        return fmt::format("msgrcv({}, {}, {}, {}, {})", args[0], pointer(call, 4, "&rbuf"),
                           args[1], args[2], flags(call.id, 4, args[3]));
    case CallId::Msgctl:
        return printControl(call);
    case CallId::Kill:
        return fmt::format("kill({}, {})", args[0], flags(call.id, 1, args[1]));
    case CallId::Sigaction:
        return printSigaction(call);
    default:
        break;
    }
    return {};
}

} // namespace ipclab
