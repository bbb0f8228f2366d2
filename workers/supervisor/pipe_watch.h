#pragma once

#include "engine/event/event.h"
#include "workers/supervisor/children.h"
#include "workers/supervisor/descriptor_watch.h"
#include "workers/supervisor/looks.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace ipclab {

/// Looks at the pipes and FIFOs that workers hold, each through a copy of a worker's own descriptor
/// that is closed again at once: pidfd_getfd(2). While the copy exists no worker may make a call
/// (Board::looking), or the last end could be closed without being the last.
class PipeWatch : public ObjectWatch {
public:
    PipeWatch(Reporter& reporter, Children& children, const DescriptorWatch& descriptors);

    /// Only a FIFO can be reached from outside.
    [[nodiscard]] bool any() const override;
    [[nodiscard]] std::vector<News> survey() override;

private:
    using Identity = std::pair<std::uint64_t, std::uint64_t>; ///< device and inode
    struct Holder {
        ProcessId process = 0;
        int fd = -1;
        bool reads = false;
    };
    struct Known {
        event::PipeSeen seen;
        std::uint64_t othersActivity = 0; ///< when it was reported
    };
    [[nodiscard]] std::map<Identity, Holder> holders() const;
    [[nodiscard]] event::PipeSeen look(const Identity& pipe, const Holder& holder) const;
    [[nodiscard]] bool isNews(const event::PipeSeen& seen) const;

    Reporter& reporter_;
    Children& children_;
    const DescriptorWatch& descriptors_;
    std::vector<Identity> own_; ///< what the lab itself writes to
    std::map<Identity, Known> known_;
};

} // namespace ipclab
