#include "engine/observe/segment_memory.h"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/uio.h>

namespace ipclab {

namespace {

constexpr std::uint64_t pageBytes = 4096;

std::string readAll(const std::string& path) {
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text;
    for (char part[16384]; file;) {
        const ssize_t size = ::read(file.get(), part, sizeof(part));
        if (size <= 0) break;
        text.append(part, static_cast<std::size_t>(size));
    }
    return text;
}

/// "7f12…-7f13… rw-s 00000000 00:01 32768    /SYSV000004d2 (deleted)": the inode is the id.
bool parseMapping(const std::string& line, SegmentMapping& mapping) {
    unsigned long start = 0, end = 0, offset = 0, inode = 0;
    char rights[8] = {};
    int name = 0;
    const int taken = std::sscanf(line.c_str(), "%lx-%lx %7s %lx %*x:%*x %lu %n", &start, &end,
                                  rights, &offset, &inode, &name);
    if (taken < 5 || name == 0 || end <= start) return false;
    const std::string_view path = std::string_view(line).substr(static_cast<std::size_t>(name));
    if (!path.starts_with("/SYSV") || !path.ends_with(" (deleted)")) return false;
    mapping = {static_cast<std::int32_t>(inode), start, end - start, offset, rights[0] == 'r'};
    return true;
}

} // namespace

std::vector<SegmentMapping> parseMappings(std::string_view maps) {
    std::vector<SegmentMapping> all;
    while (!maps.empty()) {
        const std::size_t end = std::min(maps.find('\n'), maps.size());
        SegmentMapping mapping;
        if (parseMapping(std::string(maps.substr(0, end)), mapping)) all.push_back(mapping);
        maps.remove_prefix(std::min(end + 1, maps.size()));
    }
    return all;
}

SegmentMappings segmentMappingsOf(pid_t pid) {
    const std::string maps = readAll("/proc/" + std::to_string(pid) + "/maps");
    return {parseMappings(maps), !maps.empty()};
}

Result<ProcessMemory> ProcessMemory::open(pid_t pid) {
    ProcessMemory memory;
    memory.pid_ = pid;
    const std::string path = "/proc/" + std::to_string(pid) + "/pagemap";
    memory.pagemap_ = Fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!memory.pagemap_) return systemError("opening " + path);
    return memory;
}

bool ProcessMemory::present(std::uint64_t address, std::span<bool> pages) const {
    constexpr std::uint64_t presentBit = std::uint64_t{1} << 63;
    std::vector<std::uint64_t> entries(pages.size());
    const std::size_t bytes = entries.size() * sizeof(entries[0]);
    const auto at = static_cast<off_t>(address / pageBytes * sizeof(entries[0]));
    if (::pread(pagemap_.get(), entries.data(), bytes, at) != static_cast<ssize_t>(bytes))
        return false;
    for (std::size_t i = 0; i < pages.size(); ++i)
        pages[i] = (entries[i] & presentBit) != 0;
    return true;
}

std::size_t ProcessMemory::read(std::uint64_t address, std::span<char> bytes) const {
    const iovec here{bytes.data(), bytes.size()};
    const iovec there{reinterpret_cast<void*>(address), bytes.size()};
    const ssize_t size = ::process_vm_readv(pid_, &here, 1, &there, 1, 0);
    return size < 0 ? 0 : static_cast<std::size_t>(size);
}

} // namespace ipclab
