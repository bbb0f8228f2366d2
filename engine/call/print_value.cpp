#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "engine/call/types.h"

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

/// (char[64])"hello": the zero bytes at the end are not written out.
std::string printArray(const CharArray& array) {
    const std::string& bytes = array.bytes;
    const std::size_t last = bytes.find_last_not_of('\0');
    const std::size_t length = last == std::string::npos ? 0 : last + 1;
    const std::string text = printText(bytes.substr(0, length));
    // "x" * 4000 binds less tightly than a cast.
    const bool isOne = text.ends_with('"');
    return fmt::format("(char[{}]){}{}{}", bytes.size(), isOne ? "" : "(", text, isOne ? "" : ")");
}

std::string printArray(const IntArray& array) {
    const std::string items = fmt::format("{{{}}}", fmt::join(array.items, ", "));
    return array.items.size() > 1 ? items : fmt::format("(int[1]){}", items);
}

std::string printPointer(const Address& address) {
    constexpr std::uint64_t failed = ~std::uint64_t{0};
    if (address.at == failed && address.width == 1 && address.isSigned) return "(void *)-1";
    const std::string_view type = pointerTo(address.width, address.isSigned);
    if (address.at == failed) return fmt::format("({})-1", type);
    return address.at == 0 ? fmt::format("({})NULL", type)
                           : fmt::format("({}){:#x}", type, address.at);
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
    if (const auto* array = std::get_if<IntArray>(&value)) return printArray(*array);
    if (const auto* array = std::get_if<CharArray>(&value)) return printArray(*array);
    if (const auto* address = std::get_if<Address>(&value)) return printPointer(*address);
    if (const auto* segment = std::get_if<SegmentStat>(&value)) return printStat(*segment);
    return printStat(std::get<QueueStat>(value));
}

} // namespace ipclab
