#include "engine/observe/queue_table.h"

#include <algorithm>
#include <fcntl.h>
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
    QueueTable table;
    table.file_ = Fd(::open("/proc/sysvipc/msg", O_RDONLY | O_CLOEXEC));
    if (!table.file_) return systemError("opening /proc/sysvipc/msg");
    return table;
}

Result<std::string> QueueTable::text(std::size_t limit) const {
    std::string text;
    // The kernel gives at most a page at a time, always whole lines.
    for (char part[8192]; text.size() <= limit;) {
        const ssize_t size =
            ::pread(file_.get(), part, sizeof(part), static_cast<off_t>(text.size()));
        if (size < 0) return systemError("reading /proc/sysvipc/msg");
        if (size == 0) return text;
        text.append(part, static_cast<std::size_t>(size));
    }
    text.resize(text.rfind('\n', limit - 1) + 1);
    return text;
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
