#include "engine/base/standard_streams.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace ipclab {

void fillStandardStreams() {
    // Opened in the wrong direction, so that nothing is taken for read or written.
    constexpr int directions[] = {O_WRONLY, O_RDONLY, O_WRONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd)
        if (::fcntl(fd, F_GETFD) < 0) (void)::open("/dev/null", directions[fd]); // the lowest free
}

void tell(std::string_view text) {
    (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

} // namespace ipclab
