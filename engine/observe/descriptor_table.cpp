#include "engine/observe/descriptor_table.h"

#include "engine/base/fd.h"

#include <algorithm>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string>
#include <sys/stat.h>

namespace ipclab {

namespace {

using event::SeenDescriptor;

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

std::string linkTarget(int folder, const char* name) {
    char target[PATH_MAX];
    const ssize_t size = ::readlinkat(folder, name, target, sizeof(target));
    return {target, static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

/// The line "flags:" of fdinfo is octal, with O_CLOEXEC of the descriptor among those of the file.
void readFlags(int process, SeenDescriptor& seen) {
    const Fd info(
        ::openat(process, ("fdinfo/" + std::to_string(seen.fd)).c_str(), O_RDONLY | O_CLOEXEC));
    char text[512] = {};
    if (!info || ::pread(info.get(), text, sizeof(text) - 1, 0) <= 0) return;
    const char* line = std::strstr(text, "flags:");
    if (!line) return;
    const unsigned long flags = std::strtoul(line + std::strlen("flags:"), nullptr, 8);
    seen.closeOnExec = (flags & O_CLOEXEC) != 0;
    seen.flags = static_cast<std::uint32_t>(flags & ~static_cast<unsigned long>(O_CLOEXEC));
}

SeenDescriptor look(int process, int table, int fd, const std::string& cwd) {
    SeenDescriptor seen;
    seen.fd = fd;
    const std::string name = std::to_string(fd);
    seen.target = linkTarget(table, name.c_str());
    if (!cwd.empty() && seen.target.starts_with(cwd + "/")) seen.target.erase(0, cwd.size() + 1);
    struct stat is{};
    if (::fstatat(table, name.c_str(), &is, 0) == 0) seen.file = {is.st_mode, is.st_dev, is.st_ino};
    readFlags(process, seen);
    return seen;
}

} // namespace

Result<std::vector<SeenDescriptor>> descriptorsOf(pid_t pid) {
    const std::string path = "/proc/" + std::to_string(pid);
    const Fd process(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!process) return systemError("opening " + path);
    const Folder table(::opendir((path + "/fd").c_str()));
    if (!table) return systemError("opening " + path + "/fd");
    const std::string cwd = linkTarget(process.get(), "cwd");
    std::vector<SeenDescriptor> descriptors;
    while (const dirent* entry = ::readdir(table.get())) {
        int fd = -1;
        const char* const end = entry->d_name + std::strlen(entry->d_name);
        if (std::from_chars(entry->d_name, end, fd).ptr != end || fd >= firstOwnDescriptor)
            continue;
        descriptors.push_back(look(process.get(), ::dirfd(table.get()), fd, cwd));
    }
    std::ranges::sort(descriptors, {}, &SeenDescriptor::fd);
    return descriptors;
}

} // namespace ipclab
