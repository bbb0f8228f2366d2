#include "workers/supervisor/borrowed.h"

#include <cstdlib>
#include <unistd.h>

namespace ipclab {

Borrowed::Borrowed(uid_t uid) : self_(::geteuid()), worked_(::seteuid(uid) == 0) {
}

Borrowed::~Borrowed() {
    // The way back is open, since the real uid never changed; going on as somebody else is not.
    if (worked_ && ::seteuid(self_) != 0) std::abort();
}

} // namespace ipclab
