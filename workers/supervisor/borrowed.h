#pragma once

#include <sys/types.h>

namespace ipclab {

/// Makes this process act as another user for as long as the object lives. The kernel lets only
/// the owner or creator remove a queue, and in the system's IPC namespace the supervisor's own
/// root-ness in its user namespace counts for nothing. seteuid(2).
class Borrowed {
public:
    explicit Borrowed(uid_t uid);
    ~Borrowed();
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;

    /// False where this process may not be that user: it is then still itself.
    [[nodiscard]] explicit operator bool() const { return worked_; }

private:
    uid_t self_;
    bool worked_;
};

} // namespace ipclab
