#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>

namespace ipclab {

/// One of the kernel's tables in /proc/sysvipc: for anyone to read. svipc(7), proc(5).
class SysvipcFile {
public:
    /// "/proc/sysvipc/msg". Shows the namespace that this process is in now, also after it left it.
    [[nodiscard]] static Result<SysvipcFile> open(const std::string& path);

    /// The file as it is; cut at the last whole line that fits into `limit` bytes.
    [[nodiscard]] Result<std::string> text(std::size_t limit) const;

private:
    Fd file_;
    std::string path_;
};

} // namespace ipclab
