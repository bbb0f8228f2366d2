#include "gui/panels/kernel_table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace ipclab {

namespace {

constexpr std::size_t permsField = 2;

/// The numbers of one line; false when it holds something else, or more or fewer of them.
template <std::size_t fields>
bool readLine(std::string_view line, std::array<std::int64_t, fields>& numbers) {
    std::size_t field = 0;
    while (true) {
        const std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos) return field == fields;
        if (field == fields) return false;
        line.remove_prefix(begin);
        const int base = field == permsField ? 8 : 10; // the kernel prints perms with %o
        const auto [end, error] =
            std::from_chars(line.data(), line.data() + line.size(), numbers[field], base);
        if (error != std::errc()) return false;
        line.remove_prefix(static_cast<std::size_t>(end - line.data()));
        ++field;
    }
}

/// A row of each line that has as many numbers as the table has fields.
template <std::size_t fields, class Row, class Make>
std::vector<Row> readRows(std::string_view text, Make make) {
    std::vector<Row> rows;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::array<std::int64_t, fields> numbers{};
        if (readLine(text.substr(0, end), numbers)) rows.push_back(make(numbers));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return rows;
}

} // namespace

std::vector<KernelRow> readKernelTable(std::string_view text) {
    return readRows<14, KernelRow>(text, [](const auto& n) {
        const auto number = [&n](std::size_t field) {
            return static_cast<std::uint32_t>(n[field]);
        };
        KernelRow row;
        row.key = static_cast<std::int32_t>(n[0]);
        row.msqid = static_cast<std::int32_t>(n[1]);
        row.mode = number(permsField);
        row.usedBytes = static_cast<std::uint64_t>(n[3]);
        row.messages = static_cast<std::uint64_t>(n[4]);
        row.lspid = static_cast<std::int32_t>(n[5]);
        row.lrpid = static_cast<std::int32_t>(n[6]);
        row.uid = number(7);
        row.gid = number(8);
        row.cuid = number(9);
        row.cgid = number(10);
        row.sent = n[11];
        row.received = n[12];
        row.changed = n[13];
        return row;
    });
}

std::vector<SegmentRow> readSegmentRows(std::string_view text) {
    return readRows<16, SegmentRow>(text, [](const auto& n) {
        constexpr std::int64_t modeBits = 0777, destBit = 01000;
        SegmentRow row;
        row.key = static_cast<std::int32_t>(n[0]);
        row.shmid = static_cast<std::int32_t>(n[1]);
        row.mode = static_cast<std::uint32_t>(n[permsField] & modeBits);
        row.dest = (n[permsField] & destBit) != 0;
        row.bytes = static_cast<std::uint64_t>(n[3]);
        row.cpid = static_cast<std::int32_t>(n[4]);
        row.lpid = static_cast<std::int32_t>(n[5]);
        row.attached = static_cast<std::uint64_t>(n[6]);
        row.uid = static_cast<std::uint32_t>(n[7]);
        row.attachedAt = n[11];
        row.detachedAt = n[12];
        row.changed = n[13];
        row.rss = static_cast<std::uint64_t>(n[14]);
        return row;
    });
}

} // namespace ipclab
