#include "engine/observe/queue_table.h"

#include <limits>
#include <sstream>

namespace ipclab {

namespace {

bool parseLine(const std::string& line, QueueStat& stat) {
    // key msqid perms cbytes qnum lspid lrpid uid gid cuid cgid stime rtime ctime; perms is octal.
    std::istringstream words(line);
    std::string perms;
    words >> stat.key >> stat.id >> perms >> stat.cbytes >> stat.qnum >> stat.lspid >> stat.lrpid >>
        stat.uid >> stat.gid >> stat.cuid >> stat.cgid >> stat.stime >> stat.rtime >> stat.ctime;
    if (!words) return false;
    stat.mode = static_cast<std::uint32_t>(std::strtoul(perms.c_str(), nullptr, 8)) & 0777;
    return true;
}

} // namespace

Result<QueueTable> QueueTable::open() {
    auto file = SysvipcFile::open("/proc/sysvipc/msg");
    if (!file) return std::unexpected(file.error());
    return QueueTable(std::move(*file));
}

Result<std::vector<QueueStat>> QueueTable::queues() const {
    const auto whole = text(std::numeric_limits<std::int32_t>::max());
    if (!whole) return std::unexpected(whole.error());
    return parseQueueTable(*whole);
}

std::vector<QueueStat> parseQueueTable(std::string_view text) {
    std::vector<QueueStat> queues;
    std::istringstream lines{std::string(text)};
    std::string line;
    std::getline(lines, line); // the columns' names
    while (std::getline(lines, line)) {
        QueueStat stat;
        if (parseLine(line, stat)) queues.push_back(stat);
    }
    return queues;
}

} // namespace ipclab
