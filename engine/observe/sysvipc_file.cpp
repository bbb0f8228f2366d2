#include "engine/observe/sysvipc_file.h"

#include <fcntl.h>

namespace ipclab {

Result<SysvipcFile> SysvipcFile::open(const std::string& path) {
    SysvipcFile opened;
    opened.file_ = Fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!opened.file_) return systemError("opening " + path);
    opened.path_ = path;
    return opened;
}

Result<std::string> SysvipcFile::text(std::size_t limit) const {
    std::string text;
    // The kernel gives at most a page at a time, always whole lines.
    for (char part[8192]; text.size() <= limit;) {
        const ssize_t size =
            ::pread(file_.get(), part, sizeof(part), static_cast<off_t>(text.size()));
        if (size < 0) return systemError("reading " + path_);
        if (size == 0) return text;
        text.append(part, static_cast<std::size_t>(size));
    }
    text.resize(text.rfind('\n', limit - 1) + 1);
    return text;
}

} // namespace ipclab
