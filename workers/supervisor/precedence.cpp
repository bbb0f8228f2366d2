#include "workers/supervisor/precedence.h"

#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace ipclab {

namespace {

/// Half the weight of a process that is not nice. Taking it back would need a privilege.
constexpr int niceness = 3;
constexpr std::string_view nicenessText = "3";

} // namespace

/// Where the kernel shares time out among sessions first, a process's niceness counts only within
/// the lab's own session, and that of the session's group between it and the others.
Precedence::Precedence() : group_(::open("/proc/self/autogroup", O_WRONLY | O_CLOEXEC)) {
}

void Precedence::giveWay() {
    if (!nice_) (void)!::nice(niceness);
    nice_ = true;
    if (!group_) return;
    // EAGAIN: nobody but root may change one within a tenth of a second of the last change.
    const auto written = ::write(group_.get(), nicenessText.data(), nicenessText.size());
    if (written >= 0 || errno != EAGAIN) group_.reset();
}

} // namespace ipclab
