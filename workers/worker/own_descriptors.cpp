#include "workers/worker/own_descriptors.h"

#include "engine/call/call.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#include <cstdint>
#include <sanitizer/common_interface_defs.h>
#endif

namespace ipclab {

namespace {

Result<void> setLimit(const rlimit& limit) {
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) return systemError("setrlimit(RLIMIT_NOFILE)");
    return {};
}

Result<rlimit> limitOfFiles() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return systemError("getrlimit(RLIMIT_NOFILE)");
    return limit;
}

/// A shell or a desktop gives its own, perhaps a pipe, which is no part of what is shown. What a
/// sanitizer finds still has to come out.
Result<void> standardErrorLikeOutput() {
#if defined(__SANITIZE_ADDRESS__)
    const int out = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, firstOwnDescriptor);
    if (out >= 0) __sanitizer_set_report_fd(reinterpret_cast<void*>(std::intptr_t{out}));
#endif
    if (::dup2(STDOUT_FILENO, STDERR_FILENO) < 0) return systemError("dup2");
    return {};
}

} // namespace

Result<void> keepFromOwnDescriptors() {
    if (const auto done = standardErrorLikeOutput(); !done) return done;
    if (::close_range(STDERR_FILENO + 1, firstOwnDescriptor - 1, 0) != 0)
        return systemError("close_range");
    auto limit = limitOfFiles();
    if (!limit) return std::unexpected(limit.error());
    limit->rlim_cur = std::min<rlim_t>(limit->rlim_cur, firstOwnDescriptor);
    return setLimit(*limit);
}

Result<Fd> amongOwn(Fd fd) {
    if (!fd || fd.get() >= firstOwnDescriptor) return fd;
    const auto limit = limitOfFiles();
    if (!limit) return std::unexpected(limit.error());
    if (const auto done = setLimit({limit->rlim_max, limit->rlim_max}); !done)
        return std::unexpected(done.error());
    Fd moved(::fcntl(fd.get(), F_DUPFD_CLOEXEC, firstOwnDescriptor));
    const int problem = moved ? 0 : errno;
    if (const auto done = setLimit(*limit); !done) return std::unexpected(done.error());
    if (!moved) return systemError("fcntl(F_DUPFD_CLOEXEC)", problem);
    return moved;
}

} // namespace ipclab
