#pragma once

#include "engine/base/fd.h"

namespace ipclab {

/// Who goes first when there are fewer processors than programs that want one. Two loops flat out
/// leave the window time to draw what they do; among each other the lab's processes are equal.
class Precedence {
public:
    /// To be made before a change of identity, after which its own group may be closed to it.
    Precedence();
    /// This process, and all that it starts from now on, is a little less important to the kernel
    /// than the program in front. Again is no more than once; to be called before each start, since
    /// the kernel does not always take it. nice(2), and sched(7) on autogroups.
    void giveWay();

private:
    bool nice_ = false;
    Fd group_; ///< until the group is nice; none where the kernel has no such groups
};

} // namespace ipclab
