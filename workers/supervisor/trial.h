#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <functional>
#include <sys/types.h>
#include <vector>

namespace ipclab {

/// A child that tries something out and says how far it came: each step is a function that returns
/// 0 or an errno. Between its steps it waits. Gone with the object.
class Trial {
public:
    explicit Trial(std::vector<std::function<int()>> steps);
    ~Trial();
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// Lets it take its next step; the step's errno, or ECHILD when the child is not there.
    [[nodiscard]] int step();

private:
    pid_t pid_ = -1;
    Fd socket_;
};

} // namespace ipclab
