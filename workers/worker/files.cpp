#include "workers/worker/files.h"

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace ipclab {

namespace {

/// The second of the two paths that a NUL parts.
const char* newPath(const std::string& both) {
    const std::size_t nul = both.find('\0');
    return nul == std::string::npos ? "" : both.c_str() + nul + 1;
}

} // namespace

Outcome performOnName(const ResolvedCall& call) {
    const char* const path = call.data.c_str();
    switch (call.id) {
    case CallId::Unlink:
        return finished(::unlink(path));
    case CallId::Link:
        return finished(::link(path, newPath(call.data)));
    case CallId::Symlink:
        return finished(::symlink(path, newPath(call.data)));
    case CallId::Rename:
        return finished(::rename(path, newPath(call.data)));
    default: // Chmod
        return finished(::chmod(path, static_cast<mode_t>(call.args[0])));
    }
}

} // namespace ipclab
