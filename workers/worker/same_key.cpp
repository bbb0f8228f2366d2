#include "workers/worker/same_key.h"

#include "engine/base/fd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>

namespace ipclab {

namespace {

constexpr std::array<std::string_view, 2> paths{"ram/same-key-1", "ram/same-key-2"};
constexpr std::size_t folderLetters = 4; // "ram/"

const char* nameOf(std::size_t which) {
    return paths[which].data() + folderLetters;
}

/// The folder, locked: two processes may ask at once.
Fd openFolder() {
    Fd folder(::open("ram", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    while (folder && ::flock(folder.get(), LOCK_EX) != 0)
        if (errno != EINTR) return {};
    return folder;
}

std::optional<ino_t> inodeOf(const Fd& folder, std::size_t which) {
    struct stat file{};
    if (::fstatat(folder.get(), nameOf(which), &file, AT_SYMLINK_NOFOLLOW) != 0) return {};
    return file.st_ino;
}

bool make(const Fd& folder, std::size_t which) {
    return ::mknodat(folder.get(), nameOf(which), S_IFREG | 0644, 0) == 0;
}

bool remove(const Fd& folder, std::size_t which) {
    return ::unlinkat(folder.get(), nameOf(which), 0) == 0 || errno == ENOENT;
}

/// A file system in memory counts its inodes, so the number wanted comes again within 65 536 files.
/// Others make files there at the same time, perhaps just such a pair, and each takes numbers: the
/// one wanted can go to them, round after round, so every single file is looked at.
bool makeSecond(const Fd& folder, ino_t first) {
    constexpr ino_t keyBits = 0xffff;
    constexpr int rounds = 64;
    constexpr int most = rounds * 65536;
    for (int made = 0; made < most; ++made) {
        if (!make(folder, 1)) return false;
        const auto second = inodeOf(folder, 1);
        if (!second) return false;
        if (((first ^ *second) & keyBits) == 0) return true;
        if (!remove(folder, 1)) return false;
    }
    return false;
}

} // namespace

void makeSameKeyPair(const std::string& path) {
    if (std::ranges::find(paths, std::string_view(path)) == paths.end()) return;
    const Fd folder = openFolder();
    if (!folder || (inodeOf(folder, 0) && inodeOf(folder, 1))) return;
    if (!remove(folder, 0) || !remove(folder, 1) || !make(folder, 0)) return;
    const auto first = inodeOf(folder, 0);
    if (first && makeSecond(folder, *first)) return;
    (void)remove(folder, 0);
    (void)remove(folder, 1);
}

} // namespace ipclab
