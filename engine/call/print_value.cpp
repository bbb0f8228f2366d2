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

} // namespace ipclab
