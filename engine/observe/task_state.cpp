#include "engine/observe/task_state.h"

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>

namespace ipclab {

namespace {

/// The first bytes of a file in /proc, as a C string; empty when it cannot be read.
template <std::size_t N> bool readFirst(int fd, char (&text)[N]) {
    const ssize_t size = ::pread(fd, text, N - 1, 0);
    text[size > 0 ? size : 0] = '\0';
    return size > 0;
}

} // namespace

Result<TaskWatch> TaskWatch::open(pid_t pid) {
    const std::string folder = "/proc/" + std::to_string(pid);
    TaskWatch watch;
    watch.stat_ = Fd(::open((folder + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
    if (!watch.stat_) return systemError("opening " + folder + "/stat");
    watch.syscall_ = Fd(::open((folder + "/syscall").c_str(), O_RDONLY | O_CLOEXEC));
    char text[256];
    // Opening may be allowed and reading not: the kernel asks as for ptrace(2).
    if (!watch.syscall_ || !readFirst(watch.syscall_.get(), text)) {
        watch.callError_ = errno;
        watch.syscall_.reset();
    }
    return watch;
}

char TaskWatch::state() const {
    char text[256];
    if (!readFirst(stat_.get(), text)) return '\0';
    // "PID (NAME) STATE …", where NAME may hold anything, parentheses too.
    const char* name = std::strrchr(text, ')');
    return name && name[1] != '\0' ? name[2] : '\0';
}

TaskState TaskWatch::look() const {
    TaskState now;
    now.state = state();
    if (now.state == '\0') return now;
    char text[256];
    now.callKnown = static_cast<bool>(syscall_);
    if (!now.callKnown || !readFirst(syscall_.get(), text)) return now;
    char* end = nullptr;
    const long number = std::strtol(text, &end, 10);
    if (end != text) now.systemCall = number; // else "running"
    return now;
}

} // namespace ipclab
