#include "engine/journal/spill.h"

#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ipclab {

namespace {

Result<Fd> unnamedFile() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    int problem = ENOENT;
    for (const char* folder : {cache, "/var/tmp", "/tmp"}) {
        if (!folder || *folder == '\0') continue;
        Fd file(::open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (file) return file;
        problem = errno;
    }
    return systemError("no unnamed file in $XDG_CACHE_HOME, /var/tmp or /tmp", problem);
}

} // namespace

Result<std::uint64_t> Spill::append(std::string_view bytes) {
    if (!file_) {
        auto file = unnamedFile();
        if (!file) return std::unexpected(file.error());
        file_ = std::move(*file);
    }
    const std::uint64_t place = end_;
    while (!bytes.empty()) {
        const ssize_t wrote =
            ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(end_));
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return systemError("writing the spilled events");
        end_ += static_cast<std::uint64_t>(wrote);
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return place;
}

Result<std::string> Spill::read(std::uint64_t place, std::size_t size) const {
    std::string bytes(size, '\0');
    for (std::size_t have = 0; have < size;) {
        const ssize_t got = ::pread(file_.get(), bytes.data() + have, size - have,
                                    static_cast<off_t>(place + have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return systemError("reading the spilled events");
        if (got == 0) return failure("the spilled events end too early");
        have += static_cast<std::size_t>(got);
    }
    return bytes;
}

} // namespace ipclab
