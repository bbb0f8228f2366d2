#include "engine/observe/segment_table.h"

#include <limits>
#include <sstream>

namespace ipclab {

namespace {

bool parseLine(const std::string& line, TabledSegment& segment) {
    // key shmid perms size cpid lpid nattch uid gid cuid cgid atime dtime ctime rss swap; perms is
    // octal and holds SHM_DEST and SHM_LOCKED too.
    constexpr unsigned long destBit = 01000, lockedBit = 02000;
    std::istringstream words(line);
    std::string perms;
    SegmentStat& stat = segment.stat;
    words >> stat.key >> stat.id >> perms >> stat.segsz >> stat.cpid >> stat.lpid >> stat.nattch >>
        stat.uid >> stat.gid >> stat.cuid >> stat.cgid >> stat.atime >> stat.dtime >> stat.ctime >>
        segment.rss >> segment.swap;
    if (!words) return false;
    const unsigned long mode = std::strtoul(perms.c_str(), nullptr, 8);
    stat.mode = static_cast<std::uint32_t>(mode & 0777);
    stat.dest = (mode & destBit) != 0;
    stat.locked = (mode & lockedBit) != 0;
    return true;
}

} // namespace

Result<SegmentTable> SegmentTable::open() {
    auto file = SysvipcFile::open("/proc/sysvipc/shm");
    if (!file) return std::unexpected(file.error());
    return SegmentTable(std::move(*file));
}

Result<std::vector<TabledSegment>> SegmentTable::segments() const {
    const auto whole = file_.text(std::numeric_limits<std::int32_t>::max());
    if (!whole) return std::unexpected(whole.error());
    return parseSegmentTable(*whole);
}

std::vector<TabledSegment> parseSegmentTable(std::string_view text) {
    std::vector<TabledSegment> segments;
    std::istringstream lines{std::string(text)};
    std::string line;
    std::getline(lines, line); // the columns' names
    while (std::getline(lines, line)) {
        TabledSegment segment;
        if (parseLine(line, segment)) segments.push_back(segment);
    }
    return segments;
}

} // namespace ipclab
