#include "engine/base/read_text.h"

#include <algorithm>
#include <unistd.h>

namespace ipclab {

Result<std::string> readText(int fd, std::size_t most, const std::string& name) {
    constexpr std::size_t atOnce = std::size_t{64} * 1024;
    std::string text;
    while (text.size() < most) {
        const std::size_t before = text.size();
        text.resize(std::min(most, before + atOnce));
        const ssize_t got = ::read(fd, text.data() + before, text.size() - before);
        const int problem = errno;
        text.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0) break;
        if (got < 0 && problem != EINTR) return systemError(name, problem);
    }
    return text;
}

} // namespace ipclab
